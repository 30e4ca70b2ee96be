"""`manage.py ingest`: digests as drafts, each whole or not at all."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import orjson
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from records.ingest.documents import Document
from records.ingest.reading import Digest, DigestError, read_digest
from records.ingest.reading.limits import MAX_BYTES
from records.management.people import add_authorship, authorship_of
from records.management.progress import run
from records.models import Source
from records.services.authorship import Authorship
from records.services.errors import NotPermittedError
from records.services.importing.plans import Progress
from records.services.ingesting.entries import Part, Summary
from records.services.ingesting.errors import IngestError
from records.services.ingesting.ingesting import Asked, ingest
from records.services.ingesting.showing import Shown, show_entries
from records.values.public_ids import PublicIdError, RecordType, parse_public_id

_COUNTED = {
    "countries": "country",
    "organizations": "name",
    "weapon_systems": "name",
    "categories": "category",
    "measures": "id",
    "dates": "id",
}
"""What is counted, and what tells one from another."""
_WIDTH = 60


class Command(BaseCommand):
    """Prints what becomes of each statement; ends with 1 when a digest is refused."""

    help = (
        "Make drafts of the statements of digests: plain text, JSON Lines, HTML pages or feeds. "
        "What is in the register already is left alone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the arguments."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--source", metavar="SRC-1", help="where the statements stand")
        parser.add_argument(
            "--published", default="", metavar="YYYY-MM-DD",
            help="day from which relative dates count, for statements that name none themselves",
        )  # fmt: skip
        parser.add_argument("--language", default="", help="BCP 47 tag; told from the words if not")
        parser.add_argument("--dry-run", action="store_true", help="say what it would do, only")
        parser.add_argument("--format", choices=("table", "jsonl"), default="table")
        add_authorship(parser, "why; by default that it was ingested")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read all digests, then ingest one after the other."""
        authorship = authorship_of(options)
        source = _source(options["source"])
        digests = [(path, _read(path, options["language"])) for path in options["paths"]]
        for path, digest in digests:
            asked = Asked(
                digest=digest,
                name=path.name,
                source=source,
                published=options["published"],
                dry_run=options["dry_run"],
            )
            self._tell(path, self._ingest(path, asked, authorship, options["format"]))

    def _ingest(self, path: Path, asked: Asked, authorship: Authorship, form: str) -> Summary:
        def told(progress: Progress) -> None:
            if isinstance(progress, Part):
                for shown in show_entries(progress.entries):
                    self.stdout.write(_json(shown) if form == "jsonl" else _line(shown))

        try:
            return run(ingest(asked, authorship), told)
        except (IngestError, NotPermittedError) as error:
            raise CommandError(f"{path}: {error} Nothing of it was stored.") from error
        except ValidationError as error:
            raise CommandError(f"{' '.join(error.messages)} Nothing was stored.") from error

    def _tell(self, path: Path, summary: Summary) -> None:
        """Sum up on standard error, so that the lines can be piped on."""
        counts = ", ".join(f"{count:,} {state}" for state, count in summary.counts.items())
        sources = f"{len(summary.sources):,} sources, {summary.new_sources:,} new"
        self.stderr.write(f"{path}: {counts} ({sources})")
        if not summary.stored:
            self.stderr.write("Nothing was stored: this was a dry run.")


def _source(public_id: str | None) -> Source | None:
    if public_id is None:
        return None
    try:
        return Source.objects.get(pk=parse_public_id(public_id, RecordType.SOURCE))
    except (PublicIdError, Source.DoesNotExist) as error:
        detail = error if isinstance(error, PublicIdError) else f"There is no source {public_id}."
        raise CommandError(f"--source: {detail}") from error


def _read(path: Path, language: str) -> Digest:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        return read_digest(data, name=path.name, language=language)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}. Nothing was stored.") from error
    except DigestError as error:
        raise CommandError(f"{path}: {error} Nothing was stored.") from error


def _json(shown: Shown) -> str:
    return orjson.dumps(shown).decode()


def _line(shown: Shown) -> str:
    claim = shown["claim"]["id"] if shown["claim"] else "-"
    text = shown["text"]
    text = text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
    place = f"{shown['state']:<8} {claim:<10} {shown['locator']:<24}"
    return f"{place} {text:<{_WIDTH}}  {_found(shown)}"


def _found(shown: Shown) -> str:
    """Sum up in a few words what was found in a statement."""
    parts = []
    if shown["earlier"]:
        earlier = shown["earlier"]
        parts.append(f"{earlier['similarity']} % of {earlier['claim']['id']}")
    parts += [f"{each['similarity']} % like {each['claim']['id']}" for each in shown["near"]]
    if shown["unread"]:
        parts.append(f"not read: {shown['unread']}")
    elif shown["findings"]:
        parts += _counts(shown["findings"])
    return ", ".join(parts)


def _counts(findings: Document) -> list[str]:
    found = [f"{findings['kind']['kind']}, {findings['modality']['modality']}"]
    if agreement := findings["agreement"]:
        found.append(f"{agreement['kind']} {agreement['status']}")
    found += [
        f"{len({each[by] for each in findings[name]})} {name}"
        for name, by in _COUNTED.items()
        if findings[name]
    ]
    return found
