"""Rule for agreements, contracts and deals that are named as such."""

from records.enums import AgreementKind, AgreementStatus
from records.ingest.finding.events.acts import Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.instruments import (
    instrument_kind,
    is_of_defense,
    is_of_peace,
    phrase_start,
)
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.told import Event, Told
from records.ingest.finding.events.vocabulary import words

_MADE = frozenset(
    {Act.SIGN, Act.AWARD, Act.WIN, Act.AGREE, Act.BUY, Act.RECEIVE, Act.JOIN, Act.SELL, Act.BEGIN}
)
_TALKED = frozenset({Act.NEGOTIATE, Act.REQUEST, Act.OFFER, Act.REFUSE, Act.MEET})
_STATUSES: tuple[tuple[frozenset[Act], AgreementStatus], ...] = (
    (frozenset({Act.END}), AgreementStatus.TERMINATED),
    (frozenset({Act.CANCEL}), AgreementStatus.CANCELLED),
    (frozenset({Act.SUSPEND}), AgreementStatus.SUSPENDED),
    (frozenset({Act.EXPIRE}), AgreementStatus.EXPIRED),
    (frozenset({Act.RATIFY}), AgreementStatus.IN_FORCE),
    (_TALKED, AgreementStatus.UNDER_NEGOTIATION),
    (frozenset({Act.INITIAL}), AgreementStatus.INITIALLED),
    (_MADE | {Act.RENEW, Act.AMEND}, AgreementStatus.SIGNED),
    (frozenset({Act.ANNOUNCE, Act.APPROVE, Act.PLAN, Act.PLEDGE}), AgreementStatus.ANNOUNCED),
)
"""What the verbs before an instrument tell of it; the first that fits holds."""
_DOING = frozenset(act for acts, _ in _STATUSES for act in acts)
_BACKGROUND = words("under despite against by in within per")
_GUARANTEES = words("guarantees guarantee deterrence")
_TAKING_PART = words("participation membership role")
_PARTS = words(
    """
    first last final remaining rest half one two three four five six seven eight nine ten batch
    jets tanks aircraft helicopters vehicles ships missiles
    """
)
"""What may be handed over “of an order”."""
_FORCE = words("force effect")


def find_instrument(told: Told) -> Event | None:
    """Find an agreement, contract or deal that somebody does something to."""
    scene, links = told.scene, told.links
    for place, link in enumerate(links):
        if link.act is not Act.INSTRUMENT or _is_background(scene, link):
            continue
        if not is_of_defense(scene, link):
            return None
        if status := _status(told, place):
            last = _main_noun(links, place)
            kind = _kind(told, last)
            if kind is AgreementKind.OTHER and is_of_peace(scene, link):
                return None
            return Event(kind, status, links[: last + 1], "events.agreement.instrument", 0.85)
    return None


def _kind(told: Told, place: int) -> AgreementKind:
    links = told.links
    kind = instrument_kind(told.scene, links[place], links[place + 1 :])
    acts = {link.act for link in links[:place]}
    if kind is AgreementKind.OTHER:
        kind = _renamed(told, place)
    if kind is AgreementKind.PROCUREMENT_CONTRACT:
        cleared = Act.APPROVE in acts and any(link.act is Act.SELL for link in links)
        cleared = cleared or any(link.lemma in {"notify", "inform"} for link in links[:place])
        return AgreementKind.SALE_NOTIFICATION if cleared else kind
    if Act.RENEW in acts:
        return AgreementKind.RENEWAL
    return AgreementKind.AMENDMENT if Act.AMEND in acts else kind


def _renamed(told: Told, place: int) -> AgreementKind:
    """The kind by a second name: “a treaty, …, a mutual defense pact”; of a priced deal, a sale."""
    for later, link in enumerate(told.links[place + 1 :], place + 1):
        if link.act is Act.INSTRUMENT and not _is_background(told.scene, link):
            return instrument_kind(told.scene, link, told.links[later + 1 :])
    if told.scene.says(_GUARANTEES, told.links[place].last + 1, told.scene.statement.stop):
        return AgreementKind.SECURITY_AGREEMENT
    deal = told.links[place].lemma in {"deal", "deals"}
    if deal and any(row.currency for row in told.scene.measures):
        return AgreementKind.PROCUREMENT_CONTRACT
    return AgreementKind.OTHER


