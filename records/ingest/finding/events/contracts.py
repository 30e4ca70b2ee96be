"""Rules for agreements that are named as such, for sales, purchases and loans."""

from records.enums import AgreementKind, AgreementStatus
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.instruments import instrument_kind, is_of_defense, phrase_start
from records.ingest.finding.events.military import is_military
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.told import Event, Told

_MADE = frozenset({Act.SIGN, Act.AWARD, Act.WIN, Act.AGREE, Act.BUY, Act.RECEIVE, Act.JOIN,
                   Act.SELL, Act.BEGIN, Act.RENEW, Act.AMEND})  # fmt: skip
_TALKED = frozenset({Act.NEGOTIATE, Act.REQUEST, Act.OFFER, Act.REFUSE, Act.MEET})


_STATUSES: tuple[tuple[frozenset[Act], AgreementStatus], ...] = (
    (frozenset({Act.END}), AgreementStatus.TERMINATED),
    (frozenset({Act.CANCEL}), AgreementStatus.CANCELLED),
    (frozenset({Act.SUSPEND}), AgreementStatus.SUSPENDED),
    (frozenset({Act.RATIFY}), AgreementStatus.IN_FORCE),
    (_TALKED, AgreementStatus.UNDER_NEGOTIATION),
    (frozenset({Act.INITIAL}), AgreementStatus.INITIALLED),
    (_MADE, AgreementStatus.SIGNED),
    (
        frozenset({Act.ANNOUNCE, Act.APPROVE, Act.PLAN, Act.PLEDGE, Act.SAY, Act.REPORT}),
        AgreementStatus.ANNOUNCED,
    ),
)
"""What a verb around an instrument tells of it; the first that fits holds."""


def find_instrument(told: Told) -> Event | None:
    """Find an agreement, contract or deal that somebody does something to."""
    scene, links = told.scene, told.links
    for place, link in enumerate(links):
        if link.act is not Act.INSTRUMENT or _is_background(scene, link):
            continue
        status = _status(told, place)
        if status is None or not is_of_defense(scene, link):
            continue
        before = next((k for k in links[:place] if k.act in {Act.RENEW, Act.AMEND}), None)
        last = _main_noun(links, place)
        kind = instrument_kind(scene, links[last], links[last + 1 :])
        if before and kind is not AgreementKind.PROCUREMENT_CONTRACT:
            renews = before.act is Act.RENEW
            kind = AgreementKind.RENEWAL if renews else AgreementKind.AMENDMENT
        return Event(kind, status, links[: last + 1], "events.agreement.instrument", 0.85)
    return None


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
    return before in {"under", "despite", "against", "by", "in"} or (
        before == "of" and scene.statement.lower(start - 2) in {"part", "terms", "violation"}
    )


def _status(told: Told, place: int) -> AgreementStatus | None:
    """Read from the verbs around an instrument where it stands; None when they touch it not."""
    links = told.links
    verbs = [k for k in links[:place] if k.act is not Act.COOPERATE]
    if place == 0 or not verbs:
        verbs = [k for k in links[place + 1 :] if not k.is_noun][:2]
    acts = {link.act for link in verbs}
    status = next((status for known, status in _STATUSES if acts & known), None)
    if status is AgreementStatus.UNDER_NEGOTIATION and Act.SIGN in acts:
        status = AgreementStatus.SIGNED
    if status is AgreementStatus.SIGNED and told.is_coming:
        return AgreementStatus.ANNOUNCED
    return status


def find_sale(told: Told) -> Event | None:
    """Find a sale that is agreed, or that a government lets happen: “approves the sale”."""
    links = told.links
    for place, link in enumerate(links):
        if link.act is not Act.SELL:
            continue
        before = {k.act for k in links[:place]} or {k.act for k in links[place + 1 :][:1]}
        if before & {Act.REFUSE, Act.SUSPEND, Act.END, Act.CANCEL}:
            return None
        if before & {Act.NEGOTIATE}:
            return Event(AgreementKind.PROCUREMENT_CONTRACT, AgreementStatus.UNDER_NEGOTIATION,
                          links[: place + 1], "events.agreement.sale", 0.7)  # fmt: skip
        if before & {Act.AGREE, Act.SIGN, Act.PLEDGE}:
            return Event(AgreementKind.PROCUREMENT_CONTRACT, AgreementStatus.SIGNED,
                          links[: place + 1], "events.agreement.sale", 0.7)  # fmt: skip
        if before & {Act.APPROVE, Act.ANNOUNCE, Act.SAY, Act.PLAN, Act.OFFER} or (
            link.tense is Tense.MODAL
        ):
            return Event(AgreementKind.SALE_NOTIFICATION, AgreementStatus.ANNOUNCED,
                          links[: place + 1], "events.agreement.sale", 0.85)  # fmt: skip
        if link.tense.is_finite:
            return Event(AgreementKind.PROCUREMENT_CONTRACT, AgreementStatus.SIGNED,
                          (link,), "events.agreement.sale", 0.6)  # fmt: skip
    return None


def find_loan(told: Told) -> Event | None:
    """Find a loan of money or equipment."""
    for place, link in enumerate(told.links):
        if link.act is not Act.LEND:
            continue
        acts = {k.act for k in told.links[:place]}
        if acts & {Act.SIGN, Act.AGREE} and not told.is_coming:
            status = AgreementStatus.SIGNED
        elif acts & {Act.GIVE, Act.RECEIVE} and not acts & SPEECH and not told.is_coming:
            status = AgreementStatus.IN_FORCE
        else:
            status = AgreementStatus.ANNOUNCED
        links = told.links[: place + 1]
        return Event(AgreementKind.LOAN, status, links, "events.agreement.loan", 0.8)
    return None


def find_purchase(told: Told) -> Event | None:
    """Find equipment that is bought or ordered, or is to be."""
    for place, link in enumerate(told.links):
        if link.act is not Act.BUY or not _buys_equipment(told, place):
            continue
        acts = {k.act for k in told.links[:place]}
        if acts & {Act.REFUSE, Act.SUSPEND, Act.END, Act.CANCEL, Act.GIVE, Act.MEET}:
            return None
        if acts & {Act.NEGOTIATE, Act.REQUEST}:
            status = AgreementStatus.UNDER_NEGOTIATION
        elif told.is_coming or link.is_noun or acts & {Act.APPROVE, Act.OFFER}:
            status = AgreementStatus.ANNOUNCED
        elif link.tense.is_finite:
            status = AgreementStatus.SIGNED
        else:
            continue
        links = told.links[: place + 1]
        kind = AgreementKind.PROCUREMENT_CONTRACT
        return Event(kind, status, links, "events.agreement.purchase", 0.8)
    return None


def _buys_equipment(told: Told, place: int) -> bool:
    """Whether the object is equipment: no order to somebody to do something."""
    scene, link = told.scene, told.links[place]
    after = told.links[place + 1] if place + 1 < len(told.links) else None
    if link.lemma == "order" and after and after.tense is Tense.INFINITIVE:
        return False
    return is_military(scene, link.last + 1, after.first if after else scene.chain.end)
