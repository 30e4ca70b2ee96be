"""Conflicts among the claims of a selection: found, resolved and grouped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from django.db.models import Q, QuerySet

from records.analysis.conflicts.grouping import Group, cut, grouped
from records.analysis.conflicts.pairs import (
    WHOLE,
    LeftOut,
    Pair,
    comparable,
    pairs,
)
from records.analysis.figures.matching import matching
from records.analysis.figures.reading import read_figures
from records.analysis.figures.replacing import (
    STRENGTH,
    Related,
    read_marks,
    read_relations,
    replaced_by,
    replacing_claims,
)
from records.analysis.figures.reported import Place, Reported
from records.analysis.figures.subjects import Subject, SubjectKind, Subjects
from records.enums import REPLACING, ConflictBasis, ConflictCertainty, MeasureMode
from records.models import Claim, Measure
from records.querysets.statements import among

MOST_PAIRS = 100_000
"""So many pairs of figures are found; beyond them `more_pairs` is set."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Groups of pairs, the figures in them by place, and what was left out."""

    groups: list[Group]
    figures: Mapping[Place, Reported]
    replaced: Mapping[Place, Related]
    left_out: LeftOut


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pairs are asked for: of one metric, found in one way, resolved or open.

    `like` is what the measures of both sides are like.
    """

    metric: str = ""
    like: Q = field(default_factory=Q)
    basis: str = ""
    resolved: bool | None = None

    @property
    def where(self) -> Q:
        """What the database selects: absolute figures, of the metric."""
        found = Q(measures__mode=MeasureMode.ABSOLUTE)
        return found & Q(measures__metric=self.metric) if self.metric else found

    @property
    def measures(self) -> Q:
        """What a measure of both sides is like, said of the measure."""
        return self.like & Q(metric=self.metric) if self.metric else self.like

    def takes(self, pair: Pair) -> bool:
        """Tell whether a pair is asked for."""
        return self.basis in ("", pair.basis) and self.resolved in (
            None,
            pair.resolution is not None,
        )


def conflicts(claims: QuerySet[Claim], wanted: Wanted, *, limit: int) -> Conflicts:
    """Find the conflicts among claims; six queries, seven with what measures are like.

    `limit` bounds the pairs shown. Both claims of a pair are of the selection; what resolves it
    can be any published claim. The figures of the newest claims are read, up to MOST_READ, and
    compared by sweeps: a question about all claims scans them.
    """
    found = read_figures(claims, wanted.where)
    marks = _marks(claims, wanted)
    numbers = found.claims | {number for pair in marks for number in pair}
    subjects = Subjects(numbers)
    relations = read_relations(numbers, REPLACING)
    restated = read_figures(replacing_claims(relations), wanted.where)
    replaced = replaced_by(found.figures, restated.figures, relations)
    left_out = LeftOut(not_read=found.not_read)
    asked = matching(found.figures, wanted.like)
    compared = comparable(
        (each for each in found.figures if each.place in asked), subjects, left_out
    )
    every = list(islice(pairs(compared), MOST_PAIRS + 1))
    left_out.more_pairs = len(every) > MOST_PAIRS
    strongest_last = sorted(relations, key=lambda each: STRENGTH[each.kind], reverse=True)
    known = {(each.claim, each.other): each for each in strongest_last}
    shown = [
        pair
        for pair in _resolved([*every[:MOST_PAIRS], *_marked(marks, subjects)], known, replaced)
        if wanted.takes(pair)
    ]
    left_out.beyond_limit = max(len(shown) - limit, 0)
    figures = {each.place: each for each in found.figures}
    return Conflicts(cut(grouped(shown), limit), figures, replaced, left_out)


def _resolved(
    every: list[Pair],
    relations: Mapping[tuple[int, int], Related],
    replaced: Mapping[Place, Related],
) -> Iterator[Pair]:
    """Say by what each pair is resolved: by one of the two claims, else by a third one."""
    for pair in every:
        one, other = pair.one, pair.other
        between = relations.get((one[0], other[0])) or relations.get((other[0], one[0]))
        resolution = between or replaced.get(one) or replaced.get(other)
        yield replace(pair, resolution=resolution) if resolution else pair


def _marks(claims: QuerySet[Claim], wanted: Wanted) -> list[tuple[int, int]]:
    """Read which of the claims are marked as contradicting, each pair once; two queries."""
    both = {(min(each[::2]), max(each[::2])) for each in read_marks()}
    numbers = among({number for pair in both for number in pair})
    named = claims.filter(pk__in=numbers)
    if wanted.measures:
        alike = Measure.objects.filter(wanted.measures, claim__in=numbers).order_by()
        named = named.filter(pk__in=alike.values("claim"))
    kept = set(named.order_by().values_list("pk", flat=True))
    return sorted(pair for pair in both if kept.issuperset(pair))


def _marked(marks: list[tuple[int, int]], subjects: Subjects) -> list[Pair]:
    return [
        Pair(
            (one, WHOLE),
            (other, WHOLE),
            ConflictBasis.MARKED,
            ConflictCertainty.CERTAIN,
            _shared(subjects.of(one), subjects.of(other)),
            None,
        )
        for one, other in marks
    ]


def _shared(one: Subject, other: Subject) -> Subject:
    """Say what two claims are both about."""
    both = tuple(key for key in one.keys if key in other.keys)
    if one.kind != other.kind or not both:
        return Subject(SubjectKind.UNKNOWN, ())
    return Subject(one.kind, both)
