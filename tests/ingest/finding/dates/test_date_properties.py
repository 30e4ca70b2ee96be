import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.ingest.finding.dates.finder import find_dates
from records.ingest.finding.words import listed
from records.ingest.sentence import Sentence
from records.values.edtf import parse_edtf
from tests.values.strategies import deterministic

PIECES = st.sampled_from(
    listed(
        "12 7th March May 2024 1999 24-25 – - / , . of the in on since by "  # noqa: RUF001
        "until from to between and beginning before last next this past six a few two years "
        "weeks ago within Monday Sept. end summer Q2 half quarter 1990s ٣ २०२४ 0 99 year-end "
        "decade earlier today ' ) $"
    )
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
) | st.text(max_size=60)
DAYS = st.dates().map(lambda day: day.isoformat()) | st.just("")


@deterministic
@given(TEXTS, DAYS)
def test_find_dates_in_any_text(text, date):
    end = 0
    for found in find_dates(Sentence(text, date)):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        assert (found.edtf == "") == (found.unresolved is not None)
        if found.edtf:
            parse_edtf(found.edtf)


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "the ",
        "in the past ",
        "since the start of the ",
        "2024-",
        "12 May ",
        "a few ",
        "from 2024 to ",
        "early ",
        "Q1",
        "end of ",
        "\u0664",
        "1990s",
        "first half of ",
        "since its a-",
        " ",
        "May",
    ],
)
def test_find_dates_in_a_hostile_text_comes_to_an_end(piece):
    """A rule that tries every way to read the text would not, within anybody's patience."""
    text = (piece * 2000)[:2000]
    found = find_dates(Sentence(text, "2024-05-15"))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
