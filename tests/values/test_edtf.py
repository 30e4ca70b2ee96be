import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from records.values.edtf import ACCEPTED, PATTERN, Edtf, EdtfError, parse_edtf
from records.values.quoting import quote
from tests.values.strategies import deterministic, maybe_days, plain_dates

KNOWN = [
    ("2024", "2024-01-01", "2024-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("9999-12", "9999-12-01", "9999-12-31"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2024-21", "2024-03-01", "2024-05-31"),
    ("2024-22", "2024-06-01", "2024-08-31"),
    ("2024-23", "2024-09-01", "2024-11-30"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("2024-24", "2024-12-01", "2025-02-28"),
    ("2024-33", "2024-01-01", "2024-03-31"),
    ("2024-34", "2024-04-01", "2024-06-30"),
    ("2024-35", "2024-07-01", "2024-09-30"),
    ("2024-36", "2024-10-01", "2024-12-31"),
    ("2024-40", "2024-01-01", "2024-06-30"),
    ("2024-41", "2024-07-01", "2024-12-31"),
    ("9999-41", "9999-07-01", "9999-12-31"),
    ("2024-08/2025-02", "2024-08-01", "2025-02-28"),
    ("2024/2024", "2024-01-01", "2024-12-31"),
    ("2024-12/2024", "2024-12-01", "2024-12-31"),
    ("2024-36/2025-33", "2024-10-01", "2025-03-31"),
    ("2024-03-01/2024", "2024-03-01", "2024-12-31"),
    ("2026/..", "2026-01-01", None),
    ("../2026", None, "2026-12-31"),
    ("../2026-02-10", None, "2026-02-10"),
]

REFUSED = [
    ("", "invalid_edtf"),
    (" ", "invalid_edtf"),
    (" 2024", "invalid_edtf"),
    ("2024\n", "invalid_edtf"),
    ("2024 /2025", "invalid_edtf"),
    ("2024\x00", "invalid_edtf"),
    ("\x00", "invalid_edtf"),
    ("٢٠٢٤", "invalid_edtf"),
    ("\uff12\uff10\uff12\uff14", "invalid_edtf"),
    ("2024-٠٢", "invalid_edtf"),
    ("2024\u221202", "invalid_edtf"),
    ("\ud800", "invalid_edtf"),
    ("24", "invalid_edtf"),
    ("202", "invalid_edtf"),
    ("20244", "invalid_edtf"),
    ("-2024", "invalid_edtf"),
    ("+2024", "invalid_edtf"),
    ("Y20240", "invalid_edtf"),
    ("2024-2", "invalid_edtf"),
    ("2024-02-9", "invalid_edtf"),
    ("20240229", "invalid_edtf"),
    ("2024-02-29T10:00", "invalid_edtf"),
    ("2024-02-29T10:00:00Z", "invalid_edtf"),
    ("2024-060", "invalid_edtf"),
    ("2024-W05", "invalid_edtf"),
    ("201X", "invalid_edtf"),
    ("2024-XX", "invalid_edtf"),
    ("[2024,2025]", "invalid_edtf"),
    ("{2024..2025}", "invalid_edtf"),
    ("..2024", "invalid_edtf"),
    ("2024..", "invalid_edtf"),
    ("2024~~", "invalid_edtf"),
    ("~2024", "invalid_edtf"),
    ("2024~-02", "invalid_edtf"),
    ("2024?~", "invalid_edtf"),
    ("Q3 2024", "invalid_edtf"),
    ("February 2024", "invalid_edtf"),
    ("/", "invalid_edtf"),
    ("..", "invalid_edtf"),
    ("../..", "invalid_edtf"),
    ("..~/2024", "invalid_edtf"),
    ("2024/", "invalid_edtf"),
    ("/2024", "invalid_edtf"),
    ("2024/2025/2026", "invalid_edtf"),
    ("2024/unknown", "invalid_edtf"),
    ("1" * 64, "invalid_edtf"),
    ("1" * 65, "invalid_edtf"),
    ("/" * 1_000_000, "invalid_edtf"),
    ("2024-00", "no_such_date"),
    ("2024-13", "no_such_date"),
    ("2024-20", "no_such_date"),
    ("2024-25", "no_such_date"),
    ("2024-32", "no_such_date"),
    ("2024-37", "no_such_date"),
    ("2024-39", "no_such_date"),
    ("2024-42", "no_such_date"),
    ("2024-99", "no_such_date"),
    ("2024-33-01", "no_such_date"),
    ("2023-02-29", "no_such_date"),
    ("2024-02-30", "no_such_date"),
    ("2024-02-00", "no_such_date"),
    ("2024-13-01", "no_such_date"),
    ("2024/2025-13", "no_such_date"),
    ("0000", "year_out_of_range"),
    ("0000-02-29", "year_out_of_range"),
    ("9999-24", "year_out_of_range"),
    ("2024/9999-24", "year_out_of_range"),
    ("2025/2024", "interval_reversed"),
    ("2024-02-02/2024-02-01", "interval_reversed"),
    ("2024-34/2024-33", "interval_reversed"),
]


def day(text):
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize(("text", "earliest", "latest"), KNOWN)
def test_parse_edtf_known_answer(text, earliest, latest):
    assert parse_edtf(text) == Edtf(
        text, day(earliest), day(latest), approximate=False, uncertain=False
    )


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2024~", True, False),
        ("2024?", False, True),
        ("2024%", True, True),
        ("2024-33~", True, False),
        ("2024-02-29%", True, True),
        ("2024/2025?", False, True),
        ("2024~/2025?", True, True),
        ("2024~/..", True, False),
        ("../2025%", True, True),
    ],
)
def test_parse_edtf_qualified_sets_flags_and_keeps_bounds(text, approximate, uncertain):
    plain = parse_edtf(text.translate({ord(mark): None for mark in "~?%"}))
    assert parse_edtf(text) == Edtf(text, plain.earliest, plain.latest, approximate, uncertain)


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=quote)
def test_parse_edtf_unaccepted_is_refused(text, code):
    with pytest.raises(EdtfError) as refusal:
        parse_edtf(text)
    assert refusal.value.code == code