def _main_noun(links: tuple[Link, ...], place: int) -> int:
    """In “framework agreement” the instrument is the last of the nouns that stand together."""
    while place + 1 < len(links) and links[place + 1].act is Act.INSTRUMENT and (
        links[place + 1].first == links[place].last + 1
    ):  # fmt: skip
        place += 1
    return place


def _is_background(scene: Scene, noun: Link) -> bool:
    """Whether the noun only says under which agreement something is done."""
    start = phrase_start(scene, noun)
    before = scene.statement.lower(start - 1)
    if before == "of":
        parts = _PARTS if noun.lemma in {"order", "orders"} else frozenset[str]()
        return scene.statement.lower(start - 2) in {"part", "terms", "violation"} | parts
    if before == "in" and scene.statement.lower(start - 2) in _TAKING_PART:
        return False
    return before in _BACKGROUND


def _status(told: Told, place: int) -> AgreementStatus | None:
    """Read from the verbs around an instrument where it stands; None when they touch it not."""
    start = phrase_start(told.scene, told.links[place])
    before = [link for link in told.links if link.first < start]
    if not before:
        return _status_of_subject(told, place)
    doing = [link for link in before if not link.is_noun or link.act in _DOING]
    concludes = bool(doing) and _concludes(told.scene, doing[-1], start)
    if not doing or not (doing[-1].act in _DOING or concludes):
        return None
    if _is_aside(doing):
        return (
            AgreementStatus.UNDER_NEGOTIATION if doing[-2].lemma in {"be", "interested"} else None
        )
    acts = {link.act for link in doing}
    if acts >= {Act.SUSPEND, Act.END}:
        return AgreementStatus.IN_FORCE
    status = next((status for known, status in _STATUSES if acts & known), None)
    if concludes:
        status = AgreementStatus.SIGNED
    if status is AgreementStatus.UNDER_NEGOTIATION and Act.SIGN in acts and Act.REFUSE not in acts:
        status = AgreementStatus.SIGNED
    if status is AgreementStatus.SIGNED and told.is_coming:
        return AgreementStatus.ANNOUNCED
    return status


def _concludes(scene: Scene, verb: Link, instrument: int) -> bool:
    """Whether sides “enter into an agreement” or “make an agreement”."""
    return _enters(scene, verb) or (verb.lemma == "make" and verb.last == instrument - 1)


def _is_aside(doing: list[Link]) -> bool:
    """Whether an act in -ing hangs on another matter: “are arrested for signing a declaration”."""
    if len(doing) == 1 or doing[-1].tense is not Tense.GERUND:
        return False
    return doing[-2].act is Act.OTHER


def _status_of_subject(told: Told, place: int) -> AgreementStatus | None:
    """Read the verb whose subject the instrument is: “the deal was signed”, “enters into force”."""
    verb = next((link for link in told.links[place + 1 :] if link.tense.is_finite), None)
    if verb is None or _is_apposition(told, place):
        return None
    if _enters(told.scene, verb):
        into = told.scene.says(_FORCE, verb.last + 1, verb.last + 3)
        return AgreementStatus.IN_FORCE if into else None
    if not verb.passive and verb.act not in {Act.EXPIRE, Act.END}:
        return None
    status = next((status for known, status in _STATUSES if verb.act in known), None)
    coming = status is AgreementStatus.SIGNED and told.is_coming
    return AgreementStatus.ANNOUNCED if coming else status


def _is_apposition(told: Told, place: int) -> bool:
    """Whether the noun only explains another: “the yard, a joint venture of the two, is open”."""
    start = phrase_start(told.scene, told.links[place])
    return told.scene.statement.lower(start - 1) == "," and start > told.scene.chain.start


def _enters(scene: Scene, verb: Link) -> bool:
    return verb.lemma in {"enter", "come"} and scene.statement.lower(verb.last + 1) == "into"
