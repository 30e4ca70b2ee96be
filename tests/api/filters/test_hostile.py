"""No value of any filter is more than a refusal: the database never sees what it cannot take."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.api.errors import InvalidQueryError
from records.api.filters import FILTERS

pytestmark = pytest.mark.django_db

NAMES = [(model, name) for model, filters in FILTERS.items() for name in sorted(filters.names())]
TEXTS = [
    "\0", "a\0b", "\ud800", "\udfff-1", "\uffff", "🛰", "é" * 500, "ß" * 500, "x" * 100_000,
    "," * 100, "%", "_", "\\", "'", '"', "';--", "NULL", "None", "-0", "0", "-1", "9" * 30,
    "0." + "0" * 28 + "1", "-" + "9" * 30, "1e400", "1E5", "1_0", "Infinity", "-inf", "NaN",
    "sNaN", "0x10", "٣", "²", "½", "2024", "0001-01-01", "9999-12-31", "../2024", "2024/..",
    "9999-24", "2024-02-30", "0000-00-00", "9999-12-31T23:59:59.999999-14:00",
    "0001-01-01T00:00:00+14:00", "2024-01-01T24:00:00", "ORG-999999999999999999",
    "ORG-9223372036854775808", "WPN-999999999999999999", "AGR-999999999999999999",
    "SRC-999999999999999999", "CLM-999999999999999999", "GB,UA", "wikidata:'", "other:%_\\",
    "tag-" * 9, "i-klingon", "a.b.c", "ﷺ" * 27, "true", "certain", "\n", "\u200b", "\u0301",
]  # fmt: skip


def answer(model, name, texts):
    """Answer a query as a list would; a refusal is an answer."""
    query = QueryDict(mutable=True)
    query.setlist(name, texts)
    if name.startswith("value_"):
        query["currency"] = "EUR"
    try:
        return list(FILTERS[model].apply(model.objects.all(), query))
    except InvalidQueryError as error:
        refused = error.items
    assert {item.pointer for item in refused} == {f"?{name}"}
    assert all(item.code and item.detail.encode() for item in refused)
    assert all(len(item.detail) < 1000 for item in refused)
    return []


@pytest.mark.parametrize(("model", "name"), NAMES)
def test_hostile_value_is_answered(model, name):
    for text in TEXTS:
        assert answer(model, name, [text]) == []


@settings(
    derandomize=True,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(NAMES), st.lists(st.text(), min_size=1, max_size=3))
def test_any_value_is_answered(named, texts):
    assert answer(*named, texts) == []
