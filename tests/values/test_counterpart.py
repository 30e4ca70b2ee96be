from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.enums import DerivedNullReason, MeasureMode, Qualifier
from records.values.counterpart import RELATIVE, NotDerivable, derive_counterpart
from records.values.interval import Interval
from records.values.measures import Figure
from tests.values.strategies import any_numbers, deterministic

CARGO = Figure(
    MeasureMode.ABSOLUTE, Qualifier.EXACT, Decimal(14_500_000), precision=Decimal(100_000)
)
TEN = Figure(MeasureMode.ABSOLUTE, Qualifier.EXACT, Decimal(10))


def percent(value, qualifier=Qualifier.EXACT, precision=None):
    return Figure(
        MeasureMode.PERCENT_CHANGE,
        qualifier,
        Decimal(value),
        precision=precision and Decimal(precision),
    )


def ratio(value, qualifier=Qualifier.EXACT):
    return Figure(MeasureMode.RATIO, qualifier, Decimal(value))


def difference(value, qualifier=Qualifier.EXACT):
    return Figure(MeasureMode.DIFFERENCE, qualifier, Decimal(value))


def absolute(value, qualifier):
    return Figure(MeasureMode.ABSOLUTE, qualifier, Decimal(value))


def interval(low, high, *, low_open=False, high_open=False):
    return Interval(
        Decimal(low),
        None if high is None else Decimal(high),
        low_open=low_open,
        high_open=high_open,
    )


def test_derive_counterpart_of_rounded_growth_is_between_both_roundings():
    baseline = derive_counterpart(percent(30, precision=1), CARGO, "result")
    assert baseline == interval(
        "11072796.93486590038314176245210727", "11235521.23552123552123552123552124"
    )


@pytest.mark.parametrize(
    ("relative", "known", "known_is", "expected"),
    [
        (percent(25), TEN, "result", interval(8, 8)),
        (percent(25), TEN, "baseline", interval("12.5", "12.5")),
        (percent(-50), TEN, "result", interval(20, 20)),
        (percent(-50), TEN, "baseline", interval(5, 5)),
        (percent(-100), TEN, "baseline", interval(0, 0)),
        (percent(-100, precision=1), TEN, "baseline", interval(0, "0.05")),
        (percent(25, Qualifier.AT_LEAST), TEN, "result", interval(0, 8, low_open=True)),
        (percent(25, Qualifier.LESS_THAN), TEN, "result", interval(8, None, low_open=True)),
        (percent(25, Qualifier.LESS_THAN), TEN, "baseline", interval(0, "12.5", high_open=True)),
        (ratio(10), TEN, "result", interval(1, 1)),
        (ratio(10), TEN, "baseline", interval(100, 100)),
        (ratio(2, Qualifier.AT_MOST), TEN, "result", interval(5, None)),
        (ratio(2, Qualifier.AT_MOST), TEN, "baseline", interval(0, 20)),
        (ratio(2, Qualifier.MORE_THAN), TEN, "baseline", interval(20, None, low_open=True)),
        (difference(3), TEN, "result", interval(7, 7)),
        (difference(3), TEN, "baseline", interval(13, 13)),
        (difference(-3), TEN, "result", interval(13, 13)),
        (difference(3, Qualifier.AT_LEAST), TEN, "result", interval(0, 7)),
        (difference(3, Qualifier.AT_MOST), TEN, "baseline", interval(0, 13)),
        (percent(25), absolute(10, Qualifier.AT_LEAST), "result", interval(8, None)),
        (percent(25), absolute(10, Qualifier.LESS_THAN), "result", interval(0, 8, high_open=True)),
    ],
)
def test_derive_counterpart_known_answer(relative, known, known_is, expected):
    assert derive_counterpart(relative, known, known_is) == expected


