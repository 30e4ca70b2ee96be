"""Finds, merges and unmerges duplicates among many organizations, on a database of its own.

    python -m tests.benchmarks.duplicates names.csv [more.csv] [--count 10000] [--word text]

The files have the columns `exhibitor_name`, `iso2` and `website`. Rows that have `--word` in their
name come first, then the others as they stand, each name and country once. It ends with an error
unless the content of the register is the same after all merges are undone.
"""

import argparse
import csv
import os
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.benchmarks.console import show

MERGES = 20


def main() -> None:
    """Do what the command line says, on SQLite."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="accord-duplicates-") as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/accord.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
        _prepare()
        _run(_rows(options.files, options.count, options.word), options.word)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--word", default="ukroboronprom")
    return parser


def _prepare() -> None:
    import django  # inline import: the settings are known only now
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _rows(files: Sequence[Path], count: int, word: str) -> list[dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found.setdefault((row["exhibitor_name"].strip(), row["iso2"]), row)
    rows = [row for (name, _), row in found.items() if name]
    return sorted(rows, key=lambda row: word not in row["exhibitor_name"].lower())[:count]


def _run(rows: Sequence[dict[str, str]], word: str) -> None:
    # Inline imports: the models are ready only after the settings are known.
    from records.models import Candidate, Organization
    from records.services.duplicates.searching import search_duplicates
    from tests.support.content import content_hash

    skipped = _timed(f"{len(rows)} organizations stored", lambda: _store(rows))
    show(f"  {skipped} refused by the register's own rules")
    found = _timed("duplicates found", lambda: search_duplicates(model=Organization))
    show(f"  {found.new} candidates; peak memory {_memory()} MB")
    numbers = Organization.objects.filter(name_folded__contains=word).values_list("pk", flat=True)
    pairs = set(Candidate.objects.values_list("first", "second"))
    spellings = sorted(numbers)
    wanted = list(combinations(spellings, 2))
    hits = sum(pair in pairs for pair in wanted)
    show(f"  {len(spellings)} spellings with “{word}”: {hits} of {len(wanted)} pairs found")
    before = content_hash()
    merged = _timed(f"{MERGES} merges", _merge)
    changed = content_hash() != before
    _timed(f"{len(merged)} merges undone", lambda: _undo(merged))
    after = content_hash()
    show(f"content before {before}\ncontent after  {after}")
    if not changed or before != after:
        sys.exit("The register is not what it was.")


def _store(rows: Sequence[dict[str, str]]) -> int:
    from django.core.exceptions import ValidationError  # inline import: see `_run`

    from records.models import Organization
    from tests.support.writing import store

    skipped = 0
    for row in rows:
        website = row["website"] if row["website"].startswith("http") else ""
        record = Organization(
            name=row["exhibitor_name"].strip(),
            kind="company",
            country=row["iso2"],
            website=website,
            review_status="published",
        )
        try:
            store(record=record, owned={})
        except ValidationError:
            skipped += 1
    return skipped


def _merge() -> list[Any]:
    """Merge the likeliest pairs of which nobody was merged yet."""
    from records.models import Candidate  # inline import: see `_run`
    from records.services.merging import merge_records
    from tests.support.writing import AUTHORSHIP

    merged = []
    for survivor, other in _pairs(Candidate.objects.likeliest_first()):
        merge_records(survivor=survivor, merged=other, choices={}, authorship=AUTHORSHIP)
        merged.append(other)
        if len(merged) == MERGES:
            break
    return merged


def _pairs(candidates: Any) -> Iterator[tuple[Any, Any]]:
    from records.models import Organization  # inline import: see `_run`

    gone: set[int] = set()
    for candidate in candidates:
        if not gone & {candidate.first, candidate.second}:
            gone.add(candidate.second)
            found = Organization.objects.in_bulk([candidate.first, candidate.second])
            yield found[candidate.first], found[candidate.second]


def _undo(merged: Sequence[Any]) -> None:
    from records.services.merging import unmerge  # inline import: see `_run`
    from tests.support.writing import AUTHORSHIP

    for record in reversed(merged):
        unmerge(record=record, authorship=AUTHORSHIP)


def _timed(what: str, act: Any) -> Any:
    start = perf_counter()
    done = act()
    show(f"{what}: {perf_counter() - start:.1f} s")
    return done


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
