"""How far public facts are borne out by claims: what has no evidence, one voice, or a dispute.

Only published claims count, as evidence about published records. A fact is a field that says
something, or for one voice and disputes what evidence names: a field or one row of a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Concat

from records.enums import EvidenceStance, EvidenceState, ReviewStatus
from records.models import Agreement, Organization, Record, WeaponSystem
from records.models.evidence import Evidence
from records.models.relations import owned_rows

_ALWAYS = Q(pk__isnull=False)

STATED: dict[type[Record], dict[str, Q | str]] = {
    Agreement: {
        "title": _ALWAYS,
        "kind": _ALWAYS,
        "status": ~Q(status="unknown"),
        "areas": "areas",
        "summary": ~Q(summary=""),
        "parties": "parties",
        "items": "items",
        "value": Q(value_amount__isnull=False),
        "place": ~Q(place=""),
        "milestones": "milestones",
        "relations": "relations",
    },
    Organization: {
        "name": _ALWAYS,
        "names": "names",
        "identifiers": "identifiers",
        "kind": _ALWAYS,
        "country": ~Q(country=""),
        "parent": Q(parent__isnull=False),
        "website": ~Q(website=""),
        "founded": ~Q(founded=""),
        "dissolved": ~Q(dissolved=""),
    },
    WeaponSystem: {
        "designation": _ALWAYS,
        "names": "names",
        "identifiers": "identifiers",
        "category": _ALWAYS,
        "variant_of": Q(variant_of__isnull=False),
        "origin": ~Q(origin=""),
        "manufacturers": "manufacturer_links",
        "caliber_mm": Q(caliber_mm__isnull=False),
        "development_status": ~Q(development_status="unknown"),
    },
}
"""When a field says something: a condition, or the owned list that must not be empty."""

WAITING = (ReviewStatus.DRAFT, ReviewStatus.IN_REVIEW, ReviewStatus.CHANGES_REQUESTED)


class Fact(NamedTuple):
    """A field of a record, or one row of a list; an empty row is the field as a whole."""

    number: int
    field: str
    row: str


@dataclass(frozen=True, slots=True)
class Found:
    """How many facts there are of a sort, and the first of them by number of the record."""

    count: int
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Facts without evidence: how many by field, and the first records that have such."""

    by_field: dict[str, int]
    records: dict[int, list[str]]


def unsupported(model: type[Record], limit: int) -> Unsupported:
    """Count the facts of published records that no claim says anything about: two queries."""
    missing = _missing(model)
    published = model.objects.published()
    counts = published.aggregate(**{
        f"no_{field}": Count("pk", filter=where) for field, where in missing.items()
    })  # fmt: skip
    flags = {
        f"no_{field}": Case(When(where, then=Value(1)), default=Value(0))
        for field, where in missing.items()
    }
    first = published.filter(_any(missing)).order_by("pk").annotate(**flags).values("pk", *flags)
    return Unsupported(
        {field: counts[f"no_{field}"] for field in missing},
        {row["pk"]: [field for field in missing if row[f"no_{field}"]] for row in first[:limit]},
    )


def single_source(model: type[Record], limit: int) -> Found:
    """Find facts that nothing contradicts, of one claim or of one text: two queries."""
    return _found(_single_source(model), limit)


def disputed(model: type[Record], limit: int) -> Found:
    """Find facts that a claim contradicts: two queries."""
    return _found(_disputed(model), limit)


def having(model: type[Record], state: EvidenceState) -> Q:
    """Build the condition that a public record has a fact in a state that needs work."""
    public = Q(review_status=ReviewStatus.PUBLISHED)
    if state == EvidenceState.UNSUPPORTED:
        return public & _any(_missing(model))
    facts = {EvidenceState.SINGLE_SOURCE: _single_source, EvidenceState.DISPUTED: _disputed}
    found = facts[state](model)
    return public & Q(pk__in=found.values(f"{found.model.owner}_id"))


def _missing(model: type[Record]) -> dict[str, Q]:
    """Say, by field, when a record says something that no claim says anything about."""
    return {field: _stated(model, field) & ~_spoken_of(model, field) for field in STATED[model]}


def _any(conditions: Mapping[str, Q]) -> Q:
    return reduce(or_, conditions.values())


def _single_source(model: type[Record]) -> "QuerySet[Any, Any]":
    """Group the facts of one voice; a published claim can always be traced to a text."""
    source = F("claim__citations__source")
    group = F("claim__citations__source__origin_group")
    origin = Case(
        When(
            claim__citations__source__origin_group="",
            then=Concat(Value("source "), Cast(source, CharField())),
        ),
        default=Concat(Value("group "), group),
        output_field=CharField(),
    )
    facts = _facts(model).annotate(
        disputes=Count("pk", filter=Q(stance=EvidenceStance.CONTRADICTS)),
        voices=Count("claim", distinct=True),
        origins=Count(origin, distinct=True),
    )
    found: QuerySet[Any, Any] = facts.filter(Q(disputes=0) & (Q(voices=1) | Q(origins=1)))
    return found


def _disputed(model: type[Record]) -> "QuerySet[Any, Any]":
    facts = _facts(model).filter(stance=EvidenceStance.CONTRADICTS)
    found: QuerySet[Any, Any] = facts.annotate(disputes=Count("pk"))
    return found


def waiting(model: type[Record], limit: int) -> tuple[int, list[Record]]:
    """Count the records that are not decided on, and read the oldest: two queries."""
    rows = model.objects.filter(review_status__in=WAITING)
    return rows.count(), list(rows.order_by("created_at", "pk").defer("document")[:limit])


def _stated(model: type[Record], field: str) -> Q:
    condition = STATED[model][field]
    if isinstance(condition, Q):
        return condition
    rows = owned_rows(model)[condition]
    return Q(Exists(rows._default_manager.filter(**{f"{rows.owner}_id": OuterRef("pk")})))


def _spoken_of(model: type[Record], field: str) -> Q:
    rows = _evidence(model)
    owner = {f"{rows.owner}_id": OuterRef("pk")}
    return Q(Exists(_public(rows).filter(field=field, **owner)))


def _evidence(model: type[Record]) -> type[Evidence]:
    return owned_rows(model)["evidence"]  # type: ignore[return-value]


def _public(rows: type[Any]) -> "QuerySet[Any]":
    published = {"claim__review_status": ReviewStatus.PUBLISHED}
    found: QuerySet[Any] = rows._default_manager.filter(**published).order_by()
    return found


def _facts(model: type[Record]) -> "QuerySet[Any, Any]":
    """Group the public evidence about published records by the fact that it is about."""
    rows = _evidence(model)
    published = {f"{rows.owner}__review_status": ReviewStatus.PUBLISHED}
    return _public(rows).filter(**published).values(f"{rows.owner}_id", "field", "row")


def _found(facts: "QuerySet[Any, Any]", limit: int) -> Found:
    owner = f"{facts.model.owner}_id"
    places = (owner, "field", "row")
    first = facts.order_by(*places).values_list(*places)[:limit]
    return Found(facts.count(), [Fact(*place) for place in first])
