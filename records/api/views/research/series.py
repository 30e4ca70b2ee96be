"""Figures of one metric over time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from records.analysis.figures.comparing import Span, measured
from records.analysis.figures.reported import Place
from records.analysis.series.chosen import Chosen
from records.analysis.series.points import Line, Point
from records.analysis.series.relative import Relative
from records.analysis.series.series import Series, series
from records.api.errors import ErrorItem
from records.api.filters import FILTERS
from records.api.filters.dates import DateMatch
from records.api.filters.own import OneOf, WholeNumber
from records.api.filters.own_values import (
    FirstDay,
    LastDay,
    OneCategory,
    OneRecord,
    OneUnit,
    Words,
)
from records.api.filters.ranges import reversed_range
from records.api.formats.renderers import Csv, Json, Svg
from records.api.resources import CLAIMS
from records.api.schema.operation import Operation
from records.api.serializers.days import shown_date
from records.api.serializers.series import SeriesRowSerializer, SeriesSerializer
from records.api.views.research.base import Answer, Asked, ResearchViewSet
from records.api.views.research.figures import (
    shown_figure,
    shown_measured,
    shown_replacement,
    shown_subject,
    subject_keys,
)
from records.api.views.research.named import Named
from records.api.views.research.series_picture import series_picture
from records.enums import MeasureMode, Metric, TemporalMode
from records.models import Claim, Measure
from records.representations.measure import shown_interval
from records.values.period import Period
from records.values.public_ids import RecordType

DEFAULT_LIMIT, MAX_LIMIT = 1000, 5000
LEAVE_OUT, INCLUDE = "leave_out", "include"


class SeriesViewSet(ResearchViewSet):
    """Lines of points that can be compared, ready to plot."""

    renderer_classes = (Json, Csv, Svg)
    resource = CLAIMS
    row = SeriesRowSerializer
    own = {
        "metric": OneOf(Metric, help_text="What the figures count.", needed=True),
        "category": OneCategory(
            help_text="Category of what is counted, with all categories below it, or of the "
            "weapon system that is."
        ),
        "weapon_system": OneRecord(
            RecordType.WEAPON_SYSTEM, help_text="Weapon system that is counted, by public id."
        ),
        "object_words": Words(help_text="Words within the source's words for what is counted."),
        "period_after": FirstDay(
            help_text="Figures for the first day of this EDTF date or later, whenever their claims "
            "were made. A figure is for the days of `period`: without a period of its own, for "
            "those of its claim. A count since a day is for all days since then."
        ),
        "period_before": LastDay(
            help_text="Figures for the last day of this EDTF date or earlier, as `period` says."
        ),
        "unit": OneUnit(
            help_text="Unit of the figures as a UN/CEFACT code, or their currency as an ISO 4217 "
            "code; relative figures without a unit of their own stay."
        ),
        "mode": OneOf(MeasureMode, help_text="How the figures are to be read."),
        "temporal_mode": OneOf(
            TemporalMode, help_text="Whether the figures are actual, planned or expected."
        ),
        "replaced": OneOf(
            (LEAVE_OUT, INCLUDE),
            default=LEAVE_OUT,
            help_text="Whether to show figures that another claim replaces, beside what does.",
        ),
        "restatements": OneOf(
            (LEAVE_OUT, INCLUDE),
            default=LEAVE_OUT,
            help_text="Whether to show figures that repeat another claim's.",
        ),
        "limit": WholeNumber(
            1,
            MAX_LIMIT,
            default=DEFAULT_LIMIT,
            help_text="How many points to show at most, in whole lines as long as they fit, and "
            "how many relative figures.",
        ),
    }
    described = Operation(
        id="getMeasureSeries",
        summary="See figures over time",
        description=(
            "What published claims report of one metric, in lines whose points can be compared: "
            "of one subject (the agreements that a claim names, else its organizations, else its "
            "countries), one object, unit or currency, temporal mode and firmness. Amounts of "
            "what happens in a period, such as output or losses, have periods of one sort on a "
            "line: months, years, or growing from one day. A figure without a period stands when "
            "what is claimed happened, which `basis` says. What is told as a fact since a day, "
            "such as `2022-02-24/..`, is for the days up to the last on which what is claimed can "
            "have happened: `period.latest` is that day. Plans stay open. A point is an interval, "
            "from `min` to `max`: every number that the figure as qualified leaves possible.\n\n"
            "Every figure shown matches `metric` and the other parameters about figures, and all "
            "filters by measure: where these exclude each other, nothing is shown.\n\n"
            "Relative figures are no points. `relative` has them, linked to the absolute figure "
            "that the other one is derived from, in their own claim or in another one of the same "
            "selection, or with the reason why none is.\n\n"
            "By default a figure is left out when another published claim corrects, narrows or "
            "updates it with one of the same object, unit and period, or retracts its claim, "
            "wherever that claim stands; and when it repeats a figure of a claim that its own "
            "duplicates, derives from or corroborates. `left_out` counts both."
        ),
        answer=lambda resolve: resolve(SeriesSerializer),
    )

    def problems(self, own: Mapping[str, Any]) -> Iterable[ErrorItem]:
        """Refuse a period that ends before it begins."""
        if error := reversed_range("period_after", own):
            yield ErrorItem("?period_after", error.code, str(error))

    def answer(self, asked: Asked) -> Answer:
        """Build the series: four or five queries for figures, one for each type named."""
        own = dict(asked.own)
        limit = own.pop("limit")
        flags = {name: own.pop(name) == INCLUDE for name in ("replaced", "restatements")}
        chosen = Chosen(
            metric=own["metric"],
            category=own["category"] or "",
            weapon_system=own["weapon_system"],
            unit=own["unit"] or "",
            mode=own["mode"] or "",
            temporal_mode=own["temporal_mode"] or "",
            words=own["object_words"] or "",
            period=Period(own["period_after"], own["period_before"]),
            certainly=asked.query.get("date_match") == DateMatch.CERTAIN,
            like=FILTERS[Claim].rows_like(Measure, asked.query),
            **flags,
        )
        found = series(asked.records, chosen, limit=limit)
        named = _named(found)
        lines = [_line(line, named) for line in found.lines]
        about = {
            "limit": limit,
            "lines": _told(found),
            "left_out": asdict(found.left_out),
            "relative": [_relative(each, named) for each in found.relative],
        }
        return Answer(lines, about, partial(series_picture, own["metric"], lines, about))

    def rows(self, answer: Answer) -> Iterator[dict[str, Any]]:
        """List the points line by line, then the relative figures."""
        nothing = {"baseline_period": None, "derived": None}
        for number, line in enumerate(answer.results, 1):
            subject = subject_keys(line["subject"])
            for point in line["points"]:
                yield {**line, **point, **nothing, "line": number, "subject": subject}
        for each in answer.about["relative"]:
            bare = dict.fromkeys(("line", "point_count", "span", "min", "max"))
            yield {**each, **bare, "subject": subject_keys(each["subject"])}


def _named(found: Series) -> Named:
    points = [point for line in found.lines for point in line.points]
    shown: list[Point | Relative] = [*points, *found.relative]
    subjects = [line.key.subject for line in found.lines]
    further = {each.start.claim for each in found.relative if each.start}
    further |= {each.replaced.claim for each in shown if each.replaced}
    further |= {each.repeats[0] for each in shown if each.repeats}
    subjects.extend(each.subject for each in found.relative)
    return Named([each.figure for each in shown], subjects, further)


def _told(found: Series) -> dict[str, int]:
    """Count the lines, and those of them that are shown whole and in part."""
    whole = sum(len(line.points) == line.count for line in found.lines)
    return {"count": found.line_count, "whole": whole, "cut": len(found.lines) - whole}


def _line(line: Line, named: Named) -> dict[str, Any]:
    key = line.key
    return {
        "subject": shown_subject(key.subject, named),
        **shown_measured(key.measured, line.points[0].figure, named),
        "basis": key.basis,
        "span": _span(key.span),
        "point_count": line.count,
        "points": [_point(point, named) for point in line.points],
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    return span and {"grain": span.grain, "since": span.since and span.since.isoformat()}


def _point(point: Point, named: Named) -> dict[str, Any]:
    return {
        **shown_figure(point.figure, named),
        **shown_interval(point.interval),
        "replaced_by": shown_replacement(point.replaced, named),
        "repeats": _place(point.repeats, named),
    }


def _relative(relative: Relative, named: Named) -> dict[str, Any]:
    figure = relative.figure
    return {
        "subject": shown_subject(relative.subject, named),
        **shown_measured(measured(figure), figure, named),
        **shown_figure(figure, named),
        "baseline_period": shown_date(
            figure.baseline_period,
            figure.baseline_period_earliest,
            figure.baseline_period_latest,
            words=figure.baseline_words,
        ),
        "derived": _derived(relative, named),
        "replaced_by": shown_replacement(relative.replaced, named),
        "repeats": _place(relative.repeats, named),
    }


def _derived(relative: Relative, named: Named) -> dict[str, Any]:
    derived, start = relative.derived, relative.start
    return {
        "target": derived.target,
        **shown_interval(derived.interval),
        "unit_code": (start.unit_code if start else "") or None,
        "currency": (start.currency if start else "") or None,
        "start": _place(start.place if start else None, named),
        "reason": derived.reason,
    }


def _place(place: Place | None, named: Named) -> dict[str, Any] | None:
    return place and {"claim": named.claims[place[0]], "position": place[1]}
