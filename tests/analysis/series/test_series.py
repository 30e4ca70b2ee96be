"""Series are what reading every claim finds, in words and sets of days."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import transaction
from hypothesis import given, settings

from records.analysis.series.chosen import Chosen
from records.analysis.series.series import series
from records.models import Claim
from records.values.period import Period
from tests.analysis.figures.claims import (
    PERIODS,
    REPEATING,
    claims,
    measure_the_same,
    repeating,
    replacements,
    same_thing,
    store,
    subject,
)

pytestmark = [pytest.mark.django_db, pytest.mark.behind_the_service]

KINDS = [*REPEATING, "retracts", "corrects", "narrows", "updates", "contradicts"]
GRAINS = {
    "2024": "year", "2024~": "year", "2024-01": "month", "2024-02": "month", "2024-01-20": "day",
}  # fmt: skip


def found(metric, **chosen):
    return series(Claim.objects.published(), Chosen(metric, **chosen), limit=1000)


def lines(points):
    """Sort points into lines, comparing every pair."""
    labelled = {}
    for one in points:
        labelled[one.place] = grain(one) if one.metric == "production_output" else ""
    families = {
        one.place: frozenset(
            other.place for other in points
            if subject(one.claim) == subject(other.claim) and measure_the_same(one, other)
        )
        for one in points
    }  # fmt: skip
    counts = Counter((families[place], label) for place, label in labelled.items())
    found = {}
    for one in points:
        family, label = families[one.place], labelled[one.place]
        growing = f"since {PERIODS[one.date][0]}"
        alone = label not in ("", "occurred") and counts[family, label] == 1
        if alone and counts[family, growing]:
            label = growing
        found.setdefault((family, label), []).append(one)
    return {tuple(one.place for one in sorted(each, key=in_time)) for each in found.values()}


def grain(one):
    if not one.period:
        return "occurred"
    return GRAINS.get(one.period, f"since {PERIODS[one.period][0]}")


def in_time(one):
    return min(one.days), max(one.days), one.place


@settings(max_examples=25)
@given(claims(KINDS))
def test_lines_are_those_that_pairs_of_points_make(told):
    with transaction.atomic():
        figures = store(told)
        answers = {metric: found(metric) for metric in ("production_output", "personnel")}
        transaction.set_rollback(True)

    replaced = {place for place, _ in replacements(figures, told)}
    for metric, answer in answers.items():
        of_metric = [each for each in figures if each.metric == metric]
        left_out, points, relative = Counter(), [], set()
        repeats = repeating([each for each in of_metric if each.claim.modality != "denial"], told)
        for each in of_metric:
            if each.claim.modality == "denial":
                left_out["denied"] += 1
            elif each.place in replaced:
                left_out["replaced"] += 1
            elif each.place in repeats:
                left_out["restatements"] += 1
            elif each.mode != "absolute":
                relative.add(each.place)
            elif not each.numbers:
                left_out["without_value"] += 1
            elif not each.date:
                left_out["undated"] += 1
            else:
                points.append(each)
        shown = {tuple(point.figure.place for point in line.points) for line in answer.lines}
        assert shown == lines(points)
        assert {each.figure.place for each in answer.relative} == relative
        counted = {name: getattr(answer.left_out, name) for name in left_out}
        assert counted == left_out


@settings(max_examples=25)
@given(claims(KINDS))
def test_figures_that_are_asked_for_are_flagged(told):
    with transaction.atomic():
        figures = store(told)
        answer = found("production_output", replaced=True, restatements=True)
        transaction.set_rollback(True)

    by = replacements(figures, told)
    points = [point for line in answer.lines for point in line.points]
    for each in (*points, *answer.relative):
        flagged = each.replaced and (each.figure.place, each.replaced.claim)
        assert flagged in by if flagged else each.figure.place not in {place for place, _ in by}
    assert answer.left_out.replaced == answer.left_out.restatements == 0


@settings(max_examples=15)
@given(claims(["contradicts"]))
def test_figures_of_some_days_are_those_whose_days_touch_or_lie_within_them(told):
    first, last = date(2024, 1, 10), date(2024, 2, 20)
    window = {first + timedelta(number) for number in range((last - first).days + 1)}

    def chosen(**asked):
        answer = found("production_output", replaced=True, restatements=True, **asked)
        points = [point for line in answer.lines for point in line.points]
        return {each.figure.place for each in (*points, *answer.relative)}

    with transaction.atomic():
        figures = {each.place: each for each in store(told)}
        every = chosen()
        touching = chosen(period=Period(first, last))
        inside = chosen(period=Period(first, last), certainly=True)
        since = chosen(period=Period(first, None))
        transaction.set_rollback(True)

    dated = {place: figures[place].days for place in every if figures[place].date}
    assert touching == {place for place, days in dated.items() if days & window}
    assert inside == {place for place, days in dated.items() if days <= window}
    assert since == {place for place, days in dated.items() if max(days) >= first}


@settings(max_examples=25)
@given(claims(["contradicts"]))
def test_relative_figures_are_linked_to_what_they_start_from(told):
    with transaction.atomic():
        figures = {each.place: each for each in store(told)}
        answer = found("production_output")
        transaction.set_rollback(True)

    for each in answer.relative:
        figure = figures[each.figure.place]
        start = each.start and figures[each.start.place]
        if each.derived.interval:
            assert start.mode == "absolute"
            assert start.claim is figure.claim or subject(start.claim) == subject(figure.claim)
            assert same_thing(start, figure)
            of = {"baseline": figure.period, "result": figure.baseline}[each.derived.target]
            assert start.period == of != ""
            if {start.qualifier, figure.qualifier} == {"exact"}:
                exact = implied(each.derived.target, figure, Fraction(start.value))
                low, high = map(Fraction, (each.derived.interval.low, each.derived.interval.high))
                assert low <= exact <= high
                assert high - low <= max(abs(exact), 1) / 10**6
        elif figure.qualifier == "exact" and figure.value and figure.baseline:
            assert not [
                other for other in figures.values()
                if other.mode == "absolute" and other.qualifier == "exact" and other.value
                and other.temporal_mode == "actual" and other.claim.modality != "denial"
                and other.period == figure.baseline and same_thing(other, figure)
                and subject(other.claim) == subject(figure.claim)
            ]  # fmt: skip


def implied(target, figure, known):
    factor = Fraction(figure.value)
    if figure.mode == "percent_change":
        factor = 1 + factor / 100
    return known * factor if target == "result" else known / factor
