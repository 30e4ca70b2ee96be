"""Benchmarks, run by hand.

    python -m tests.benchmarks read [--claims 1000000] [--database postgresql] [--rounds 3]
    python -m tests.benchmarks research --claims 1000000    questions over many records
    python -m tests.benchmarks explain --claims 1000000     the plan of each of our queries
    python -m tests.benchmarks profile --claims 1000000     where our time goes
    python -m tests.benchmarks search --claims 1000000      searches, and 100,000 names completed
    python -m tests.benchmarks create [--seconds 10]        claims created a second
    python -m tests.benchmarks writers [--updates 1000]     eight writers on ten records
    python -m tests.benchmarks ingest [--sentences 1000]    sentences ingested a minute
    python -m tests.benchmarks export [--claims 100000]     all claims as files
    python -m tests.benchmarks kill [--times 50]            kill -9 in the middle of writes

Databases that are read are generated once and kept in the folder that `--data` names; those that
are written to are small and thrown away.
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

from tests.benchmarks import create, exports, ingest, killing, search, writers
from tests.benchmarks.console import show
from tests.benchmarks.databases import ENGINES, PROJECT_ROOT, Database, database
from tests.benchmarks.load import CLIENT, CONNECTIONS
from tests.benchmarks.measure import measure
from tests.benchmarks.questions import QUESTIONS
from tests.benchmarks.report import table

SIZES = (100_000, 1_000_000)
DIGESTS = (1_000, 20_000)
DATA = Path(tempfile.gettempdir()) / "accord-benchmarks"


def main() -> None:
    """Do what the command line says."""
    options = _parser().parse_args()
    for name, default in (
        ("claims", SIZES), ("database", ENGINES), ("question", QUESTIONS), ("sentences", DIGESTS),
    ):  # fmt: skip
        if getattr(options, name, ()) is None:
            setattr(options, name, list(default))
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


def _create(options: argparse.Namespace) -> None:
    create.report(options.database, options.rounds, options.seconds)


def _write(options: argparse.Namespace) -> None:
    writers.report(options.database, options.updates)


def _kill(options: argparse.Namespace) -> None:
    killing.report(options.database, options.times)


def _child(options: argparse.Namespace) -> None:
    """Do something in a process that has Django's settings for the database."""
    for engine in options.database:
        for claims in options.claims:
            with database(engine, claims, options.data) as filled:
                _run_child(options.command, filled, options.question)


def _research(options: argparse.Namespace) -> None:
    for engine in options.database:
        for claims in options.claims:
            with database(engine, claims, options.data) as filled:
                asked = {"claims": claims, "times": options.times, "only": options.only}
                subprocess.run(
                    [sys.executable, "-m", "tests.benchmarks.research"],
                    input=json.dumps(asked).encode(),
                    env=filled.environment,
                    cwd=PROJECT_ROOT,
                    check=True,
                )


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
    for name, (run, add_options) in COMMANDS.items():
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument("--database", choices=ENGINES, action="append", help="default: both")
        for add in add_options:
            add(command)
    return parser


def _add_claims(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--claims", type=int, action="append", metavar="N", help="repeatable; default: both sizes"
    )
    command.add_argument("--question", choices=QUESTIONS, action="append", help="default: all")
    command.add_argument("--data", type=Path, default=DATA, help="folder that keeps the databases")


def _add_rounds(command: argparse.ArgumentParser) -> None:
    command.add_argument("--rounds", type=int, default=3)
    command.add_argument("--seconds", type=float, default=10, help="of each measurement")


def _add_updates(command: argparse.ArgumentParser) -> None:
    command.add_argument("--updates", type=int, default=1000, help="of each writer")


def _add_research(command: argparse.ArgumentParser) -> None:
    command.add_argument("--times", type=int, default=20, help="of asking each question")
    command.add_argument("--only", action="append", metavar="NAME", help="repeatable; default: all")


def _add_times(command: argparse.ArgumentParser) -> None:
    command.add_argument("--times", type=int, default=50, help="of each kind of write")


def _add_sentences(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--sentences",
        type=int,
        action="append",
        metavar="N",
        help="repeatable; default: both sizes",
    )


COMMANDS = {
    "read": (read, [_add_claims, _add_rounds]),
    "research": (_research, [_add_claims, _add_research]),
    "explain": (_child, [_add_claims]),
    "profile": (_child, [_add_claims]),
    "prepare": (_prepare, [_add_claims]),
    "search": (search.run, [_add_claims]),
    "create": (_create, [_add_rounds]),
    "export": (exports.run, [_add_claims]),
    "ingest": (ingest.run, [_add_sentences]),
    "writers": (_write, [_add_updates]),
    "kill": (_kill, [_add_times]),
}

if __name__ == "__main__":
    main()
