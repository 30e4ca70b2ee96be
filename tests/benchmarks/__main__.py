"""Benchmarks, run by hand.

    python -m tests.benchmarks read [--claims 1000000] [--database postgresql] [--rounds 3]
    python -m tests.benchmarks explain --claims 1000000     the plan of each of our queries
    python -m tests.benchmarks profile --claims 1000000     where our time goes

Databases are generated once and kept in the folder that `--data` names.
"""

import argparse
import dataclasses
import json
import platform
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.console import show
from tests.benchmarks.databases import ENGINES, PROJECT_ROOT, Database, database
from tests.benchmarks.load import CLIENT, CONNECTIONS
from tests.benchmarks.measure import measure
from tests.benchmarks.questions import QUESTIONS
from tests.benchmarks.report import table

SIZES = (100_000, 1_000_000)
DATA = Path(tempfile.gettempdir()) / "accord-benchmarks"


def main() -> None:
    """Do what the command line says."""
    options = _parser().parse_args()
    options.claims = options.claims or list(SIZES)
    options.database = options.database or list(ENGINES)
    options.question = options.question or list(QUESTIONS)
    options.run(options)


def read(options: argparse.Namespace) -> None:
    """Measure and print the tables."""
    show(
        f"{platform.machine()}, Python {platform.python_version()}; granian, one process with one "
        f"blocking thread; {CONNECTIONS} connections of {CLIENT}; {options.seconds:g} s each, "
        f"median of {options.rounds} rounds; rate limits off.\n"
        "(a) one hand-written SQL statement behind a bare WSGI view, (b) usual DRF."
    )
    for engine in options.database:
        with ExitStack() as stack:
            filled = [stack.enter_context(database(engine, claims, options.data))
                      for claims in options.claims]  # fmt: skip
            by_size = measure(filled, options.rounds, options.seconds, options.question)
        show(f"\n{table(engine, by_size)}")


def _child(options: argparse.Namespace) -> None:
    """Do something in a process that has Django's settings for the database."""
    for engine in options.database:
        for claims in options.claims:
            with database(engine, claims, options.data) as filled:
                _run_child(options.command, filled, options.question)


def _run_child(command: str, filled: Database, questions: list[str]) -> None:
    asked = {question: filled.questions.paths(question, "ours") for question in questions}
    subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{command}"],
        input=json.dumps(asked).encode(),
        env=filled.environment,
        cwd=PROJECT_ROOT,
        check=True,
    )


def _prepare(options: argparse.Namespace) -> None:
    import django  # inline import: only this process has Django's settings

    django.setup()
    from tests.benchmarks.prepare import prepare  # inline import: needs Django to be ready

    show(json.dumps(dataclasses.asdict(prepare(options.claims[0]))))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, run in COMMANDS.items():
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        add = command.add_argument
        add(
            "--claims",
            type=int,
            action="append",
            metavar="N",
            help="repeatable; default: 100000, 1000000",
        )
        add("--database", choices=ENGINES, action="append", help="default: both")
        add("--question", choices=QUESTIONS, action="append", help="default: all")
        add("--rounds", type=int, default=3)
        add("--seconds", type=float, default=10, help="of each measurement")
        add("--data", type=Path, default=DATA, help="folder that keeps the databases")
    return parser


COMMANDS = {"read": read, "explain": _child, "profile": _child, "prepare": _prepare}

if __name__ == "__main__":
    main()
