"""Pairs of figures that cannot both hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from records.analysis.conflicts.sweep import Stretch, overlapping_apart, parts_beyond_wholes
from records.analysis.figures.comparing import FLOWS, LEVELS, Measured, measured
from records.analysis.figures.replacing import Related
from records.analysis.figures.reported import Place, Reported, When
from records.analysis.figures.subjects import Subject, Subjects
from records.enums import ConflictBasis, ConflictCertainty, Qualifier
from records.values.interval import Interval

_ROUGH = frozenset({Qualifier.ABOUT, Qualifier.ORDER_OF_MAGNITUDE})
"""What says that the figure is not far from the truth, and not how far."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An absolute figure that can be compared."""

    figure: Reported
    when: When
    interval: Interval
    measured: Measured
    subject: Subject


WHOLE = -1
Member = Place
"""A figure, or with the position WHOLE a claim as a whole."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, in order of claim and position; of a marked pair, two claims.

    `subject` is that of both figures; of a marked pair, what both claims are about, if anything.
    """

    one: Member
    other: Member
    basis: ConflictBasis
    certainty: ConflictCertainty
    subject: Subject
    measured: Measured | None
    resolution: Related | None = None


@dataclass(slots=True)
class LeftOut:
    """What was not compared or is not shown: figures, and pairs beyond a limit."""

    denied: int = 0
    without_value: int = 0
    undated: int = 0
    beyond_limit: int = 0
    more_pairs: bool = False
    not_read: int = 0


def comparable(
    figures: Iterable[Reported], subjects: Subjects, left_out: LeftOut
) -> list[Compared]:
    """Keep the figures that say a number for a time and are not denied, and count the others."""
    found = []
    for figure in figures:
        when = figure.when
        if figure.is_denied:
            left_out.denied += 1
        elif (interval := figure.interval) is None:
            left_out.without_value += 1
        elif when is None:
            left_out.undated += 1
        else:
            subject = subjects.of(figure.claim)
            found.append(Compared(figure, when, interval, measured(figure), subject))
    return found


def pairs(compared: Iterable[Compared]) -> Iterator[Pair]:
    """Yield the pairs that cannot both hold, each once."""
    alike: dict[tuple[Measured, Subject], list[Compared]] = defaultdict(list)
    for each in compared:
        alike[each.measured, each.subject].append(each)
    for (what, subject), group in alike.items():
        for first, second in _apart(what, group):
            one, other = sorted((first, second), key=lambda each: each.figure.place)
            if one.figure.claim != other.figure.claim:
                basis = _basis(what.metric, one.when, other.when)
                certainty = _certainty(basis, one, other)
                yield Pair(one.figure.place, other.figure.place, basis, certainty, subject, what)


def _apart(what: Measured, group: Sequence[Compared]) -> Iterator[tuple[Compared, Compared]]:
    """Yield pairs of one metric whose amounts cannot both hold for their days."""
    if len(group) == 1:
        return
    stretches = [Stretch.of(each.when.earliest, each.when.latest, each.interval) for each in group]
    find = overlapping_apart if what.metric in LEVELS else parts_beyond_wholes
    for first, second in find(stretches):
        one, other = group[first], group[second]
        if what.metric in LEVELS or what.metric in FLOWS or one.when.days == other.when.days:
            yield one, other


def _basis(metric: str, one: When, other: When) -> ConflictBasis:
    if one.days == other.days:
        return ConflictBasis.SAME_PERIOD
    if metric in LEVELS:
        return ConflictBasis.OVERLAPPING_PERIOD
    return ConflictBasis.PART_EXCEEDS_WHOLE


def _certainty(basis: ConflictBasis, *both: Compared) -> ConflictCertainty:
    sure = all(each.when.is_certain and each.figure.qualifier not in _ROUGH for each in both)
    if basis != ConflictBasis.OVERLAPPING_PERIOD and sure:
        return ConflictCertainty.CERTAIN
    return ConflictCertainty.POSSIBLE
