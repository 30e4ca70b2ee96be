"""Finds who takes part in an agreement, and as what."""

from collections.abc import Iterable, Iterator
from itertools import chain

from records.enums import AgreementKind, PartyRole
from records.ingest.finding.events.actors import Actor, find_actors
from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.told import Event
from records.ingest.findings import PartyFinding

Roles = Iterable[tuple[Actor, PartyRole]]

_GIFTS = frozenset({AgreementKind.DONATION, AgreementKind.AID_PACKAGE, AgreementKind.LOAN})
_TRADES = frozenset({AgreementKind.PROCUREMENT_CONTRACT, AgreementKind.SALE_NOTIFICATION})
_WORKS = {
    AgreementKind.MAINTENANCE_CONTRACT: PartyRole.PERFORMER,
    AgreementKind.RESEARCH_DEVELOPMENT: PartyRole.PERFORMER,
    AgreementKind.TRAINING_PROGRAMME: PartyRole.TRAINER,
    AgreementKind.CO_PRODUCTION: PartyRole.MANUFACTURER,
    AgreementKind.LICENCE_PRODUCTION: PartyRole.MANUFACTURER,
    AgreementKind.JOINT_VENTURE: PartyRole.MANUFACTURER,
}
_COST = frozenset({"expense", "funding"})
_PAYING = frozenset({"funded", "financed", "paid"})


def find_parties(scene: Scene, event: Event) -> tuple[PartyFinding, ...]:
    """Find the parties of an agreement event, each role of each party once."""
    actors = find_actors(scene)
    subjects = _subjects(scene, event, actors)
    verb = _verb(event)
    rest = tuple(actor for actor in actors if actor not in subjects and actor.place > verb)
    seen: dict[tuple[str, int | None, PartyRole], PartyFinding] = {}
    for actor, role in chain(
        _signatories(scene, event, subjects, rest),
        _roles(scene, event, subjects, rest),
        _payers(rest),
    ):
        seen.setdefault((*actor.key, role), _party(actor, role))
    return tuple(sorted(seen.values(), key=lambda party: party.start))


def _party(actor: Actor, role: PartyRole) -> PartyFinding:
    return PartyFinding(
        start=actor.found.start,
        end=actor.found.end,
        rule=f"events.party.{role.value}",
        confidence=0.75,
        role=role,
        country=actor.country,
        organization=actor.organization,
    )


def _verb(event: Event) -> int:
    verbs = [link for link in event.links if not link.is_noun and link.act not in SPEECH]
    return (verbs or list(event.links))[0].first


