"""What the benchmark of ingest measures, in a process with settings."""

import sys

from django.core.management import call_command
from django.db import transaction

from records.enums import Channel
from records.ingest.finding import read_sentence
from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.reading import read_digest
from records.ingest.sentence import Sentence
from records.models import Citation, Claim, Source
from records.services.authorship import Authorship
from records.services.importing.plans import finish
from records.services.ingesting.ingesting import Asked, ingest
from records.services.saving import save_record
from tests.benchmarks.sentences import sentences

COMMAND = Authorship(channel=Channel.COMMAND, reason="A benchmark.")


def prepare(count: int) -> bytes:
    """Fill the register with reference data, and write the digest."""
    call_command("load_reference", stdout=sys.stderr)
    return "\n".join(sentences(count)).encode()


def _read(data: bytes) -> None:
    lexicon = Lexicon.of_register()
    for statement in read_digest(data).statements:
        read_sentence(Sentence(statement.text, "2025-04-04"), lexicon)


def _store(data: bytes) -> None:
    finish(ingest(Asked(digest=read_digest(data), published="2025-04-04"), COMMAND))


@transaction.atomic
def _one_by_one(data: bytes) -> None:
    source = save_record(
        record=Source(title="A digest", kind="digest"), owned={}, authorship=COMMAND
    )
    for statement in read_digest(data).statements:
        claim = Claim(text=statement.text, language="en", kind="other", modality="reported")
        cited = [Citation(source=source, locator=statement.locator)]
        save_record(record=claim, owned={"citations": cited}, authorship=COMMAND)


DONE = {"read": _read, "store": _store, "one by one": _one_by_one}
