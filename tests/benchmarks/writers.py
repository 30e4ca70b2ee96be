"""Eight writers who change the same ten records, each for the revision that it has read."""

import random
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.benchmarks.console import progress, show
from tests.benchmarks.questions import OURS
from tests.benchmarks.report import TITLES, line
from tests.benchmarks.scratch import Scratch, scratch
from tests.benchmarks.servers import Server, serve_several
from tests.benchmarks.writing_client import WritingClient
from tests.support.writers import OK, STALE, Writer, lost_or_doubled

WRITERS = 8
PROCESSES, THREADS = 4, 2
_HEAD = ("database", "updates made (200)", "too late (412)", "others", "time", "updates a second")


def report(engines: Sequence[str], updates: int) -> None:
    """Run on each database and print the table; end with an error unless all is as told."""
    show(
        f"{WRITERS} writers, {updates:,} updates each, on 10 records; granian with {PROCESSES} "
        f"processes of {THREADS} threads.\n\n{line(_HEAD)}\n"
        f"{line(['---'] + ['---:'] * (len(_HEAD) - 1))}"
    )
    for engine in engines:
        show(_write(engine, updates))


def _write(engine: str, updates: int) -> str:
    """Let the writers run and check what they leave; return a line of the table."""
    with (
        scratch(engine) as filled,
        serve_several(OURS, filled.environment, PROCESSES, threads=THREADS) as servers,
    ):
        progress(f"{engine}: {WRITERS} writers, {updates:,} updates each")
        begin = time.monotonic()
        with ThreadPoolExecutor(WRITERS) as pool:
            running = [pool.submit(_run, number, servers[number % PROCESSES], filled, updates)
                       for number in range(WRITERS)]  # fmt: skip
            writers = [each.result() for each in running]
        taken = time.monotonic() - begin
        progress("")
        statuses = sum((writer.statuses for writer in writers), Counter())
        _check(writers, statuses, servers[0], filled, WRITERS * updates)
    others = statuses.total() - statuses[OK] - statuses[STALE]
    return line([
        TITLES[engine], f"{statuses[OK]:,}", f"{statuses[STALE]:,}", f"{others}",
        f"{taken:,.0f} s", f"{statuses[OK] / taken:,.0f}",
    ])  # fmt: skip


def _run(number: int, server: Server, filled: Scratch, updates: int) -> Writer:
    choose = random.Random(number).choice
    with WritingClient(server.port, filled.token) as client:
        writer = Writer(f"writer {number}", client.send)
        for _ in range(updates):
            writer.insist(choose(filled.changed))
    return writer


def _check(
    writers: Sequence[Writer],
    statuses: Counter[int],
    server: Server,
    filled: Scratch,
    expected: int,
) -> None:
    """Abort unless every update is there, once, and nothing was answered but 200 and 412."""
    with WritingClient(server.port, filled.token) as reader:
        wrong = lost_or_doubled(
            writers, filled.changed, lambda path: reader.send("GET", path).document
        )
    if wrong or statuses[OK] != expected or statuses.keys() - {OK, STALE}:
        raise SystemExit("\n".join([f"{expected:,} updates; answers: {dict(statuses)}", *wrong]))
