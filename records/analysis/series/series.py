"""The series of a metric: lines of absolute figures, and relative ones beside them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from records.analysis.figures.reading import Figures, read_figures
from records.analysis.figures.replacing import (
    Related,
    read_relations,
    repeats,
    replaced_by,
    replacing_claims,
)
from records.analysis.figures.reported import Place, Reported
from records.analysis.figures.subjects import Subjects
from records.analysis.series.chosen import Chosen
from records.analysis.series.points import Line, Point, cut, lines_of
from records.analysis.series.relative import Baselines, Relative
from records.enums import REPLACING, RESTATING, Metric
from records.models import Claim


@dataclass(slots=True)
class LeftOut:
    """Figures that are asked for and not shown, each counted once, by the reason."""

    denied: int = 0
    replaced: int = 0
    restatements: int = 0
    without_value: int = 0
    undated: int = 0
    beyond_limit: int = 0
    not_read: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """Lines of points out of `line_count`, relative figures by claim, and what was left out."""

    lines: list[Line]
    line_count: int
    relative: list[Relative]
    left_out: LeftOut


@dataclass(slots=True)
class _Sorting:
    """Figures on their way to lines."""

    chosen: Chosen
    asked: Collection[Place]
    replaced: Mapping[Place, Related]
    repeats: Mapping[Place, Place]
    left_out: LeftOut
    relative: list[Reported] = field(default_factory=list)

    def points(self, figures: list[Reported]) -> Iterator[Point]:
        """Yield the points; set relative figures aside and count what is no point."""
        for figure in figures:
            if not self._stays(figure):
                continue
            when, interval = figure.when, figure.interval
            if not figure.is_absolute:
                self.relative.append(figure)
            elif interval is None:
                self.left_out.without_value += 1
            elif when is None:
                self.left_out.undated += 1
            else:
                place = figure.place
                yield Point(
                    figure, when, interval, self.replaced.get(place), self.repeats.get(place)
                )

    def _stays(self, figure: Reported) -> bool:
        if figure.place not in self.asked:
            return False
        if figure.is_denied:
            self.left_out.denied += 1
        elif figure.place in self.replaced and not self.chosen.replaced:
            self.left_out.replaced += 1
        elif figure.place in self.repeats and not self.chosen.restatements:
            self.left_out.restatements += 1
        else:
            return True
        return False


def series(claims: QuerySet[Claim], chosen: Chosen, *, limit: int) -> Series:
    """Build the series that the figures of claims make; four queries, five with `like`.

    `limit` bounds the points, and the relative figures too. The index of measures by metric finds
    the figures; a metric of very many claims is read up to MOST_READ figures.
    """
    found = read_figures(claims, chosen.where)
    subjects = Subjects(found.claims)
    asked = chosen.among(found.figures)
    replaced, repeated = _relations(found, chosen.metric, asked)
    sorting = _Sorting(chosen, asked, replaced, repeated, LeftOut(not_read=found.not_read))
    lines = lines_of(sorting.points(found.figures), subjects)
    standing = (each for each in found.figures if each.place not in replaced and not each.is_denied)
    baselines = Baselines(found.figures, standing, subjects)
    relative = sorted(sorting.relative, key=lambda figure: figure.place)
    kept = cut(lines, limit)
    points = sum(line.count for line in lines) - sum(len(line.points) for line in kept)
    sorting.left_out.beyond_limit = points + max(len(relative) - limit, 0)
    return Series(
        kept,
        len(lines),
        [
            Relative(
                subjects.of(each.claim),
                each,
                *baselines.derive(each),
                replaced.get(each.place),
                repeated.get(each.place),
            )
            for each in relative[:limit]
        ],
        sorting.left_out,
    )


def _relations(
    found: Figures, metric: Metric, asked: Collection[Place]
) -> tuple[dict[Place, Related], dict[Place, Place]]:
    """Say which figures are replaced, by claims of the selection or not, and which repeat."""
    relations = read_relations(found.claims, (*REPLACING, *RESTATING))
    replacing = [each for each in relations if each.kind in REPLACING]
    repeating = [each for each in relations if each.kind in RESTATING]
    restated = read_figures(replacing_claims(replacing), Q(measures__metric=metric))
    told = [each for each in found.figures if each.place in asked and not each.is_denied]
    return (
        replaced_by(found.figures, restated.figures, replacing),
        repeats(told, repeating),
    )