@pytest.mark.parametrize(
    ("relative", "known", "known_is", "reason"),
    [
        (percent(30), None, "result", "baseline_unknown"),
        (percent(30), Figure(MeasureMode.ABSOLUTE, Qualifier.EXACT), "result", "baseline_unknown"),
        (percent(30), absolute("NaN", Qualifier.EXACT), "result", "baseline_unknown"),
        (percent(30), percent(30), "result", "not_comparable"),
        (Figure(MeasureMode.RATIO, Qualifier.EXACT), TEN, "result", "unbounded"),
        (percent("NaN"), TEN, "result", "unbounded"),
        (percent(-100, Qualifier.MORE_THAN), TEN, "baseline", "unbounded"),
        (ratio(0, Qualifier.MORE_THAN), TEN, "baseline", "unbounded"),
        (ratio(2), absolute(0, Qualifier.AT_LEAST), "result", "unbounded"),
        (ratio(2), absolute(0, Qualifier.MORE_THAN), "baseline", "unbounded"),
        (difference(5), absolute(0, Qualifier.MORE_THAN), "result", "unbounded"),
        (percent(-100), TEN, "result", "not_derivable"),
        (percent(-100, precision=1), TEN, "result", "not_derivable"),
        (percent(-150), TEN, "result", "not_derivable"),
        (percent(-150), TEN, "baseline", "not_derivable"),
        (ratio(0), TEN, "result", "not_derivable"),
        (difference(11), TEN, "result", "not_derivable"),
        (difference(-11), TEN, "baseline", "not_derivable"),
        (TEN, TEN, "result", "not_derivable"),
        (Figure(MeasureMode.SHARE, Qualifier.EXACT, Decimal(5)), TEN, "result", "not_derivable"),
        (Figure(MeasureMode.RANK, Qualifier.EXACT, Decimal(5)), None, "result", "not_derivable"),
        (
            Figure(MeasureMode.PP_CHANGE, Qualifier.EXACT, Decimal(5)),
            TEN,
            "result",
            "not_derivable",
        ),
    ],
)
def test_derive_counterpart_impossible_says_why(relative, known, known_is, reason):
    with pytest.raises(NotDerivable) as refusal:
        derive_counterpart(relative, known, known_is)
    assert refusal.value.reason is DerivedNullReason(reason)
    assert refusal.value.code == reason
    assert str(refusal.value) == (
        f"No absolute figure can be derived: {DerivedNullReason(reason).label}."
    )


@deterministic
@given(
    st.sampled_from(sorted(RELATIVE)),
    st.decimals(1, 10_000, places=2),
    st.decimals(1, 10_000, places=2),
    st.sampled_from([1, 10, 100]),
)
def test_derive_counterpart_holds_the_true_figures(mode, baseline, change, place):
    """Round a true baseline, change and result, and find each figure from the two others."""
    true_result = {
        MeasureMode.PERCENT_CHANGE: baseline * (1 + change / 100),
        MeasureMode.RATIO: baseline * change,
        MeasureMode.DIFFERENCE: baseline + change,
    }[mode]

    def rounded(mode, exact):
        value = (exact / place).to_integral_value() * place
        return Figure(mode, Qualifier.ABOUT, value, precision=Decimal(place))

    relative = rounded(mode, change)
    result = derive_counterpart(relative, rounded(MeasureMode.ABSOLUTE, baseline), "baseline")
    assert result.overlaps(Interval.point(true_result))
    try:
        found = derive_counterpart(relative, rounded(MeasureMode.ABSOLUTE, true_result), "result")
    except NotDerivable as refusal:
        assert refusal.reason in {  # noqa: PT017 - only a change that rounds to nothing may refuse
            DerivedNullReason.NOT_DERIVABLE,
            DerivedNullReason.UNBOUNDED,
        }
        assert change <= place / 2
        return
    assert found.overlaps(Interval.point(baseline))


@deterministic
@given(
    st.sampled_from(MeasureMode),
    st.sampled_from(Qualifier),
    *[st.tuples(*[any_numbers] * 4)] * 2,
    st.sampled_from(["baseline", "result"]),
)
def test_derive_counterpart_any_figures_answer_or_raise_not_derivable(
    mode, qualifier, of_relative, of_known, known_is
):
    relative = Figure(mode, qualifier, *of_relative)
    known = Figure(MeasureMode.ABSOLUTE, qualifier, *of_known)
    try:
        answer = derive_counterpart(relative, known, known_is)
    except NotDerivable:
        return
    assert answer.low >= 0
