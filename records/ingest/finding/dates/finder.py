"""Finds dates and resolves them against the day of publication."""

from records.ingest.findings import DateFinding
from records.ingest.sentence import Sentence


def find_dates(sentence: Sentence) -> tuple[DateFinding, ...]:  # noqa: ARG001
    """Find all expressions of when something happened or will happen, in order."""
    return ()