def _subjects(scene: Scene, event: Event, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Actors before the main verb; those of the reported clause where it names its own.

    Of a meeting at which something is signed, also whom the subject meets.
    """
    head, verb = scene.chain.head, _verb(event)
    if head is None:
        return ()
    main = [a for a in actors if a.place < head.first and a.preposition not in _ASIDE]
    between = [a for a in actors if head.last < a.place < verb]
    if head.act in SPEECH:
        return tuple(a for a in between if a.preposition not in _ASIDE) or tuple(main)
    if head.act is Act.MEET:
        main += [a for a in between if a.preposition == "with" or not a.preposition]
    return tuple(main)


_ASIDE = frozenset({"in", "at", "on", "for", "with", "from", "by", "against", "to", "near"})


def _is_contract(event: Event) -> bool:
    return any(link.act is Act.INSTRUMENT for link in event.links)


def _signatories(
    scene: Scene, event: Event, subjects: tuple[Actor, ...], rest: tuple[Actor, ...]
) -> Iterator[tuple[Actor, PartyRole]]:
    acts = {link.act for link in event.links}
    given = event.kind in _GIFTS | _TRADES | _WORKS.keys() or acts & {Act.GIVE}
    named = _is_contract(event) or Act.SIGN in acts
    if acts & {Act.REFUSE, Act.APPROVE, Act.PLAN} or (given and not named):
        return
    for actor in subjects:
        yield actor, PartyRole.SIGNATORY
    passive = any(link.act is Act.AWARD and link.passive for link in event.links)
    agents = {"with", "between"}
    if passive or not subjects:
        agents |= {"by", "from"}
    for actor in rest:
        won = actor.preposition == "from" and acts & {Act.WIN, Act.RECEIVE}
        if actor.preposition in agents or won:
            yield actor, PartyRole.SIGNATORY
    if Act.AWARD in acts:
        yield from _as(PartyRole.SIGNATORY, _winners(scene, rest))


def _roles(
    scene: Scene, event: Event, subjects: tuple[Actor, ...], rest: tuple[Actor, ...]
) -> Roles:
    near = tuple(actor for actor in rest if actor.place < scene.chain.end)
    if event.kind is AgreementKind.LOAN:
        return chain(_lenders(scene, event, subjects), _receivers(scene, near))
    if event.kind in _GIFTS:
        return chain(_donors(event, subjects, near), _receivers(scene, near))
    if event.kind is AgreementKind.OTHER and any(k.act is Act.GIVE for k in event.links):
        given = ((actor, PartyRole.SUPPLIER) for actor in subjects)
        return chain(given, _receivers(scene, near))
    if event.kind in _TRADES:
        return _trade_roles(scene, event, subjects, near)
    if event.kind in _WORKS:
        return _work_roles(event, subjects, rest, _WORKS[event.kind])
    return ()


def _donors(
    event: Event, subjects: tuple[Actor, ...], rest: tuple[Actor, ...]
) -> Iterator[tuple[Actor, PartyRole]]:
    others = [a for a in rest if a.preposition == "from" and not a.before.endswith("ed")]
    acts = {link.act for link in event.links}
    if not others and Act.REFUSE not in acts:
        others = list(subjects)
    yield from ((actor, PartyRole.DONOR) for actor in others)


def _lenders(
    scene: Scene, event: Event, subjects: tuple[Actor, ...]
) -> Iterator[tuple[Actor, PartyRole]]:
    """Read the lender from “a British loan”, else take the subject."""
    loan = event.links[-1].first
    for row in scene.names.countries:
        place = scene.statement.sentence.index_at(row.start)
        if scene.statement.sentence.index_at(row.end) == loan and place < loan:
            yield Actor(row, place, country=row.country), PartyRole.LENDER
            return
    yield from ((actor, PartyRole.LENDER) for actor in subjects)


def _receivers(scene: Scene, rest: tuple[Actor, ...]) -> Iterator[tuple[Actor, PartyRole]]:
    for actor in rest:
        if actor.preposition in {"to", "for"} or _is_dative(scene, actor):
            yield actor, PartyRole.RECIPIENT


def _is_dative(scene: Scene, actor: Actor) -> bool:
    """Whether the actor follows the verb of giving: “supply the Ukrainian military with …”."""
    giving = {Act.GIVE, Act.AWARD, Act.LEND, Act.SELL}
    gives = [link for link in scene.chain.main if link.act in giving and not link.is_noun]
    return not actor.preposition and any(actor.place - link.last in {1, 2} for link in gives)


def _trade_roles(
    scene: Scene, event: Event, subjects: tuple[Actor, ...], rest: tuple[Actor, ...]
) -> Roles:
    acts = _acts(scene, event)
    if (order := _latter(scene)) and len(subjects) == len(order):
        return zip(subjects, order, strict=True)
    passive = any(link.act is Act.AWARD and link.passive for link in event.links)
    if passive or (acts & {Act.WIN, Act.RECEIVE} and Act.SELL not in acts):
        suppliers = _as(PartyRole.SUPPLIER, subjects)
        return chain(suppliers, _by(PartyRole.BUYER, rest, "by", "from", "with"))
    if Act.AWARD in acts:
        return chain(_as(PartyRole.BUYER, subjects), _as(PartyRole.SUPPLIER, _winners(scene, rest)))
    if Act.BUY in acts:
        return _purchase_roles(event, subjects, rest)
    return _sale_roles(scene, subjects, rest) if acts & _SELLING else ()


_SELLING = frozenset({Act.SELL, Act.GIVE, Act.APPROVE})


def _sale_roles(scene: Scene, subjects: tuple[Actor, ...], rest: tuple[Actor, ...]) -> Roles:
    dative = tuple(actor for actor in rest if _is_dative(scene, actor))
    buyers = tuple(_as(PartyRole.BUYER, dative) if dative else _by(PartyRole.BUYER, rest, "to"))
    keys = {actor.key for actor, _ in buyers}
    return chain(_as(PartyRole.SUPPLIER, (a for a in subjects if a.key not in keys)), buyers)


def _winners(scene: Scene, rest: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """To whom a contract is awarded: “awards Boeing a contract”, “awards a contract to Boeing”."""
    dative = tuple(actor for actor in rest if _is_dative(scene, actor))
    return dative or tuple(actor for actor in rest if actor.preposition == "to")


def _purchase_roles(event: Event, subjects: tuple[Actor, ...], rest: tuple[Actor, ...]) -> Roles:
    """A state buys from a firm that signs with it; else the subject buys from the others."""
    firms = [actor for actor in subjects if actor.organization is not None]
    states = [actor for actor in subjects if actor.organization is None]
    if firms and states:
        return chain(_as(PartyRole.BUYER, states), _as(PartyRole.SUPPLIER, firms))
    buyers = subjects if len(subjects) == 1 or not _is_contract(event) else ()
    return chain(_as(PartyRole.BUYER, buyers), _by(PartyRole.SUPPLIER, rest, "from", "with"))


def _latter(scene: Scene) -> tuple[PartyRole, PartyRole] | None:
    """Roles of two subjects in “a deal for the latter to export …”."""
    for place in range(scene.chain.start, scene.chain.end - 1):
        if scene.statement.lower(place + 1) == "to":
            if scene.statement.lower(place) == "latter":
                return PartyRole.BUYER, PartyRole.SUPPLIER
            if scene.statement.lower(place) == "former":
                return PartyRole.SUPPLIER, PartyRole.BUYER
    return None


def _as(role: PartyRole, actors: Iterable[Actor]) -> Roles:
    return ((actor, role) for actor in actors)


def _by(role: PartyRole, actors: Iterable[Actor], *prepositions: str) -> Roles:
    return ((actor, role) for actor in actors if actor.preposition in prepositions)


def _acts(scene: Scene, event: Event) -> set[Act]:
    last = event.links[-1]
    later = (link for link in scene.chain.main if link.first > last.first)
    return {link.act for link in event.links} | {link.act for link in list(later)[:1]}


def _work_roles(
    event: Event, subjects: tuple[Actor, ...], rest: tuple[Actor, ...], role: PartyRole
) -> Iterator[tuple[Actor, PartyRole]]:
    talked = any(link.act is Act.NEGOTIATE for link in event.links)
    firms = [actor for actor in subjects if actor.organization is not None]
    if not talked:
        role_of = PartyRole.HOST if any(k.lemma == "host" for k in event.links) else role
        workers = firms or ([] if _is_contract(event) else list(subjects))
        yield from ((actor, role_of) for actor in workers)
    for actor in rest:
        if actor.preposition == "by":
            yield actor, role
        elif actor.preposition == "in":
            yield actor, PartyRole.HOST
        elif actor.preposition == "for" or (role is PartyRole.TRAINER and not actor.preposition):
            yield actor, PartyRole.BENEFICIARY


def _payers(rest: tuple[Actor, ...]) -> Iterator[tuple[Actor, PartyRole]]:
    for actor in rest:
        if actor.after in _COST or (actor.preposition == "by" and actor.before in _PAYING):
            yield actor, PartyRole.FUNDER
