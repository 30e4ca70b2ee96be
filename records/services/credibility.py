"""Grade 1 of credibility, “confirmed by other sources”, is not given on one source's word.

STANAG 2511 gives the grade to what independent sources confirm. Here that is a claim which
corroborates the graded one, or which it corroborates, and which goes back to another text: to a
source of another origin group. What confirms a published claim is published itself; what confirms
a draft was not rejected or retracted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeGuard

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Q

from records.enums import ClaimRelationKind, Credibility, ReviewStatus
from records.models import Citation, Claim, ClaimRelation, OwnedRow, Record, Source
from records.values.evidence import Origins, independent, origin_of
from records.values.public_ids import RecordType, format_public_id

MOST_NAMED = 10
"""How many claims an error lists."""

_GIVEN_UP = frozenset({ReviewStatus.REJECTED, ReviewStatus.RETRACTED, ReviewStatus.MERGED})


@dataclass(frozen=True, slots=True)
class _Voice:
    """A claim as one that can confirm another."""

    status: str
    origins: Origins

    def confirms(self, other: "_Voice") -> bool:
        """Tell whether this claim may be what another one's grade rests on."""
        if other.status == ReviewStatus.PUBLISHED:
            heard = self.status == ReviewStatus.PUBLISHED
        else:
            heard = self.status not in _GIVEN_UP
        return heard and independent(self.origins, other.origins)


def validate_credibility(
    record: Record,
    before: Record | None,
    gone: Iterable[OwnedRow],
    together: Collection[int],
) -> None:
    """Refuse grade 1 without confirmation, and a change that takes a published one's away.

    The record is stored already. `gone` are the relations that it had before, if they were
    written; `together` are the numbers of claims that the same transaction publishes. Published
    claims that rest on the one written, or on a source whose origin group changes, are checked
    again; drafts are when they are written themselves, which publishing does. A claim that is
    merged into another one is left alone: what it confirms is written next, with the survivor.

    Raises ValidationError, with `credibility`, `origin_group` or `__all__` as its key.
    """
    if isinstance(record, Claim) and record.review_status != ReviewStatus.MERGED:
        if record.credibility == Credibility.CONFIRMED and record.review_status not in _GIVEN_UP:
            _check_own(record, together)
        if before is not None:
            left = {row.other_id for row in gone if _is_corroboration(row)}
            others = (_linked([record.pk]) | left) - {record.pk}
            _check_others(others, together, NON_FIELD_ERRORS)
    elif isinstance(record, Source) and _is_regrouped(record, before):
        citing = set(Citation.objects.filter(source=record).values_list("claim_id", flat=True))
        _check_others(citing | _linked(citing), together, "origin_group")


def _is_corroboration(row: OwnedRow) -> TypeGuard[ClaimRelation]:
    return isinstance(row, ClaimRelation) and row.kind == ClaimRelationKind.CORROBORATES


def _is_regrouped(source: Source, before: Record | None) -> bool:
    return isinstance(before, Source) and before.origin_group != source.origin_group


def _check_own(claim: Claim, together: Collection[int]) -> None:
    if _unconfirmed([claim.pk], together):
        error = ValidationError(
            "Grade 1 means “confirmed by other sources” (STANAG 2511): a claim that corroborates "
            "this one, or that it corroborates, must cite a source of another origin group, and "
            "be published if this one is. None does; add the relation, or give grade 2.",
            code="credibility_unconfirmed",
        )
        raise ValidationError({"credibility": error})


def _check_others(numbers: Collection[int], together: Collection[int], key: str) -> None:
    graded = Claim.objects.published().filter(pk__in=numbers, credibility=Credibility.CONFIRMED)
    lost = _unconfirmed(sorted(graded.values_list("pk", flat=True)), together) if numbers else []
    if lost:
        ids = [format_public_id(RecordType.CLAIM, number) for number in lost[:MOST_NAMED]]
        error = ValidationError(
            "Grade 1, “confirmed by other sources”, of %(claims)s would rest on nothing any more; "
            "give another grade there first.",
            code="confirms_others",
            params={"claims": ", ".join(ids) + (" …" if len(lost) > MOST_NAMED else "")},
        )
        raise ValidationError({key: error})


def _linked(numbers: Collection[int]) -> set[int]:
    """Collect the claims that corroborate these, or that these corroborate."""
    return {number for pair in _pairs(numbers) for number in pair}


def _pairs(numbers: Collection[int]) -> list[tuple[int, int]]:
    links = ClaimRelation.objects.filter(kind=ClaimRelationKind.CORROBORATES).order_by()
    touching = Q(claim__in=numbers) | Q(other__in=numbers)
    return list(links.filter(touching).values_list("claim_id", "other_id"))


def _unconfirmed(numbers: Collection[int], together: Collection[int]) -> list[int]:
    """List those of these claims that no other one confirms: two queries."""
    if not numbers:
        return []
    around: dict[int, set[int]] = defaultdict(set)
    for one, other in _pairs(numbers):
        around[one].add(other)
        around[other].add(one)
    voices = _voices({*numbers, *around}, together)
    return [
        number
        for number in numbers
        if not any(voices[other].confirms(voices[number]) for other in around[number])
    ]


def _voices(numbers: Collection[int], together: Collection[int]) -> dict[int, _Voice]:
    rows = Claim.objects.filter(pk__in=numbers).values_list(
        "pk", "review_status", "citations__source", "citations__source__origin_group"
    )
    states: dict[int, str] = {}
    origins: dict[int, set[str]] = defaultdict(set)
    for number, state, source, group in rows:
        states[number] = ReviewStatus.PUBLISHED if number in together else state
        if source is not None:
            origins[number].add(origin_of(format_public_id(RecordType.SOURCE, source), group))
    return {number: _Voice(state, frozenset(origins[number])) for number, state in states.items()}
