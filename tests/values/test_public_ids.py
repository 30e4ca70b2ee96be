import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.values.public_ids import (
    MAX_NUMBER,
    PublicIdError,
    RecordType,
    format_public_id,
    parse_public_id,
)
from records.values.quoting import quote
from tests.values.strategies import deterministic

record_types = st.sampled_from(RecordType)
INVALID = [
    "",
    " ",
    "AGR",
    "AGR-",
    "-12",
    "12",
    "AGR12",
    "AGR_12",
    "AGR--12",
    "AGR-+12",
    "AGR-1.0",
    "AGR-1_000",
    "AGR-1e3",
    "AGR-0x1F",
    "AGR-0",
    "AGR-012",
    "agr-12",
    "Agr-12",
    " AGR-12",
    "AGR-12 ",
    "AGR-12\n",
    "AGR-12\x00",
    "AGR-\u0661\u0662",
    "AGR-\uff11\uff12",
    "AGR-\u00b2",
    "AGR\u201112",
    "\u0410GR-12",
    "\ud800",
    "XYZ-12",
    "ORG-012",
    "AGR-12/CLM-3",
    f"AGR-{MAX_NUMBER + 1}",
    f"AGR-{'9' * 1_000_000}",
    None,
    12,
    True,
    b"AGR-12",
    ["AGR-12"],
    RecordType.AGREEMENT,
]


def test_record_type_prefixes_are_fixed():
    assert [each.value for each in RecordType] == ["AGR", "ORG", "WPN", "CLM", "SRC"]


@pytest.mark.parametrize(
    ("record_type", "number", "text"),
    [
        (RecordType.AGREEMENT, 12, "AGR-12"),
        (RecordType.ORGANIZATION, 7, "ORG-7"),
        (RecordType.WEAPON_SYSTEM, 3, "WPN-3"),
        (RecordType.CLAIM, 20, "CLM-20"),
        (RecordType.SOURCE, 1, "SRC-1"),
        (RecordType.SOURCE, MAX_NUMBER, "SRC-999999999999999999"),
    ],
)
def test_public_id_known_answer(record_type, number, text):
    assert format_public_id(record_type, number) == text
    assert parse_public_id(text, record_type) == number


@pytest.mark.parametrize("number", [0, -1, MAX_NUMBER + 1])
def test_format_public_id_out_of_range_is_refused(number):
    with pytest.raises(PublicIdError) as refusal:
        format_public_id(RecordType.CLAIM, number)
    assert refusal.value.code == "invalid_id"


@pytest.mark.parametrize("value", INVALID, ids=quote)
def test_parse_public_id_invalid_is_refused(value):
    with pytest.raises(PublicIdError) as refusal:
        parse_public_id(value, RecordType.AGREEMENT)
    assert refusal.value.code == "invalid_id"
    assert str(refusal.value) == (
        f"{quote(value)} is not a public id: write one such as 'AGR-12', with "
        "a capital prefix, a hyphen and a number without leading zeros."
    )


def test_parse_public_id_of_another_type_is_refused():
    with pytest.raises(PublicIdError) as refusal:
        parse_public_id("ORG-7", RecordType.AGREEMENT)
    assert refusal.value.code == "wrong_record_type"
    assert str(refusal.value) == (
        "'ORG-7' names another type of record: an id such as 'AGR-12' is expected here."
    )


@deterministic
@given(record_types, st.integers(1, MAX_NUMBER))
def test_public_id_round_trips(record_type, number):
    assert parse_public_id(format_public_id(record_type, number), record_type) == number


@deterministic
@given(record_types, st.text() | st.from_regex(r"[A-Z]{3}-[0-9]+", fullmatch=True))
def test_parse_public_id_any_text_has_one_spelling(record_type, text):
    try:
        number = parse_public_id(text, record_type)
    except PublicIdError:
        return
    assert format_public_id(record_type, number) == text
