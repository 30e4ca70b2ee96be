"""Rules for aid packages and donations. What is handed over already is no agreement."""

from records.enums import AgreementKind, AgreementStatus
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.instruments import phrase_start
from records.ingest.finding.events.military import is_military
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.told import Event, Told
from records.ingest.finding.events.vocabulary import words

_PACKAGE = words("package packages tranche")
_FORCES = words(
    """
    troops soldiers forces warship warships carrier ship ships personnel observers
    peacekeepers destroyer submarine fleet envoy delegation monitors reinforcements
    battalion brigade convoy squadron flotilla police advisers
    """
)
_TOWARD = frozenset({"to", "for"})
_PROMISING = frozenset({Act.ANNOUNCE, Act.PLEDGE, Act.APPROVE, Act.AGREE, Act.OFFER, Act.PLAN})
_ENDING = {
    Act.SUSPEND: AgreementStatus.SUSPENDED,
    Act.END: AgreementStatus.TERMINATED,
    Act.CANCEL: AgreementStatus.CANCELLED,
}
_AGAINST = frozenset({Act.REFUSE, Act.REQUEST, Act.NEGOTIATE, Act.RECEIVE, Act.MEET})


def find_aid(told: Told) -> Event | None:
    """Find military aid that is announced, promised, approved, sent or stopped as such."""
    for place, link in enumerate(told.links):
        if link.act is not Act.AID or not _is_military_aid(told, link):
            continue
        acts = {k.act for k in told.links[:place]}
        ending = next((_ENDING[act] for act in acts if act in _ENDING), None)
        if acts & _AGAINST and not ending:
            return None
        if ending or acts & {
            *_PROMISING,
            Act.GIVE,
            Act.FUND,
            Act.SIGN,
            Act.SAY,
            Act.BEGIN,
            Act.RULE,
        }:
            status = ending or AgreementStatus.ANNOUNCED
            return _aid(told, status, place)
    return None


def _aid(told: Told, status: AgreementStatus, place: int) -> Event:
    gift = told.links[place].lemma in {"donation", "donations", "gift", "gifts"}
    kind = AgreementKind.DONATION if gift else AgreementKind.AID_PACKAGE
    return Event(kind, status, told.links[: place + 1], "events.agreement.aid", 0.85)


def _is_military_aid(told: Told, aid: Link) -> bool:
    start = phrase_start(told.scene, aid)
    return is_military(told.scene, start, told.scene.chain.end)


def find_gift(told: Told) -> Event | None:
    """Find equipment that is promised or cleared for another country without payment."""
    for place, link in enumerate(told.links):
        if link.act is not Act.GIVE or not _is_coming(told, place):
            continue
        if not _is_gift(told, place):
            continue
        package = told.scene.says(_PACKAGE, link.last, told.scene.chain.end) or _pays(told)
        kind = AgreementKind.AID_PACKAGE if package else AgreementKind.DONATION
        if link.lemma == "export":
            kind = AgreementKind.OTHER
        links = told.links[: place + 1]
        return Event(kind, AgreementStatus.ANNOUNCED, links, "events.agreement.gift", 0.85)
    return None


def _pays(told: Told) -> bool:
    return any(told.scene.within(row, told.scene.chain.start, told.scene.chain.end)
               for row in told.scene.measures if row.currency)  # fmt: skip


def _is_coming(told: Told, place: int) -> bool:
    """Whether it is promised, planned, cleared or under way rather than done."""
    link = told.links[place]
    acts = [k.act for k in told.links[:place]]
    if link.negated or set(acts) & {*_AGAINST, *_ENDING, Act.SELL, Act.BUY}:
        return False
    if link.is_noun:
        return bool(acts) and acts[-1] in {Act.ANNOUNCE, Act.APPROVE, Act.PLEDGE, Act.PLAN}
    if link.tense is Tense.PROGRESSIVE:
        return bool(set(acts) & SPEECH) and not _foreign(told, place)
    if link.tense is Tense.GERUND:
        return bool(acts) and acts[-1] in _PROMISING
    if link.tense is Tense.INFINITIVE:
        return bool(set(acts) & _PROMISING) and Act.RULE not in acts
    return link.tense is Tense.MODAL or (told.is_coming and place > 0 and acts[-1] is Act.GIVE)


def _foreign(told: Told, place: int) -> bool:
    """Whether the speaker tells of another country’s doing."""  # noqa: RUF002
    head = told.scene.chain.head
    if head is None or head.act not in SPEECH:
        return False
    speakers = told.scene.countries(told.scene.chain.start, head.first)
    actors = told.scene.countries(head.last + 1, told.links[place].first)
    return bool(speakers and actors and not speakers & actors)


def _is_gift(told: Told, place: int) -> bool:
    """Whether equipment goes to somebody: no troops that are sent somewhere."""
    scene, link = told.scene, told.links[place]
    first, stop = link.last + 1, scene.chain.end
    if link.lemma in {"send", "provide", "move"} and not scene.names.weapon_systems:
        here = set(scene.words(first, min(stop, first + 7)))
        if here & _FORCES and not here & {"to", "for", "with"}:
            return False
    if not is_military(scene, scene.chain.start, stop):
        return False
    receivers = [
        row
        for row in (*scene.names.countries, *scene.names.organizations)
        if scene.within(row, first, stop)
    ]
    return (
        bool(receivers) or any(word in _TOWARD for word in scene.words(first, stop)) or link.passive
    )
