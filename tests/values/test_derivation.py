from dataclasses import replace
from decimal import Decimal

import pytest

from records.enums import DerivedNullReason, MeasureMode, Qualifier
from records.values.derivation import Derived, MeasureFacts, derive, object_key, unit_key
from records.values.interval import Interval
from records.values.measures import Figure


def figure(mode, value, precision=None):
    return Figure(
        mode,
        Qualifier.EXACT,
        value if value is None else Decimal(value),
        precision=precision and Decimal(precision),
    )


CARGO = MeasureFacts(
    position=0,
    metric="cargo_volume",
    object_key="rail",
    unit="TNE",
    period="2024-02",
    baseline_period="",
    figure=figure(MeasureMode.ABSOLUTE, 14_500_000, 100_000),
)
GROWTH = replace(
    CARGO,
    position=1,
    unit="",
    baseline_period="2023-02",
    figure=figure(MeasureMode.PERCENT_CHANGE, 30, 1),
)
EARLIER = replace(CARGO, position=2, period="2023-02", figure=figure(MeasureMode.ABSOLUTE, 10))
MORE = replace(GROWTH, unit="TNE", figure=figure(MeasureMode.DIFFERENCE, 3))


def refused(reason):
    return Derived(None, None, (), DerivedNullReason(reason))


def point(value):
    return Interval.point(Decimal(value))


def test_derive_from_result_gives_baseline():
    assert derive(GROWTH, [CARGO, GROWTH]) == Derived(
        target="baseline",
        interval=Interval(
            Decimal("11072796.93486590038314176245210727"),
            Decimal("11235521.23552123552123552123552124"),
        ),
        inputs=(0,),
        reason=None,
    )


def test_derive_from_baseline_gives_result():
    assert derive(GROWTH, [GROWTH, EARLIER]) == Derived(
        target="result",
        interval=Interval(Decimal("12.95"), Decimal("13.05")),
        inputs=(2,),
        reason=None,
    )


def test_derive_prefers_the_result_and_then_the_first():
    twin = replace(CARGO, position=3, figure=figure(MeasureMode.ABSOLUTE, 26))
    growth = replace(GROWTH, figure=figure(MeasureMode.PERCENT_CHANGE, 30))
    assert derive(growth, [EARLIER, twin, CARGO]) == Derived("baseline", point(20), (3,), None)


def test_derive_passes_over_a_sibling_that_says_nothing():
    undisclosed = replace(CARGO, figure=figure(MeasureMode.ABSOLUTE, None))
    growth = replace(GROWTH, figure=figure(MeasureMode.PERCENT_CHANGE, 30))
    assert derive(growth, [undisclosed, EARLIER]) == Derived("result", point(13), (2,), None)


@pytest.mark.parametrize(
    "sibling",
    [
        replace(CARGO, metric="trade_value"),
        replace(CARGO, object_key="road"),
        replace(CARGO, period="2024-03"),
        replace(CARGO, period=""),
        replace(CARGO, figure=figure(MeasureMode.SHARE, 5)),
        GROWTH,
    ],
)
def test_derive_without_matching_sibling_is_baseline_unknown(sibling):
    assert derive(GROWTH, [sibling]) == refused("baseline_unknown")


def test_derive_without_siblings_is_baseline_unknown():
    assert derive(GROWTH, []) == refused("baseline_unknown")


def test_derive_empty_periods_are_not_the_same_period():
    undated = replace(GROWTH, period="", baseline_period="")
    assert derive(undated, [replace(CARGO, period="")]) == refused("baseline_unknown")


@pytest.mark.parametrize(
    "mode", [MeasureMode.ABSOLUTE, MeasureMode.SHARE, MeasureMode.RANK, MeasureMode.PP_CHANGE]
)
def test_derive_from_figure_without_counterpart_is_not_derivable(mode):
    assert derive(replace(GROWTH, figure=figure(mode, 5)), [CARGO]) == refused("not_derivable")


@pytest.mark.parametrize(
    ("stated", "named"),
    [
        (("EUR", "", "euros"), "EUR"),
        (("", "C62", "Launchers"), "C62"),
        (("", "", " Launchers"), "launchers"),
        (("", "", ""), ""),
    ],
)
def test_unit_is_named_by_its_code_else_by_words(stated, named):
    assert unit_key(*stated) == named


def test_derive_difference_needs_its_own_unit():
    in_pounds = replace(EARLIER, unit="LBR")
    assert derive(MORE, [in_pounds]) == refused("not_comparable")
    assert derive(MORE, [in_pounds, EARLIER]) == Derived("result", point(13), (2,), None)


@pytest.mark.parametrize(
    ("relative", "known", "reason"),
    [
        (figure(MeasureMode.PERCENT_CHANGE, -100), CARGO.figure, "not_derivable"),
        (figure(MeasureMode.RATIO, None), CARGO.figure, "unbounded"),
        (GROWTH.figure, figure(MeasureMode.ABSOLUTE, None), "baseline_unknown"),
    ],
)
def test_derive_refused_names_the_attempt(relative, known, reason):
    answer = derive(replace(GROWTH, figure=relative), [replace(CARGO, figure=known)])
    assert answer == Derived("baseline", None, (0,), DerivedNullReason(reason))


def test_one_thing_has_one_name_in_any_case():
    assert object_key(None, "uas", "Drones") == object_key(None, "uas", "drones")
    assert object_key(None, "uas", "drones") != object_key(None, "uas", "boats")
