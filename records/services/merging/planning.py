"""What a merge would do, before it is done."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from records.enums import ReviewStatus
from records.models import Record
from records.models.relations import Reference, owned_rows, references_to
from records.querysets.tree import ancestors
from records.representations.loading import load_whole
from records.services import states
from records.services.errors import MergeError
from records.services.merging.choosing import Choices, Side, chosen, sides
from records.services.merging.uniting import Dropped, Turn, turned, united
from records.services.states import State
from records.services.validating import PARENTS
from records.validators.records import CITABLE

BATCH = 500
"""How many records are read at once."""

_CLOSED = frozenset({ReviewStatus.REJECTED, ReviewStatus.RETRACTED, ReviewStatus.MERGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A record with what it is now and what the merge makes of it."""

    record: Record
    before: State
    after: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Records whose references through one field go to the survivor.

    `place` is the field, after the owned list if it is in one: `parties.organization`.
    """

    owner: type[Record]
    place: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that a merge does. `sides` says whose value the survivor has, by facet."""

    survivor: Rewrite
    merged: Rewrite
    sides: dict[str, Side]
    moves: tuple[Move, ...]
    moved: tuple[Rewrite, ...]
    dropped: tuple[Dropped, ...]


def preview_merge(*, survivor: Record, merged: Record, choices: Choices) -> Plan:
    """Plan the merge of two records of one type, as they are stored now.

    Raises ValidationError for choices that cannot be, and MergeError for records that cannot be
    merged where they stand. Nothing is stored.
    """
    model = type(survivor)
    if merged.pk == survivor.pk or type(merged) is not model:
        raise ValidationError({"into": ValidationError(
            "Name another record of the same type.", code="same_record"
        )})  # fmt: skip
    whole = {record.pk: record for record in load_whole(model, [survivor.pk, merged.pk])}
    survivor, merged = whole[survivor.pk], whole[merged.pk]
    _check_states(survivor, merged)
    mine, theirs = states.take(survivor), states.take(merged)
    by_facet = sides(model, mine, theirs, choices)
    columns = chosen(model, mine, theirs, by_facet)
    _settle_parent(survivor, merged, columns)
    joined, left = united(survivor, mine, theirs, columns)
    turn = Turn(model, merged.pk, survivor.pk)
    after, left_too = turned(survivor, joined, turn)
    moves = tuple(_moves(survivor, merged))
    moved, dropped = _moved(moves, turn)
    return Plan(
        survivor=Rewrite(record=survivor, before=mine, after=after),
        merged=Rewrite(record=merged, before=theirs, after=theirs),
        sides=by_facet,
        moves=moves,
        moved=tuple(moved),
        dropped=(*left, *left_too, *dropped),
    )


def _check_states(survivor: Record, merged: Record) -> None:
    for record in (survivor, merged):
        if record.review_status in _CLOSED:
            state = ReviewStatus(record.review_status).label.lower()
            raise MergeError(
                "wrong_review_status", f"{record.public_id} is “{state}”; it cannot be merged."
            )
    if merged.review_status in CITABLE and survivor.review_status not in CITABLE:
        raise MergeError(
            "survivor_not_public",
            f"{merged.public_id} is public and {survivor.public_id} is not: publish "
            f"{survivor.public_id} first, or merge it into {merged.public_id}.",
        )


def _settle_parent(survivor: Record, merged: Record, columns: dict[str, object]) -> None:
    """Hang the survivor under a record that is neither of the two, nor below either."""
    field = PARENTS.get(type(survivor))
    if field is None:
        return
    both, key = {survivor.pk, merged.pk}, f"{field}_id"
    above = columns[key]
    if above in both:
        others = (getattr(record, key) for record in (merged, survivor))
        above = columns[key] = next((each for each in others if each not in {*both, None}), None)
    if isinstance(above, int):
        way = type(survivor).objects.filter(pk__in=ancestors(type(survivor), field, above))
        if way.filter(pk__in=both).exists():
            raise ValidationError({f"choices.{field}": ValidationError(
                "The survivor would be its own ancestor; choose the other record's value.",
                code=f"{field}_cycle",
            )})  # fmt: skip


def _moves(survivor: Record, merged: Record) -> Iterator[Move]:
    model = type(survivor)
    for reference in references_to(model):
        rows = reference.row._default_manager.filter(**{reference.field: merged})
        found = set(rows.order_by().values_list(reference.back, flat=True))
        if reference.owner is model:
            found -= {survivor.pk, merged.pk}
        if found:
            yield Move(owner=reference.owner, place=_place(reference), numbers=tuple(sorted(found)))


def _place(reference: Reference) -> str:
    if reference.row is reference.owner:
        return reference.field
    lists = owned_rows(reference.owner)
    name = next(name for name, row in lists.items() if row is reference.row)
    return f"{name}.{reference.field}"


def _moved(moves: Sequence[Move], turn: Turn) -> tuple[list[Rewrite], list[Dropped]]:
    numbers: dict[type[Record], set[int]] = {}
    for move in moves:
        numbers.setdefault(move.owner, set()).update(move.numbers)
    rewrites, dropped = [], []
    for owner, all_of_it in numbers.items():
        for record in in_batches(owner, all_of_it):
            before = states.take(record)
            after, left = turned(record, before, turn)
            rewrites.append(Rewrite(record=record, before=before, after=after))
            dropped += left
    return rewrites, dropped


def in_batches(model: type[Record], numbers: Iterable[int]) -> Iterator[Record]:
    """Read whole records in the order of their numbers."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), BATCH):
        found = load_whole(model, ordered[start : start + BATCH])
        yield from sorted(found, key=lambda record: record.pk)
