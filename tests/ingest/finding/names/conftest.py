import pytest

from records.ingest.finding.names.finder import NamesFound, find_names
from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.sentence import Sentence


@pytest.fixture(scope="session")
def lists() -> Lexicon:
    """The names of an empty register: those of the reference lists."""
    return Lexicon.of_lists()


@pytest.fixture
def read(lists):
    def read_text(text: str) -> NamesFound:
        return find_names(Sentence(text), lists)

    return read_text
