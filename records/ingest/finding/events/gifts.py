"""Rules for aid packages and donations. What is handed over already is no agreement."""

from records.enums import AgreementKind, AgreementStatus
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.instruments import is_object, phrase_start
from records.ingest.finding.events.military import is_military, names_forces
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.told import Event, Told
from records.ingest.finding.events.vocabulary import words

_PACKAGE = words("package packages tranche")
_AID_WORDS = words(
    """
    aid assistance support military weapon weapons arms defence defense security equipment funding
    """
)
_REACH = 9
"""How many tokens after “package” tell what it is of."""
_CIVIL_AID = words("humanitarian economic financial food medical relief stimulus recovery")
_TOWARD = frozenset({"to", "for"})
_PROMISING = frozenset({Act.ANNOUNCE, Act.PLEDGE, Act.APPROVE, Act.AGREE, Act.OFFER, Act.PLAN})
_AIDING = _PROMISING | {Act.GIVE, Act.FUND, Act.SIGN, Act.SAY, Act.BEGIN, Act.RULE, Act.SHOW}
_GIFTS = words("donation donations gift gifts")
_ENDING = {
    Act.SUSPEND: AgreementStatus.SUSPENDED,
    Act.END: AgreementStatus.TERMINATED,
    Act.CANCEL: AgreementStatus.CANCELLED,
}
_CLEARING = frozenset({Act.ANNOUNCE, Act.APPROVE, Act.PLEDGE, Act.PLAN})
_POWERS = words("responsibilities responsibility power powers control command prisoners detainees")
_AGAINST = frozenset({Act.REFUSE, Act.REQUEST, Act.NEGOTIATE, Act.RECEIVE, Act.MEET})


def find_aid(told: Told) -> Event | None:
    """Find military aid that is announced, promised, approved, sent or stopped as such."""
    links = _with_bill(told)
    for place, link in enumerate(links):
        if link.act is not Act.AID or not _is_military_aid(told, link):
            continue
        acts = {k.act for k in links[:place]}
        ending = next((_ENDING[act] for act in acts if act in _ENDING), None)
        if acts & _AGAINST and not ending:
            return None
        if ending or acts & _AIDING:
            kind = AgreementKind.DONATION if link.lemma in _GIFTS else AgreementKind.AID_PACKAGE
            status = ending or AgreementStatus.ANNOUNCED
            return Event(kind, status, links[: place + 1], "events.agreement.aid", 0.85)
    return None


def _with_bill(told: Told) -> tuple[Link, ...]:
    """The chain; for “signs a bill that provides military aid”, with what the bill does."""
    if any(link.act is Act.RULE and link.is_noun for link in told.links):
        return (*told.links, *told.scene.chain.context)
    return told.links


def _is_military_aid(told: Told, aid: Link) -> bool:
    scene, start = told.scene, phrase_start(told.scene, aid)
    stop = scene.chain.end if start < scene.chain.end else scene.statement.stop
    if aid.lemma in _PACKAGE and not scene.says(_AID_WORDS, start, aid.last + _REACH):
        return False
    if is_military(scene, start, stop):
        return True
    return aid.lemma in _PACKAGE and not scene.says(_CIVIL_AID, start, stop)


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


def find_pledge(told: Told) -> Event | None:
    """Find money or equipment that is promised or assigned to another country for its defense."""
    scene, head = told.scene, told.scene.chain.head
    for place, link in enumerate(told.links):
        if link.act not in _PAYING or head is None or link.is_noun:
            continue
        if not {k.act for k in told.links[:place]} <= SPEECH | _PROMISING:
            return None
        first, stop = link.last + 1, scene.chain.end
        givers = scene.countries(scene.chain.start, link.first)
        if not scene.countries(first, stop) - givers:
            continue
        links, status = told.links[: place + 1], AgreementStatus.ANNOUNCED
        if _names_sum(told, first):
            return Event(AgreementKind.AID_PACKAGE, status, links, "events.agreement.money", 0.7)
        if link.act is Act.PLEDGE and _names_equipment(told, place):
            return Event(AgreementKind.DONATION, status, links, "events.agreement.pledge", 0.7)
    return None


def _names_equipment(told: Told, place: int) -> bool:
    """Whether it is equipment that is pledged to somebody: no act that is promised."""
    scene, first = told.scene, told.links[place].last + 1
    after = told.links[place + 1] if place + 1 < len(told.links) else None
    if after and not after.is_noun:
        return False
    found = (*scene.names.weapon_systems, *scene.names.categories)
    named = any(scene.within(row, first, scene.chain.end) for row in found)
    return named and "to" in scene.words(first, scene.chain.end)


_PAYING = frozenset({Act.PLEDGE, Act.FUND, Act.GIVE, Act.APPROVE, Act.ANNOUNCE})
_SUM_REACH = 4


def _names_sum(told: Told, first: int) -> bool:
    """Whether the object is a sum of money, and what it is for is of defense."""
    scene = told.scene
    sums = [row for row in scene.measures if row.currency]
    near = any(scene.within(row, first, first + _SUM_REACH) for row in sums)
    return near and is_military(scene, first, scene.chain.end)


def _pays(told: Told) -> bool:
    """Whether money is given too; what equipment is worth does not count."""
    scene = told.scene
    index_at = scene.statement.sentence.index_at
    return any(
        scene.within(row, scene.statement.start, scene.statement.stop)
        and scene.statement.lower(index_at(row.start) - 1) not in {"worth", "valued", "at"}
        for row in scene.measures
        if row.currency
    )


def _is_coming(told: Told, place: int) -> bool:
    """Whether it is promised, planned, cleared or under way rather than done."""
    link = told.links[place]
    acts = [k.act for k in told.links[:place]]
    if set(acts) & {*_AGAINST, *_ENDING, Act.SELL, Act.BUY}:
        return False
    last = acts[-1] if acts else None
    promised = not _PROMISING.isdisjoint(acts) or (told.is_coming and last is Act.BEGIN)
    by_tense = {
        Tense.NOUN: last in _CLEARING and _is_cleared(told, place),
        Tense.PROGRESSIVE: not SPEECH.isdisjoint(acts) and not _foreign(told, place),
        Tense.GERUND: last in _PROMISING,
        Tense.INFINITIVE: promised and Act.RULE not in acts,
        Tense.MODAL: True,
    }
    return by_tense.get(link.tense, told.is_coming and last is Act.GIVE)


def _is_cleared(told: Told, place: int) -> bool:
    """Whether “the delivery of” is the object, and goods are delivered rather than powers."""
    link = told.links[place]
    powers = told.scene.says(_POWERS, link.last, told.scene.chain.end)
    return not powers and is_object(told.scene, told.links[place - 1], link)


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
    if link.lemma == "send" and names_forces(scene, scene.chain.start if link.passive else first):
        return False
    head = scene.chain.head
    spoken = scene.chain.start if link.passive or head is None else head.last + 1
    if not is_military(scene, spoken, stop):
        return False
    receivers = [
        row
        for row in (*scene.names.countries, *scene.names.organizations)
        if scene.within(row, first, stop)
    ]
    return (
        bool(receivers) or any(word in _TOWARD for word in scene.words(first, stop)) or link.passive
    )
