from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.enums import MeasureMode, Qualifier
from records.values.interval import Interval
from records.values.measures import Figure, FigureError, figure_interval
from tests.values.strategies import amounts, any_numbers, deterministic

ABSOLUTE = MeasureMode.ABSOLUTE
PERCENT = MeasureMode.PERCENT_CHANGE


def number(text):
    return None if text is None else Decimal(text)


def figure(mode, qualifier, value=None, **parts):
    return Figure(mode, qualifier, number(value), **{key: number(parts[key]) for key in parts})


def interval(low, high, *, low_open=False, high_open=False):
    return Interval(number(low), number(high), low_open=low_open, high_open=high_open)


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (figure(ABSOLUTE, Qualifier.EXACT, 26), interval(26, 26)),
        (figure(ABSOLUTE, Qualifier.EXACT, 26, precision=1), interval("25.5", "26.5")),
        (figure(ABSOLUTE, Qualifier.ABOUT, 26, precision=1), interval("25.5", "26.5")),
        (figure(ABSOLUTE, Qualifier.EXACT, 0, precision=1), interval(0, "0.5")),
        (
            figure(ABSOLUTE, Qualifier.EXACT, 14_500_000, precision=100_000),
            interval(14_450_000, 14_550_000),
        ),
        (figure(PERCENT, Qualifier.EXACT, 30, precision=1), interval("29.5", "30.5")),
        (figure(PERCENT, Qualifier.EXACT, -30, precision=1), interval("-30.5", "-29.5")),
        (figure(ABSOLUTE, Qualifier.AT_LEAST, 100), interval(100, None)),
        (figure(ABSOLUTE, Qualifier.AT_LEAST, 100, precision=10), interval(100, None)),
        (figure(ABSOLUTE, Qualifier.MORE_THAN, 100), interval(100, None, low_open=True)),
        (figure(ABSOLUTE, Qualifier.AT_MOST, 100), interval(0, 100)),
        (figure(ABSOLUTE, Qualifier.LESS_THAN, 100), interval(0, 100, high_open=True)),
        (figure(MeasureMode.RATIO, Qualifier.AT_MOST, 2), interval(0, 2)),
        (figure(MeasureMode.SHARE, Qualifier.LESS_THAN, 2), interval(0, 2, high_open=True)),
        (figure(MeasureMode.RANK, Qualifier.AT_MOST, 3), interval(1, 3)),
        (figure(PERCENT, Qualifier.AT_MOST, 30), interval(None, 30)),
        (figure(MeasureMode.DIFFERENCE, Qualifier.LESS_THAN, 5), interval(None, 5, high_open=True)),
        (figure(MeasureMode.PP_CHANGE, Qualifier.AT_LEAST, -5), interval(-5, None)),
        (figure(ABSOLUTE, Qualifier.BETWEEN, value_min=10, value_max=15), interval(10, 15)),
        (figure(ABSOLUTE, Qualifier.ABOUT, value_min=10, value_max=15), interval(10, 15)),
        (figure(ABSOLUTE, Qualifier.EXACT, value_min=10), interval(10, None)),
        (figure(ABSOLUTE, Qualifier.EXACT, value_max=15), interval(0, 15)),
    ],
)
def test_figure_interval_known_answer(reported, expected):
    assert figure_interval(reported) == expected


@pytest.mark.parametrize("mode", [ABSOLUTE, PERCENT, MeasureMode.DIFFERENCE])
def test_figure_interval_order_of_magnitude_spans_a_root_of_ten_each_way(mode):
    around = figure_interval(figure(mode, Qualifier.ORDER_OF_MAGNITUDE, 100))
    assert around == interval(
        "31.62277660168379331998893544432718", "316.2277660168379331998893544432719"
    )
    assert Fraction(around.low) ** 2 < 1000
    assert Fraction(around.high) ** 2 > 100_000


def test_figure_interval_order_of_magnitude_of_a_fall_is_mirrored():
    fall, rise = (
        figure_interval(figure(PERCENT, Qualifier.ORDER_OF_MAGNITUDE, value)) for value in (-10, 10)
    )
    assert fall == -rise


@pytest.mark.parametrize(
    ("reported", "code"),
    [
        (figure(ABSOLUTE, Qualifier.EXACT), "no_value"),
        (figure(ABSOLUTE, Qualifier.AT_LEAST, value_min=3), "no_value"),
        (figure(ABSOLUTE, Qualifier.BETWEEN), "no_value"),
        (figure(ABSOLUTE, Qualifier.BETWEEN, 3), "no_value"),
        (figure(ABSOLUTE, Qualifier.BETWEEN, value_min=3, value_max=2), "bounds_reversed"),
        (figure(ABSOLUTE, Qualifier.EXACT, 3, precision=0), "not_positive"),
        (figure(ABSOLUTE, Qualifier.EXACT, 3, precision=-1), "not_positive"),
        (figure(ABSOLUTE, Qualifier.EXACT, 3, precision="NaN"), "not_positive"),
        (figure(ABSOLUTE, Qualifier.EXACT, 3, precision="Infinity"), "not_positive"),
        (figure(PERCENT, Qualifier.ORDER_OF_MAGNITUDE, 0), "not_positive"),
        (figure(ABSOLUTE, Qualifier.EXACT, "NaN"), "not_finite"),
        (figure(PERCENT, Qualifier.ORDER_OF_MAGNITUDE, "sNaN"), "not_finite"),
        (figure(PERCENT, Qualifier.AT_MOST, "-Infinity"), "not_finite"),
        (figure(ABSOLUTE, Qualifier.EXACT, -3), "out_of_range"),
        (figure(ABSOLUTE, Qualifier.LESS_THAN, 0), "out_of_range"),
        (figure(ABSOLUTE, Qualifier.ORDER_OF_MAGNITUDE, -10), "out_of_range"),
        (figure(MeasureMode.RANK, Qualifier.EXACT, 0), "out_of_range"),
    ],
)
def test_figure_interval_of_unusable_figure_is_refused(reported, code):
    with pytest.raises(FigureError) as refusal:
        figure_interval(reported)
    assert refusal.value.code == code


def test_figure_interval_takes_codes_as_stored():
    stored = Figure("absolute", "at_most", Decimal(100))
    assert figure_interval(stored) == interval(0, 100)


@deterministic
@given(amounts, st.sampled_from(["0.01", "0.1", "1", "10", "1000"]))
def test_figure_interval_holds_every_number_that_rounds_to_the_value(exact, precision):
    place = Decimal(precision)
    value = (exact / place).to_integral_value() * place
    reported = Figure(MeasureMode.DIFFERENCE, Qualifier.EXACT, value, precision=place)
    assert figure_interval(reported).overlaps(Interval.point(exact))


@deterministic
@given(
    st.sampled_from(MeasureMode),
    st.sampled_from(Qualifier),
    st.tuples(*[any_numbers] * 4),
)
def test_figure_interval_any_figure_answers_or_raises_figure_error(mode, qualifier, numbers):
    try:
        answer = figure_interval(Figure(mode, qualifier, *numbers))
    except FigureError:
        return
    assert isinstance(answer, Interval)
