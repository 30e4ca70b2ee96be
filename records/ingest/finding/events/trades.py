"""Rules for sales, purchases and loans that are not called agreements."""

from records.enums import AgreementKind, AgreementStatus
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.instruments import is_object
from records.ingest.finding.events.military import is_military, names_forces
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.told import Event, Told
from records.ingest.finding.events.vocabulary import words

_AGAINST = frozenset({Act.REFUSE, Act.SUSPEND, Act.END, Act.CANCEL})
_CLEARED = frozenset({Act.APPROVE, Act.ANNOUNCE, Act.SAY, Act.PLAN, Act.OFFER})
_OPEN = frozenset({Act.APPROVE, Act.OFFER})
_CHOICES = words("select choose pick")
_TALKED = frozenset({Act.NEGOTIATE, Act.BEGIN})
_AGREED = frozenset({Act.AGREE, Act.SIGN})


def find_sale(told: Told) -> Event | None:
    """Find a sale that is agreed, or that a government lets happen: “approves the sale”."""
    for place, link in enumerate(told.links):
        if link.act is not Act.SELL:
            continue
        acts = {k.act for k in told.links[:place]} or {k.act for k in told.links[1:2]}
        if (
            acts & _AGAINST
            or acts >= {Act.OTHER, Act.PLAN}
            or not is_military(told.scene, told.scene.chain.start, told.scene.chain.end)
        ):
            return None
        notified = any(k.lemma in {"notify", "inform"} for k in told.links[:place])
        if (
            link.is_noun
            and place
            and not notified
            and not is_object(told.scene, told.links[place - 1], link)
        ):
            continue
        links = told.links[: place + 1]
        if status := _of_contract(link, acts):
            kind = AgreementKind.PROCUREMENT_CONTRACT
            return Event(kind, status, links, "events.agreement.sale", 0.7)
        if acts & _CLEARED or link.tense is Tense.MODAL:
            kind, status = AgreementKind.SALE_NOTIFICATION, AgreementStatus.ANNOUNCED
            return Event(kind, status, links, "events.agreement.sale", 0.85)
    return None


def _of_contract(sale: Link, acts: set[Act]) -> AgreementStatus | None:
    """Status of a sale between two sides; None when only one side has cleared it."""
    if Act.NEGOTIATE in acts:
        return AgreementStatus.UNDER_NEGOTIATION
    sold = sale.tense.is_finite and sale.tense is not Tense.MODAL and not acts & _CLEARED
    return AgreementStatus.SIGNED if sold or acts & _AGREED else None


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
        if link.is_noun and not _is_bought(told, place):
            continue
        acts = {k.act for k in told.links[:place]}
        if link.is_noun and told.links[place - 1].act is Act.CANCEL:
            kind, links = AgreementKind.PROCUREMENT_CONTRACT, told.links[: place + 1]
            return Event(kind, AgreementStatus.CANCELLED, links, "events.agreement.purchase", 0.8)
        barred = {*_AGAINST, Act.GIVE, Act.OTHER}
        if acts & barred or (Act.MEET in acts and Act.NEGOTIATE not in acts):
            return None
        if acts & {Act.NEGOTIATE, Act.REQUEST}:
            status = AgreementStatus.UNDER_NEGOTIATION
        elif told.is_coming or link.is_noun or acts & _OPEN or link.lemma in _CHOICES:
            status = AgreementStatus.ANNOUNCED
        elif link.tense.is_finite:
            status = AgreementStatus.SIGNED
        else:
            continue
        links = told.links[: place + 1]
        kind = AgreementKind.PROCUREMENT_CONTRACT
        return Event(kind, status, links, "events.agreement.purchase", 0.8)
    return None


def _is_bought(told: Told, place: int) -> bool:
    """Whether a purchase is what the act before it is about: “announces the purchase of”."""
    before = told.links[place - 1] if place else None
    if before is None or before.act not in _CLEARED | _AGREED | _TALKED | {Act.CANCEL}:
        return False
    return is_object(told.scene, before, told.links[place])


def _buys_equipment(told: Told, place: int) -> bool:
    """Whether the object is equipment: no order to somebody to do something."""
    scene, link = told.scene, told.links[place]
    after = told.links[place + 1] if place + 1 < len(told.links) else None
    if link.lemma == "order" and after and after.tense is Tense.INFINITIVE:
        return False
    stop = after.first if after else scene.chain.end
    return is_military(scene, link.last + 1, stop) and not names_forces(scene, link.last + 1)
