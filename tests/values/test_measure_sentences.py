"""Measures as sentences."""

from decimal import Decimal

import pytest

from records.enums import DerivedNullReason, MeasureMode, Qualifier
from records.values.derivation import Derived
from records.values.interval import Interval
from records.values.measure_sentences import Told, sentence
from records.values.measures import Figure

BASELINE = Interval(Decimal("11.0687022901"), Decimal("11.2355212355"))


def told(mode, value=None, low=None, high=None, qualifier="exact", **kwargs):
    numbers = {
        name: Decimal(number)
        for name, number in (("value", value), ("value_min", low), ("value_max", high))
        if number is not None
    }
    return Told(figure=Figure(MeasureMode(mode), Qualifier(qualifier), **numbers), **kwargs)


def derived(interval=None, target="baseline", reason=None):
    return Derived(target, interval, (0,), reason)


SENTENCES = [
    (told("absolute", "26", unit="tanks"), "26 tanks"),
    (told("absolute", "14.500000", unit="Mt", period="2024-02"), "14.5 Mt in 2024-02"),
    (told("absolute", "1000000", qualifier="about", unit="UAH"), "about 1,000,000 UAH"),
    (told("absolute", low="10", high="15", qualifier="between"), "10\u201315"),
    (told("absolute", low="10", unit="t"), "from 10 t"),
    (told("absolute", high="10", unit="t"), "up to 10 t"),
    (told("absolute"), "no figure"),
    (told("absolute", "1000", qualifier="order_of_magnitude"), "in the order of 1,000"),
    (told("absolute", "14.5", unit="Mt", superlative="record"), "14.5 Mt; record"),
    (told("absolute", "0", unit="pieces"), "0 pieces"),
    (
        told("absolute", "155", qualifier="at_least", plan="plan", due="2025"),
        "at least 155; plan due 2025",
    ),
    (
        told("percent_change", "30", baseline="2023-02", derived=derived(BASELINE),
             derived_unit="Mt"),
        "+30 % against 2023-02; baseline 11.06\u201311.24 Mt",
    ),
    (told("percent_change", "-12.5"), "\u221212.5 %"),
    (told("percent_change", low="-5", high="10", qualifier="between"), "\u22125 to +10 %"),
    (told("pp_change", "2", qualifier="more_than"), "more than +2 percentage points"),
    (told("difference", "-3", unit="guns", baseline="2023"), "\u22123 guns against 2023"),
    (told("ratio", "10", baseline="2023"), "10 times against 2023"),
    (told("share", "40"), "40 %"),
    (told("rank", "1"), "rank 1"),
    (
        told("ratio", "10", derived=derived(reason=DerivedNullReason.BASELINE_UNKNOWN)),
        f"10 times; no absolute figure: {DerivedNullReason.BASELINE_UNKNOWN.label.lower()}",
    ),
    (
        told("ratio", "2", derived=derived(Interval(Decimal(123456), None), "result"),
             derived_unit="t"),
        "2 times; result at least 123,400 t",
    ),
    (
        told("ratio", "2", derived=derived(Interval(Decimal(0), Decimal(7)), "result")),
        "2 times; result 0\u20137",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "text"), SENTENCES)
def test_measure_reads_as_a_sentence(measure, text):
    assert sentence(measure) == text
