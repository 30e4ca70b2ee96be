"""Measures ingest: sentences a minute and peak memory, on a new database for each number.

Each number is that of a process of its own, which `python -m tests.benchmarks.ingest` is, with the
settings in its environment.
"""

import argparse
import json
import resource
import subprocess
import sys
from time import perf_counter

from tests.benchmarks.console import show
from tests.benchmarks.databases import PROJECT_ROOT, settings
from tests.benchmarks.scratch import scratch

WAYS = {
    "read": "reading and finding alone",
    "store": "ingest, with storing",
    "one by one": "(a) the same drafts, each stored by save_record",
}
"""What is measured; (a) is the way that drafts are written without ingest."""


def run(options: argparse.Namespace) -> None:
    """Measure on each database, and print the numbers with their ratios."""
    for engine in options.database:
        show(f"\n{engine}")
        rates: dict[str, float] = {}
        for way, count in _measured(options.sentences):
            with scratch(engine) as database:
                done = subprocess.run(
                    [sys.executable, "-m", "tests.benchmarks.ingest", way, str(count)],
                    env=settings(database.url),
                    cwd=PROJECT_ROOT,
                    stdout=subprocess.PIPE,
                    check=True,
                )
            seconds, megabytes = json.loads(done.stdout)
            rates[way] = count / seconds * 60
            show(f"{WAYS[way]:<50}{count:>8,} sentences {rates[way]:>10,.0f} a minute, "
                 f"peak {megabytes} MB")  # fmt: skip
        show(f"ingest is {rates['store'] / rates['one by one']:.1f} times (a), and "
             f"{rates['store'] / rates['read']:.2f} times reading and finding alone")  # fmt: skip


def _measured(counts: list[int]) -> list[tuple[str, int]]:
    return [
        *(("read", count) for count in counts),
        ("one by one", min(counts)),
        *(("store", count) for count in counts),
    ]


def main() -> None:
    """Do one thing once, and print its seconds and the peak of memory in MB."""
    import django  # inline import: the settings come with the environment

    django.setup()
    from tests.benchmarks import ingest_ways  # inline import: models need the settings

    way, count = sys.argv[1], int(sys.argv[2])
    prepared = ingest_ways.prepare(count)
    start = perf_counter()
    ingest_ways.DONE[way](prepared)
    seconds = perf_counter() - start
    json.dump([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024], sys.stdout)


if __name__ == "__main__":
    main()
