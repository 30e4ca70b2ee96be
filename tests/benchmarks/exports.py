"""Measures files of all claims: rows a second and peak memory, on a kept database.

Each number is that of a process of its own, which `python -m tests.benchmarks.exports` is, with the
settings in its environment. The server's application is asked in the process itself, so that
nothing but the file is measured.
"""

import argparse
import json
import resource
import subprocess
import sys
from time import perf_counter, process_time

from tests.benchmarks.console import show
from tests.benchmarks.databases import PROJECT_ROOT, Database, database

WAYS = {
    "jsonl": "JSON Lines",
    "csv": "CSV",
    "xlsx": "XLSX",
    "sql": "(a) SELECT of the stored documents, a line each, by hand",
    "usual": "(b) usual DRF serializers and the csv module",
}


def run(options: argparse.Namespace) -> None:
    """Measure on each database, and print the numbers with their ratios."""
    for engine in options.database:
        for claims in options.claims:
            with database(engine, claims, options.data) as filled:
                show(f"\n{engine}, {claims:,} claims")
                rates = {way: _measured(filled, way) for way in WAYS}
            for way in ("jsonl", "csv", "xlsx"):
                show(f"{WAYS[way]}: {rates[way] / rates['sql']:.2f} of (a), "
                     f"{rates[way] / rates['usual']:.1f} times (b)")  # fmt: skip


def _measured(filled: Database, way: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.exports", way],
        env=filled.environment,
        cwd=PROJECT_ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    rows, size, seconds, busy, before, peak = json.loads(done.stdout)
    if way != "usual" and rows != filled.claims:
        raise SystemExit(f"{WAYS[way]} has {rows:,} rows instead of {filled.claims:,}.")
    show(f"{WAYS[way]:<60}{rows / seconds:>9,.0f} rows/s {size / seconds / 2**20:>6.1f} MB/s, "
         f"{seconds:.1f} s ({busy:.1f} s busy), peak {peak} MB, {before} MB before")  # fmt: skip
    return float(rows / seconds)


def main() -> None:
    """Do one thing once; print rows, bytes, seconds, busy seconds, MB before and at the peak."""
    import django  # inline import: the settings come with the environment

    django.setup()
    from tests.benchmarks import export_ways  # inline import: models need the settings

    read = export_ways.DONE[sys.argv[1]]
    before = _peak()
    start, begun = perf_counter(), process_time()
    rows, size = read()
    seconds, busy = perf_counter() - start, process_time() - begun
    json.dump([rows, size, seconds, busy, before, _peak()], sys.stdout)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
