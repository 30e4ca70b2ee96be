"""How many promises were kept, by who made them or what they are about."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import Case, Count, Exists, Expression, F, OuterRef, Q, QuerySet, Value, When

from records.analysis.promises.deciding import TELLING
from records.analysis.promises.judging import CAME_ABOUT, Standing, judge, lateness
from records.analysis.promises.restating import restating
from records.analysis.promises.selecting import (
    Wanted,
    figures,
    statements,
)
from records.enums import FACTS, Outcome, Overdue
from records.models import Claim, ClaimRelation, Measure
from records.querysets.statements import among
from records.values.days import Days
from records.values.period import Period

Key = int | str | None
Told = Mapping[int, Sequence[Period | None]]


class By(StrEnum):
    """What promises are grouped by.

    The actor is who said it, by number, else each organization that the claim is about.
    """

    ACTOR = "actor"
    COUNTRY = "country"
    KIND = "kind"
    MODALITY = "modality"


@dataclass(slots=True)
class Tally:
    """Promises by what became of them, and how late those were that came about."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    overdue: Counter[Overdue] = field(default_factory=Counter)
    late: list[Days] = field(default_factory=list)

    @property
    def promises(self) -> int:
        """How many there are."""
        return self.outcomes.total()


@dataclass(frozen=True, slots=True)
class Summary:
    """Groups, those with most promises first; `total` counts every promise once.

    A promise that belongs to several groups is in each; the key None is for those of none.
    `restatements` counts the promises that are left out because their claim restates another one,
    and `later` the claims that tell that promises came about, but after the day.
    """

    groups: Mapping[Key, Tally]
    total: Tally
    restatements: int
    later: int


class _Late(NamedTuple):
    """A promise that came about, in one group."""

    claim: int
    row: tuple[str, int]
    key: Key
    due_from: date | None
    due_until: date | None
    outcome: str


def sum_promises(claims: QuerySet[Claim], wanted: Wanted, by: By, *, guarded: bool) -> Summary:
    """Count promises by group: at most nine queries, which read all promises that are asked for.

    `guarded` leaves out promises of claims that corroborate, repeat or derive from another claim
    among `claims` that promises something.
    """
    groups: dict[Key, Tally] = defaultdict(Tally)
    total, restatements, late = Tally(), 0, list[_Late]()
    again = restating(claims) if guarded else set[int]()
    for arm in (statements(claims, wanted), figures(claims, wanted)):
        marked = arm.annotate(restating=_is_among(arm.model, again))
        for is_restating, standing, recorded, count in _counted(marked, "restating"):
            if is_restating:
                restatements += count
            else:
                _add(total, standing, recorded, count)
        own = marked.filter(restating=False).annotate(key=_key(arm.model, by))
        for key, standing, recorded, count in _counted(own, "key"):
            _add(groups[key or None], standing, recorded, count)
        late += _came_about(own, wanted.on)
    _add_lateness(late, _told(claims, wanted.on) if late else {}, groups, total)
    ordered = sorted(groups.items(), key=lambda group: (-group[1].promises, *_order(group[0])))
    return Summary(dict(ordered), total, restatements, _later(claims, wanted))


def _counted(arm: QuerySet[Any], key: str) -> Iterable[tuple[Any, str, str, int]]:
    groups = arm.order_by().values_list(key, "standing", "recorded")
    counts: Iterable[tuple[Any, str, str, int]] = groups.annotate(Count("pk", distinct=True))
    return counts


def _add(tally: Tally, standing: str, recorded: str, count: int) -> None:
    judged = judge(recorded, "", Standing(standing))
    tally.outcomes[judged.outcome] += count
    tally.overdue[judged.overdue] += count


def _key(model: type[Claim | Measure], by: By) -> Expression | F:
    claim = "" if model is Claim else "claim__"
    if by == By.ACTOR:
        about = F(f"{claim}organization_links__organization_id")
        said_by = f"{claim}said_by_id"
        return Case(When(Q(**{f"{said_by}__isnull": False}), then=F(said_by)), default=about)
    if by == By.COUNTRY:
        return F(f"{claim}country_links__country")
    if by == By.KIND:
        return F(f"{claim}kind")
    return F("modality" if model is Claim else "temporal_mode")


def _order(key: Key) -> tuple[bool, Any]:
    """Put what has no key last."""
    return key is None, key or 0


def _is_among(model: type[Claim | Measure], numbers: Collection[int]) -> Case:
    """Tell whether a row's claim is one of those named by number."""
    number = "pk" if model is Claim else "claim_id"
    named = When(**{f"{number}__in": among(numbers)}, then=Value(value=True))
    return Case(named, default=Value(value=False))


def _came_about(arm: QuerySet[Any], on: date) -> Iterable[_Late]:
    """Read the promises that a fact of a day tells about."""
    number = "pk" if arm.model is Claim else "claim_id"
    telling = _telling(on).filter(other=OuterRef(number))
    rows = arm.filter(Exists(telling), recorded__in=CAME_ABOUT).order_by().distinct()
    bounds = ("falls_due_earliest", "falls_due_latest")
    names = (number, "pk", "key", *bounds, "recorded")
    for claim, pk, key, *rest in rows.values_list(*names):
        yield _Late(claim, (arm.model.__name__, pk), key or None, *rest)


def _telling(on: date, *, later: bool = False) -> QuerySet[ClaimRelation]:
    """Select what facts tell of promises: those up to a day, or those certainly of later ones."""
    told = ClaimRelation.objects.standing().filter(kind__in=TELLING, claim__modality__in=FACTS)
    after = Q(claim__occurred_earliest__gt=on)
    return told.filter(after if later else ~after)


def _later(claims: QuerySet[Claim], wanted: Wanted) -> int:
    whole = statements(claims, wanted).order_by().values("pk")
    figure = figures(claims, wanted).order_by().values("claim_id")
    told = _telling(wanted.on, later=True)
    return told.filter(Q(other__in=whole) | Q(other__in=figure)).count()


def _told(claims: QuerySet[Claim], on: date) -> Told:
    """Read the dates of what tells that promises of claims came about, by the claim's number."""
    rows = _telling(on).filter(other__in=claims.order_by().values("pk")).order_by()
    found: dict[int, list[Period | None]] = defaultdict(list)
    for number, *bounds in rows.values_list(
        "other_id", "claim__occurred_earliest", "claim__occurred_latest"
    ):
        found[number].append(Period(*bounds) if any(bounds) else None)
    return found


def _add_lateness(late: list[_Late], told: Told, groups: Mapping[Key, Tally], total: Tally) -> None:
    """Add how late promises came about to their groups, and once to the total."""
    seen = set()
    for each in late:
        due = Period(each.due_from, each.due_until) if each.due_from or each.due_until else None
        days = lateness(due, Outcome(each.outcome), told[each.claim]).days
        if days is None:
            continue
        groups[each.key].late.append(days)
        if each.row not in seen:
            seen.add(each.row)
            total.late.append(days)
