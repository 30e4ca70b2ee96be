"""Shows how the database answers each of our questions: the statements and their plans.

    python -m tests.benchmarks explain --claims 1000000 --database postgresql

Reads the questions from standard input; the settings name the database.
"""

import json
import sys
from typing import Any

import django
from django.db import connection
from django.test import Client

from tests.benchmarks.console import show


def explain(path: str) -> None:
    """Answer a question and show what was sent to the database, each statement with its plan."""
    statements: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        answer = Client(SERVER_NAME="127.0.0.1").get(path)
    assert answer.status_code == 200, answer.content
    postgresql = connection.vendor == "postgresql"
    prefix = "EXPLAIN (ANALYZE, BUFFERS)" if postgresql else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        for sql, params in statements:
            show(f"\n{sql}\n{params}")
            cursor.execute(f"{prefix} {sql}", params)
            for row in cursor.fetchall():
                show(f"  {row[-1]}")


def main() -> None:
    """Explain the first path of each question."""
    django.setup()
    for question, paths in json.load(sys.stdin).items():
        show(f"\n=== {connection.vendor}: {question}: {paths[0]}")
        explain(paths[0])


if __name__ == "__main__":
    main()
