import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.enums import MeasureMode, Qualifier
from records.ingest.finding.dates.finder import find_dates
from records.ingest.finding.measures.finder import find_measures
from records.ingest.finding.words import listed
from records.ingest.sentence import Sentence, Spans
from tests.values.strategies import deterministic

PIECES = st.sampled_from(
    listed(
        "12 1,250 3.5 . 5 million billion two hundred and a half dozen dozens of hundreds "
        "several % percent up by from to between or – - $ US$ € kr NOK kronor "  # noqa: RUF001
        "dollars pounds won more than about at least tanks F-16 L119 Leopard tenfold doubled "
        "twice times higher ٣ २०२४ 99999999999 third-largest record ( ) ' \" , km one the increase "
        "cut U.S. Marines men 155mm bn m"
    )
)
TEXTS = st.lists(PIECES, max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
) | st.text(max_size=60)
WITH_UNIT = {MeasureMode.ABSOLUTE, MeasureMode.DIFFERENCE}


@deterministic
@given(TEXTS)
def test_find_measures_in_any_text(text):
    sentence = Sentence(text, "2024-05-15")
    dates = Spans.of(find_dates(sentence))
    end = 0
    for found in find_measures(sentence, designations=Spans(), dates=dates):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        bounds = found.value_min is not None or found.value_max is not None
        assert (found.value is None) == bounds
        if found.qualifier == Qualifier.BETWEEN:
            assert found.value_min is not None
            assert found.value_max is not None
            assert found.value_min < found.value_max
        assert found.mode in WITH_UNIT or not (found.unit or found.unit_words or found.currency)
        assert not (found.unit and found.currency)
        assert found.precision is None or found.precision > 0
        assert found.mode != MeasureMode.RANK or found.value >= 1


@pytest.mark.parametrize("text", ["9" * 10_000, "9," * 5_000, "9." * 5_000, "nine " * 2_000])
def test_find_measures_in_ten_thousand_digits(text):
    find_measures(Sentence(text), designations=Spans(), dates=Spans())


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "9,",
        "1. 5 ",
        "one ",
        "one hundred ",
        "of the ",
        "more than ",
        "a ",
        "a an ",
        "several ",
        "$",
        "US$ ",
        "9 A",
        "F-1 ",
        "tanks and ",
        "9 red and ",
        "cut by ",
        "increase of about ",
        "A.",
        " ",
        "A B C 9 ",
        "tens of ",
        "hundreds of ",
        "9%",
        "up ",
        "9-",
        "more 9 ",
        "Ab ",
        "9 Ab-",
    ],
)
def test_find_measures_in_a_hostile_text_comes_to_an_end(piece):
    """A rule that tries every way to read the text would not, within anybody's patience."""
    text = (piece * 2000)[:2000]
    found = find_measures(Sentence(text), designations=Spans(), dates=Spans())
    assert all(0 <= each.start < each.end <= len(text) for each in found)
