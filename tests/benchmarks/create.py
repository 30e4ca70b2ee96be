"""How many claims a second are created, by us and by the usual Django REST framework."""

import os
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count, product
from statistics import median
from typing import Any

from tests.benchmarks.console import progress, show
from tests.benchmarks.questions import OURS, USUAL
from tests.benchmarks.report import TITLES, line
from tests.benchmarks.scratch import USUAL_SETTINGS, Scratch, scratch
from tests.benchmarks.servers import Server, serve_several
from tests.benchmarks.writing_client import WritingClient

PATH = "/api/v1/claims/"
CLIENTS = (1, 4)
WARM_UP = 2.0  # seconds
PROCESSES = os.cpu_count() or 1
CREATED = 201

_HEAD = ("create a claim", "clients", "ours / (b)", "ours a second", "(b) a second")
_WRITTEN = """
    SELECT document IS NOT NULL, count(*),
        sum((SELECT count(*) FROM records_measure WHERE claim_id = records_claim.id)),
        sum((SELECT count(*) FROM records_citation WHERE claim_id = records_claim.id)),
        sum((SELECT count(*) FROM records_claimorganization WHERE claim_id = records_claim.id))
    FROM records_claim WHERE text LIKE 'The ports handled %' GROUP BY 1
"""
"""What is stored of the claims that were sent; the seed has others."""

Rates = dict[tuple[int, str], float]
"""Claims a second, by number of clients and server."""


def report(engines: Sequence[str], rounds: int, seconds: float) -> None:
    """Measure on each database and print the table."""
    show(
        f"granian, {PROCESSES} processes with one blocking thread; PostgreSQL waits for the disk; "
        f"{seconds:g} s each, median of {rounds} rounds.\n(b) usual DRF, which stores no document."
        f"\n\n{line(_HEAD)}\n{line(['---'] + ['---:'] * (len(_HEAD) - 1))}"
    )
    for engine in engines:
        found = _measure(engine, rounds, seconds)
        for clients in CLIENTS:
            ours, usual = found[clients, OURS], found[clients, USUAL]
            show(line([TITLES[engine], f"{clients}", f"{ours / usual:.2f}",
                       f"{ours:,.0f}", f"{usual:,.0f}"]))  # fmt: skip


def _measure(engine: str, rounds: int, seconds: float) -> Rates:
    """Let the servers take turns; return the medians of the rounds."""
    rates: dict[tuple[int, str], list[float]] = defaultdict(list)
    created: dict[str, int] = defaultdict(int)
    with (
        scratch(engine) as filled,
        serve_several(OURS, filled.environment, PROCESSES) as ours,
        serve_several(USUAL, filled.environment | USUAL_SETTINGS, PROCESSES) as usual,
    ):
        senders = {
            OURS: (ours, filled.token, filled.bodies),
            USUAL: (usual, filled.usual_token, filled.usual_bodies),
        }
        for name, sender in senders.items():
            created[name] += _create(*sender, max(CLIENTS), WARM_UP)
        for number, clients, name in product(range(rounds), CLIENTS, senders):
            progress(f"{engine}, round {number + 1} of {rounds}: {name}, clients: {clients}")
            begin = time.monotonic()
            done = _create(*senders[name], clients, seconds)
            rates[clients, name].append(done / (time.monotonic() - begin))
            created[name] += done
        progress("")
        _check(filled, created)
    return {key: median(found) for key, found in rates.items()}


def _create(
    servers: Sequence[Server],
    token: str,
    bodies: Sequence[dict[str, Any]],
    clients: int,
    seconds: float,
) -> int:
    """Create claims over some connections for some seconds; anything but 201 aborts."""
    end = time.monotonic() + seconds

    def run(first: int) -> int:
        with WritingClient(servers[first % len(servers)].port, token) as client:
            for done in count():
                if time.monotonic() > end:
                    return done
                body = bodies[(first + done * clients) % len(bodies)]
                answer = client.send("POST", PATH, body)
                if answer.status != CREATED:
                    raise SystemExit(f"{PATH}: {answer.status} {answer.content.decode()}")
        raise AssertionError

    with ThreadPoolExecutor(clients) as pool:
        return sum(pool.map(run, range(clients)))


def _check(filled: Scratch, created: dict[str, int]) -> None:
    """Abort unless both have stored what they answered, and only ours the documents."""
    stored = {(bool(document), *rows) for document, *rows in filled.ask(_WRITTEN)}
    expected = {(document, created[name], 2 * created[name], created[name], 2 * created[name])
                for document, name in ((True, OURS), (False, USUAL))}  # fmt: skip
    if stored != expected:
        raise SystemExit(f"Stored: {stored}; expected: {expected}")
