"""Ingests a digest."""

import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

from django.db import transaction

from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.reading import Digest, Statement
from records.models import Claim, Source
from records.representations.locking import take_turn
from records.services.authorship import Authorship, require_permission, validate_reason
from records.services.importing.plans import Progress, Steps
from records.services.importing.references import batches
from records.services.ingesting.drafting import draft, read
from records.services.ingesting.entries import Entry, Part, State, Summary
from records.services.ingesting.errors import IngestError
from records.services.ingesting.known import Known, text_key
from records.services.ingesting.likeness import Likeness
from records.services.ingesting.sources import Sources
from records.values.edtf import EdtfError, parse_edtf
from records.values.quoting import quote

BATCH = 100
"""Statements that are compared and stored together."""

_SAMPLE = 1_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be ingested.

    `name` is that of the file. `source` is where the statements stand, if it is known. `published`
    is the day from which relative dates count in statements that have no day of their own; without
    it, that of a known source, if it is a day. A dry run stores nothing.
    """

    digest: Digest
    name: str = ""
    source: Source | None = None
    published: str = ""
    dry_run: bool = False


def ingest(asked: Asked, authorship: Authorship) -> Steps[Summary]:
    """Make a draft of each statement that is not there; yield a `Part` for each batch.

    All of the digest is stored in one transaction: who stops taking steps undoes it all. Another
    ingest waits meanwhile, so the same digest sent twice at once is stored once. Raises
    NotPermittedError, IngestError, and ValidationError for the reason.
    """
    require_permission(authorship, Claim, "add")
    require_permission(authorship, Source, "add")
    validate_reason(authorship, required=False)
    _check_day(asked.published)
    with ExitStack() as stack:
        if not asked.dry_run:
            stack.enter_context(transaction.atomic())
            take_turn()
        return (yield from _Ingest(asked, authorship).run())


class _Ingest:
    """One digest on its way into the register."""

    def __init__(self, asked: Asked, authorship: Authorship) -> None:
        self.asked, self.known = asked, Known()
        keys = {text_key(each.text) for each in asked.digest.statements}
        self.sources = Sources(asked.digest, asked.name, asked.source)
        self.sources.look_for_own(self.known, keys)
        texts = (each.text for each in asked.digest.statements[:_SAMPLE])
        self.likeness = Likeness(texts, self.known, keys)
        self.lexicon = Lexicon.of_register()
        reason = authorship.reason or f"Ingested from {self.sources.title}."
        self.authorship = None if asked.dry_run else replace(authorship, reason=reason)
        self.summary = Summary(asked.digest, stored=not asked.dry_run)
        self._seen: set[tuple[str, bytes]] = set()

    def run(self) -> Steps[Summary]:
        """Compare all statements with the register as it is, then read and store them.

        In this order PostgreSQL finds the claims of other digests in its index, and not the new
        ones in the list of what waits to be indexed, which it would search word by word.
        """
        entries: list[Entry] = []
        total = len(self.asked.digest.statements)
        for statements in batches(self.asked.digest.statements, BATCH):
            entries += self._compared(statements)
            yield Progress("Statements compared", len(entries), total)
        done = 0
        for some in batches(entries, BATCH):
            self._settle(some)
            done += len(some)
            yield Part("Statements read", done, total, tuple(some))
            for entry in some:
                entry.findings = None  # they are large, and whoever wanted them has seen them
        self.summary.sources = list(self.sources.found)
        self.summary.new_sources = len(self.sources.made)
        return self.summary

    def _compared(self, statements: Sequence[Statement]) -> list[Entry]:
        """Tell what is new, and what it is like."""
        numbers = self.sources.of(statements, self.authorship)
        self.known.load(number for number in numbers if number is not None)
        entries = [self._entry(each, number)
                   for each, number in zip(statements, numbers, strict=True)]  # fmt: skip
        new = [entry for entry in entries if entry.state is State.NEW]
        self.likeness.compare(new)
        for entry in new:
            entry.state = State.CHANGED if entry.earlier else State.NEW
        return entries

    def _settle(self, entries: Sequence[Entry]) -> None:
        """Read what is new and store it; find the claims of what is there."""
        new = [entry for entry in entries if entry.state is not State.SAME]
        for entry in new:
            read(entry, self.lexicon)
        if self.authorship:
            self._store(new, self.authorship)
        for entry in entries:
            entry.claim = entry.claim or self.known.find(entry.source, entry.statement.text)
            self.summary.counts[entry.state] += 1

    def _entry(self, statement: Statement, source: int | None) -> Entry:
        """Tell whether a statement is there already, or stood in the digest before."""
        place = "" if self.asked.source else statement.url, text_key(statement.text)
        claim = self.known.find(source, statement.text)
        same = claim is not None or place in self._seen
        self._seen.add(place)
        return Entry(
            statement,
            source,
            state=State.SAME if same else State.NEW,
            claim=claim,
            published=statement.date or self.asked.published or _day(self.sources.published),
        )

    def _store(self, new: Sequence[Entry], authorship: Authorship) -> None:
        draft(new, self.asked.digest.sha256, authorship)
        for entry in new:
            if entry.source is not None and entry.claim is not None:
                locator, text = entry.statement.locator, entry.statement.text
                self.known.add(entry.source, entry.claim, locator, text)


def _check_day(published: str) -> None:
    if published and not _day(published):
        raise IngestError(
            "invalid_date",
            f"{quote(published)} is no day: write it as YYYY-MM-DD, such as 2025-04-04.",
            "published",
        )


def _day(date: str) -> str:
    """Give a date that is a day, and nothing for others."""
    try:
        parse_edtf(date)
    except EdtfError:
        return ""
    return date if _DAY.fullmatch(date) else ""
