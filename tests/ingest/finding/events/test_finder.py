"""Whatever the text, the finder answers with spans inside it."""

from hypothesis import given as every
from hypothesis import strategies as st

from records.ingest.finding.events.finder import find_event
from records.ingest.finding.events.vocabulary import words
from records.ingest.finding.names.finder import NamesFound
from records.ingest.sentence import Sentence
from tests.ingest.finding.events.reading import given

WORDS = st.sampled_from(
    sorted(
        words(
            """
            Norway Ukraine the The minister Minister of President says said announces that it will
            may has been to sign signs signed agreement contract deal military aid package buy sell
            sale send with from and , . " ( ) : 14 million according to by not Juris Ozols van der
            pledges Gen. former latter loan train if would in at expense
            """
        )
    )
)


def _spans(found):
    rows = [found.kind, found.modality, *found.subjects]
    if found.speaker:
        rows.append(found.speaker)
    if found.agreement:
        rows += [found.agreement, *found.agreement.parties]
    return [(row.start, row.end) for row in rows]


@every(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_are_inside_a_text_of_news_words(text):
    found = find_event(Sentence(text), given(text), ())
    assert all(0 <= start <= end <= len(text) for start, end in _spans(found))


@every(st.text(max_size=200))
def test_spans_are_inside_any_text(text):
    found = find_event(Sentence(text), NamesFound(), ())
    assert all(0 <= start <= end <= len(text) for start, end in _spans(found))


def test_empty_text_reports_nothing():
    found = find_event(Sentence(""), NamesFound(), ())
    assert (found.kind.kind, found.modality.modality) == ("other", "reported")
    assert (found.agreement, found.speaker, found.subjects) == (None, None, ())
