"""What became of a digest, as JSON: the API answers with it, and the command prints it."""

from collections.abc import Iterable, Sequence
from typing import Any

from records.ingest.documents import to_document
from records.models import Claim, Reading, Source
from records.representations.briefs import BRIEFS
from records.services.ingesting.entries import Alike, Entry, Summary

Shown = dict[str, Any]


def show_digest(summary: Summary) -> Shown:
    """Show a digest as a whole, without its statements: one query."""
    digest = summary.digest
    found = Source.objects.defer("document").in_bulk(summary.sources)
    return {
        "stored": summary.stored,
        "digest": {
            "sha256": digest.sha256,
            "format": digest.format.value,
            "encoding": digest.encoding,
            "title": digest.title,
            "date": digest.date,
            "language": digest.language,
        },
        "sources": [_brief(found[number]) for number in summary.sources],
        "new_sources": summary.new_sources,
        "counts": {state.value: count for state, count in summary.counts.items()},
    }


def show_reading(reading: Reading) -> Shown:
    """Show what is kept of the reading of a claim: one query."""
    near = [Alike(**each) for each in reading.near]
    claims = Claim.objects.defer("document").in_bulk({each.claim for each in near})
    earlier = reading.earlier
    return {
        "claim": _brief(reading.claim),
        "digest": reading.digest,
        "text": reading.text,
        "published": reading.published,
        "unread": reading.unread,
        "findings": reading.findings,
        "earlier": earlier and {"claim": _brief(earlier), "similarity": reading.similarity},
        "near": [_alike(each, claims) for each in near],
        "read_at": reading.read_at,
        "decisions": reading.decisions,
        "labels": reading.labels,
        "decided_at": reading.decided_at,
        "decided_by": reading.decided_by and reading.decided_by.get_username(),
    }


def show_entries(entries: Sequence[Entry]) -> list[Shown]:
    """Show statements with the claims around them: one query, however many they are."""
    claims = Claim.objects.defer("document").in_bulk({*_claims_of(entries)})
    return [_entry(entry, claims) for entry in entries]


def _claims_of(entries: Iterable[Entry]) -> Iterable[int]:
    for entry in entries:
        if entry.claim:
            yield entry.claim
        if entry.earlier:
            yield entry.earlier.claim
        yield from (each.claim for each in entry.near)


def _entry(entry: Entry, claims: dict[int, Claim]) -> Shown:
    return {
        "locator": entry.statement.locator,
        "state": entry.state.value,
        "claim": _brief(claims[entry.claim]) if entry.claim else None,
        "text": entry.statement.text,
        "language": entry.statement.language,
        "published": entry.published,
        "earlier": _alike(entry.earlier, claims) if entry.earlier else None,
        "near": [_alike(each, claims) for each in entry.near],
        "unread": entry.unread,
        "findings": to_document(entry.findings) if entry.findings else None,
    }


def _alike(alike: Alike, claims: dict[int, Claim]) -> Shown:
    return {"claim": _brief(claims[alike.claim]), "similarity": alike.similarity}


def _brief(record: Claim | Source) -> Shown:
    return dict(BRIEFS[type(record)]().to_representation(record))
