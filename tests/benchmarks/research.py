"""Times each question over many records beside one hand-written statement for the same question.

    python -m tests.benchmarks research [--claims 1000000] [--database postgresql] [--times 20]

Both are asked once before, and then in turn in one process, on one connection, so that a busy
machine slows both alike.
Shown are the median and the 95th percentile of each, their ratio, and the tables that our
statements read from end to end.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from statistics import median, quantiles
from typing import Any

from django.db import connection

from tests.benchmarks.console import progress, show
from tests.benchmarks.profile import call
from tests.benchmarks.research_questions import QUESTIONS, Question

BUDGET = 60.0
"""Seconds after which a question is asked no more, once it was asked three times."""

LEAST = 3
_WHOLE_TABLE = {
    "postgresql": re.compile(r"Seq Scan on (?:only )?(?:records_)?(\w+)"),
    "sqlite": re.compile(r"SCAN (?:records_)?(\w+)(?! USING)"),
}


def compare(question: Question, times: int) -> str:
    """Ask a question both ways in turn; return a line of the table."""
    statement = question.sql(connection.vendor)
    whole = ", ".join(_read_whole(question.path)) or "none"
    _rows(statement)
    ours, theirs = [], []
    begin = time.monotonic()
    while len(ours) < times and (len(ours) < LEAST or time.monotonic() - begin < BUDGET):
        ours.append(_timed(lambda: call(question.path)))
        theirs.append(_timed(lambda: _rows(statement)))
    ratio = _p95(theirs) / _p95(ours)
    return (
        f"{question.name:<34}{1000 * median(ours):>9.1f}{1000 * _p95(ours):>9.1f}"
        f"{1000 * median(theirs):>9.1f}{1000 * _p95(theirs):>9.1f}{ratio:>8.2f}{len(ours):>5}"
        f"  {whole}"
    )


def _timed(ask: Callable[[], object]) -> float:
    begin = time.perf_counter()
    ask()
    return time.perf_counter() - begin


def _rows(statement: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1]


def _read_whole(path: str) -> list[str]:
    """List the tables that a plan of our statements reads from end to end."""
    sent: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        call(path)
    explain = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    found: set[str] = set()
    with connection.cursor() as cursor:
        for sql, params in sent:
            if sql.lstrip("( ").upper().startswith(("SELECT", "WITH")):
                cursor.execute(f"{explain} {sql}", params)
                plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
                found.update(_WHOLE_TABLE[connection.vendor].findall(plan))
    return sorted(found)


def main() -> None:
    """Compare every question, or those that the command line names."""
    asked = json.load(sys.stdin)
    show(
        f"\n{connection.vendor}, {asked['claims']:,} claims; milliseconds\n"
        f"{'question':<34}{'ours':>9}{'p95':>9}{'sql':>9}{'p95':>9}{'ratio':>8}{'n':>5}"
        "  read from end to end"
    )
    for question in QUESTIONS:
        if not asked["only"] or question.name in asked["only"]:
            progress(question.name)
            line = compare(question, asked["times"])
            progress("")
            show(line)


if __name__ == "__main__":
    main()
