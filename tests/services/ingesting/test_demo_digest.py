"""The digest that the demo has curated."""

import pytest

from records.enums import Channel
from records.ingest.reading import read_digest
from records.models import Claim
from records.services.authorship import Authorship
from records.services.importing.plans import finish
from records.services.ingesting.entries import Part
from records.services.ingesting.ingesting import Asked, ingest
from tests.support.architecture import PROJECT_ROOT

pytestmark = pytest.mark.django_db

FILE = PROJECT_ROOT / "fixtures/digests/2025-04-04.txt"


def put(data):
    asked = Asked(digest=read_digest(data))
    return finish(ingest(asked, Authorship(channel=Channel.COMMAND)))


def test_digest_that_is_curated_is_there_already(digest):
    summary = put(FILE.read_bytes())
    assert summary.counts == {"new": 0, "same": 20, "changed": 0}
    assert (len(summary.sources), summary.new_sources) == (1, 0)


def test_sentence_of_the_curated_digest_that_changed_names_its_claim(digest):
    changed = FILE.read_bytes().replace(b"14. 5 million", b"14.6 million")
    curated = digest.claim(11)
    source = curated.citations.get().source
    asked = Asked(digest=read_digest(changed), source=source)
    parts = ingest(asked, Authorship(channel=Channel.COMMAND))
    made = [
        entry
        for part in parts
        if isinstance(part, Part)
        for entry in part.entries
        if entry.state != "same"
    ]
    assert [(each.statement.locator, each.earlier.claim) for each in made] == [
        ("line 11", curated.pk)
    ]
    assert Claim.objects.count() == 21
