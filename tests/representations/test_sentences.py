"""Records' rows in words."""

from decimal import Decimal

import pytest

from records.representations.sentences import item_words, measure_sentence
from tests.factories import AgreementItemFactory, MeasureFactory


def cargo(**columns):
    return MeasureFactory.build(metric="cargo_volume", unit_words="Mt", **columns)


def alone(measure):
    return measure_sentence(measure, [measure])


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"value": Decimal("14.500"), "period": "2024-02"}, "14.5 Mt in 2024-02"),
        ({"value": Decimal(14), "period_words": "that month"}, "14 Mt in that month"),
        ({"value": Decimal(14), "superlative": "record"}, "14 Mt; record"),
        ({"value": None, "value_min": Decimal(1), "value_max": Decimal(2),
          "qualifier": "between"}, "1\u20132 Mt"),
        ({"value": Decimal(3), "temporal_mode": "target", "due": "2025"}, "3 Mt; target due 2025"),
        ({"value": Decimal(3), "temporal_mode": "actual"}, "3 Mt"),
    ],
)  # fmt: skip
def test_absolute_measure_is_told_with_its_unit_and_time(columns, told):
    assert alone(cargo(**columns)) == told


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"currency": "EUR", "unit_words": "euros", "unit_code": "C62"}, "10 EUR"),
        ({"unit_words": "batteries", "unit_code": "C62"}, "10 batteries"),
        ({"unit_code": "TNE"}, "10 TNE"),
        ({}, "10"),
    ],
)
def test_unit_is_the_currency_else_words_else_code(columns, told):
    assert alone(MeasureFactory.build(**columns)) == told


def test_change_tells_the_baseline_that_follows_from_a_sibling():
    total = cargo(value=Decimal("14.5"), period="2024-02")
    change = cargo(
        mode="percent_change", value=Decimal(30), period="2024-02", baseline_period="2023-02"
    )
    told = measure_sentence(change, [total, change])
    assert told == "+30 % in 2024-02 against 2023-02; baseline 11.15\u201311.16 Mt"


def test_change_without_a_sibling_says_why_nothing_follows():
    change = cargo(mode="percent_change", value=Decimal(30), baseline_words="a year before")
    assert alone(change).startswith("+30 % against a year before; no absolute figure: ")


def test_measure_is_not_its_own_sibling():
    change = cargo(mode="ratio", value=Decimal(2), period="2024")
    assert "no absolute figure" in measure_sentence(change, [change])


@pytest.mark.parametrize("column", ["mode", "qualifier", "temporal_mode", "superlative"])
def test_unknown_code_is_refused(column):
    with pytest.raises(ValueError, match="nonsense"):
        alone(cargo(**{column: "nonsense"}))


@pytest.mark.parametrize(
    ("columns", "named", "told"),
    [
        ({}, "L119", "L119"),
        ({}, "", ""),
        ({"quantity": Decimal("90000.000")}, "L119", "90,000 L119"),
        ({"quantity": Decimal("1.500"), "unit": "t"}, "steel", "1.5 t of steel"),
        ({"quantity": Decimal(14), "unit": "batteries"}, "", "14 batteries"),
        ({"quantity": Decimal(14)}, "", "14"),
    ],
)
def test_item_is_told_with_its_quantity(columns, named, told):
    assert item_words(AgreementItemFactory.build(**columns), named) == told
