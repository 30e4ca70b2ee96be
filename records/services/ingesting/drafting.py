"""Makes the draft of a statement, and its reading."""

from collections.abc import Sequence

from records.enums import ClaimKind, Modality
from records.ingest.documents import to_document
from records.ingest.finding import read_sentence
from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.findings import Findings, KindFinding, ModalityFinding
from records.ingest.reading.languages import may_be_english
from records.ingest.sentence import Sentence
from records.models import Citation, Claim, Reading, Source
from records.services.authorship import Authorship
from records.services.errors import EntriesRefusedError
from records.services.ingesting.entries import Entry
from records.services.ingesting.errors import IngestError
from records.services.saving import enter_records


def read(entry: Entry, lexicon: Lexicon) -> None:
    """Set what is found in a statement; one that is in another language is left unread."""
    statement = entry.statement
    if may_be_english(statement.text, statement.language):
        entry.findings = read_sentence(Sentence(statement.text, entry.published), lexicon)
    else:
        entry.unread = f"language {statement.language}"
        entry.findings = _nothing(statement.text)


def draft(entries: Sequence[Entry], digest: str, authorship: Authorship) -> None:
    """Store a draft and a reading for each entry, all or none, and give the entries their claims.

    Raises IngestError.
    """
    drafts = [_claim(entry) for entry in entries]
    try:
        enter_records(drafts, authorship)
    except EntriesRefusedError as refusal:
        place, error = next(iter(refusal.errors.items()))
        said = " ".join(error.messages)
        raise IngestError(
            "statement_refused", f"{entries[place].statement.locator.capitalize()}: {said}"
        ) from refusal
    readings = []
    for entry, (claim, _) in zip(entries, drafts, strict=True):
        entry.claim = claim.pk
        readings.append(_reading(entry, claim, digest))
    Reading.objects.bulk_create(readings)


def _claim(entry: Entry) -> tuple[Claim, dict[str, list[Citation]]]:
    statement, findings = entry.statement, entry.findings or _nothing(entry.statement.text)
    claim = Claim(
        text=statement.text,
        language=statement.language,
        kind=findings.kind.kind,
        modality=findings.modality.modality,
    )
    return claim, {
        "citations": [Citation(source=Source(pk=entry.source), locator=statement.locator)]
    }


def _reading(entry: Entry, claim: Claim, digest: str) -> Reading:
    return Reading(
        claim=claim,
        digest=digest,
        text=entry.statement.text,
        published=entry.published,
        unread=entry.unread,
        findings=to_document(entry.findings or _nothing(entry.statement.text)),
        near=[{"claim": each.claim, "similarity": each.similarity} for each in entry.near],
        earlier_id=entry.earlier.claim if entry.earlier else None,
        similarity=entry.earlier.similarity if entry.earlier else None,
    )


def _nothing(text: str) -> Findings:
    """Give the kind and modality that a claim must have, as a text has them that nobody read."""
    return Findings(
        kind=KindFinding(
            start=0, end=len(text), rule="unread", confidence=0.0, kind=ClaimKind.OTHER
        ),
        modality=ModalityFinding(
            start=0, end=len(text), rule="unread", confidence=0.0, modality=Modality.REPORTED
        ),
    )
