"""One run: checks that the servers answer alike, then measures them in alternation."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import product
from statistics import median

import orjson

from tests.benchmarks.console import progress
from tests.benchmarks.databases import Database
from tests.benchmarks.load import Outcome, ask
from tests.benchmarks.questions import OURS, SQL, USUAL
from tests.benchmarks.servers import Server, servers

Results = dict[str, dict[str, Outcome]]
"""Question, then server, to the median outcome."""

COMPARED = 20
"""How many paths of each question are compared before measuring."""

WARM_UP = 0.5
"""Seconds of warming up, as a part of the seconds measured, in the first round."""


def measure(
    databases: Sequence[Database], rounds: int, seconds: float, questions: Sequence[str]
) -> dict[int, Results]:
    """Measure every question on every server of every size; medians of the rounds.

    All sizes take turns too, so that growth does not depend on what else the machine did.
    """
    found: dict[int, dict[str, dict[str, list[Outcome]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    with ExitStack() as stack:
        running = {each.claims: stack.enter_context(servers(each)) for each in databases}
        for database, question in product(databases, questions):
            compare(database, running[database.claims], question)
        for number, question, database in product(range(rounds), questions, databases):
            for server in running[database.claims]:
                progress(_progress(database, number, rounds, question, server))
                paths = database.questions.paths(question, server.name)
                ask(server.origin, paths, 1 if number else seconds * WARM_UP)
                outcome = ask(server.origin, paths, seconds)
                found[database.claims][question][server.name].append(outcome)
    progress("")
    return {claims: {question: {name: _median(outcomes) for name, outcomes in by_server.items()}
                     for question, by_server in by_question.items()}
            for claims, by_question in found.items()}  # fmt: skip


def compare(database: Database, running: Sequence[Server], question: str) -> None:
    """Abort unless (a) answers as we do, as parsed JSON, and (b) with the same claims."""
    by_name = {server.name: server for server in running}
    paths = {name: database.questions.paths(question, name)[:COMPARED] for name in by_name}
    for place, path in enumerate(paths[OURS]):
        ours = orjson.loads(by_name[OURS].get(path))
        other = orjson.loads(by_name[SQL].get(paths[SQL][place]))
        if ours != other:
            raise SystemExit(f"{question}: {path} differs.\nours: {ours}\nsql:  {other}")
        usual = orjson.loads(by_name[USUAL].get(paths[USUAL][place]))
        if not _same_claims(question, _ids(ours), _ids(usual)):
            raise SystemExit(f"{question}: {path} gives other claims than {paths[USUAL][place]}.")


def _same_claims(question: str, ours: list[str], usual: list[str]) -> bool:
    # A page number and a cursor cut the list at different places.
    return len(ours) == len(usual) if "middle" in question else ours == usual


def _ids(body: dict) -> list[str]:
    results = body.get("results", [body])
    return [f"CLM-{str(each['id']).removeprefix('CLM-')}" for each in results]


def _median(outcomes: Sequence[Outcome]) -> Outcome:
    return Outcome(median(each.rate for each in outcomes), median(each.mean for each in outcomes))


def _progress(database: Database, number: int, rounds: int, question: str, server: Server) -> str:
    where = f"{database.engine}, {database.claims:,} claims"
    return f"{where}, round {number + 1} of {rounds}: {question}, {server.name}"