@pytest.mark.parametrize("value", [None, 2024, 2024.5, True, b"2024", date(2024, 1, 1), ["2024"]])
def test_parse_edtf_other_type_is_refused(value):
    with pytest.raises(EdtfError) as refusal:
        parse_edtf(value)
    assert refusal.value.code == "invalid_edtf"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2024-13", "13 is no month, season, quarter or half-year"),
        ("2024-33-01", "there is no month 33"),
        ("2023-02-29", "that month has no day 29"),
        ("2024/", "an interval has two ends, of which an open one is written .."),
        ("2025/2024", "the interval ends before it begins"),
        ("2024/soon", "'soon' has none of the accepted forms"),
    ],
)
def test_edtf_error_names_value_problem_and_accepted_forms(text, problem):
    with pytest.raises(EdtfError) as refusal:
        parse_edtf(text)
    assert str(refusal.value) == (
        f"'{text}' is not an accepted date: {problem}. Accepted: {ACCEPTED}."
    )


@deterministic
@given(plain_dates())
def test_parse_edtf_date_bounds_are_ordered_and_begin_in_its_year(drawn):
    text, year, qualification = drawn
    parsed = parse_edtf(text)
    assert parsed.text == text
    assert parsed.earliest <= parsed.latest
    assert parsed.earliest.year == year
    assert parsed.latest.year == (year + 1 if text[4:7] == "-24" and len(text) < 9 else year)
    assert parsed.approximate == (qualification in {"~", "%"})
    assert parsed.uncertain == (qualification in {"?", "%"})


@deterministic
@given(st.dates())
def test_parse_edtf_every_precision_contains_the_day(each):
    month = f"{each.month:02}"
    quarter = 33 + (each.month - 1) // 3
    half = 40 + (each.month - 1) // 6
    for rest in ("", f"-{month}", f"-{month}-{each.day:02}", f"-{quarter}", f"-{half}"):
        parsed = parse_edtf(f"{each.year:04}{rest}")
        assert parsed.earliest <= each <= parsed.latest


@deterministic
@given(plain_dates(), plain_dates())
def test_parse_edtf_interval_takes_outer_bounds(first, second):
    start, end = parse_edtf(first[0]), parse_edtf(second[0])
    assume(start.earliest <= end.latest)
    parsed = parse_edtf(f"{start.text}/{end.text}")
    assert (parsed.earliest, parsed.latest) == (start.earliest, end.latest)
    assert parsed.approximate == (start.approximate or end.approximate)
    assert parsed.uncertain == (start.uncertain or end.uncertain)


@deterministic
@given(maybe_days, maybe_days)
def test_parse_edtf_interval_of_days_round_trips(start, end):
    assume(start or end)
    assume(not (start and end) or start <= end)
    text = "/".join(each.isoformat() if each else ".." for each in (start, end))
    parsed = parse_edtf(text)
    assert (parsed.earliest, parsed.latest) == (start, end)


@deterministic
@given(st.text() | st.text("0123456789-/.~?%X[], "))
def test_parse_edtf_any_text_parses_or_raises_edtf_error(text):
    try:
        parsed = parse_edtf(text)
    except EdtfError:
        return
    assert parsed.text == text


@pytest.mark.parametrize("text", [text for text, _, _ in KNOWN])
def test_pattern_takes_what_is_accepted(text):
    assert re.search(PATTERN, text)


@deterministic
@given(plain_dates(), plain_dates())
def test_pattern_takes_every_date_and_interval(first, last):
    for text in (first[0], f"{first[0]}/{last[0]}", f"{first[0]}/..", f"../{last[0]}"):
        assert re.search(PATTERN, text)


@pytest.mark.parametrize(
    "text", ["", "2024-13", "2024-25", "2024-02-32", "../..", "2024/", "2024 "]
)
def test_pattern_leaves_out_what_is_no_date(text):
    assert not re.search(PATTERN, text)
