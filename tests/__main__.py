"""The one test command: the whole suite on SQLite and on PostgreSQL, both at the same time.

    python -m tests [arguments of pytest]

The run on SQLite is shown while it goes on, the run on PostgreSQL when both have ended; the latter
leaves out the tests that ask no database and those marked `one_database`. The command
ends non-zero if either fails. For one database alone:

    ACCORD_TEST_DATABASE=postgresql python -m pytest [arguments of pytest]
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

PROJECT_ROOT = Path(__file__).resolve().parents[1]
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
OWN_ARGUMENTS = {"sqlite": [], "postgresql": ["--only-with-database"]}
NOTHING_TO_DO = pytest.ExitCode.NO_TESTS_COLLECTED
PATIENCE = 20  # seconds that an interrupted run has to tidy up


@dataclass
class Run:
    """One pytest process and what it has written, which goes to a file so that it never waits."""

    database: str
    arguments: Sequence[str]
    output: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        colour = ["--color=yes"] if sys.stdout.isatty() and "NO_COLOR" not in os.environ else []
        # Each run remembers its own failures for `--last-failed`.
        cache = f"cache_dir=.pytest_cache/{self.database}"
        own = OWN_ARGUMENTS[self.database]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *colour, "-o", cache, *own, *self.arguments],
            cwd=PROJECT_ROOT,
            env={**os.environ, "ACCORD_TEST_DATABASE": self.database, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=self.output,
            stderr=subprocess.STDOUT,
            # Ctrl-C reaches this process alone, which passes it on once.
            start_new_session=True,
        )

    def show(self) -> None:
        """Print the output under a heading, following it until the process has ended."""
        write(f"\n{f' {DATABASES[self.database]} ':═^80}\n".encode())
        position, ended = 0, False
        while not ended:
            ended = self.process.poll() is not None
            chunk = os.pread(self.output.fileno(), 1 << 20, position)
            write(chunk)
            position += len(chunk)
            ended = ended and not chunk
            if not chunk and not ended:
                time.sleep(0.05)

    def summary(self) -> str:
        """Return one line: the database, pytest's closing words, and the exit code if not 0."""
        text = os.pread(self.output.fileno(), 1 << 30, 0).decode(errors="replace")
        lines = re.sub(r"\x1b\[[0-9;]*m", "", text).strip().splitlines() or ["no output"]
        exit_code = f" (exit {self.process.returncode})" if self.process.returncode else ""
        return f"{DATABASES[self.database]:<12}{lines[-1].strip('= ')}{exit_code}"

    def interrupt(self) -> None:
        """Ask the process to stop, as Ctrl-C would."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)

    def wait_or_kill(self) -> None:
        """Wait for the end of an interrupted run, but not for ever."""
        try:
            self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def write(data: bytes) -> None:
    """Write bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def main(arguments: Sequence[str]) -> int:
    """Run the suite on every database; return the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in a shell's background
    runs = [Run(database, arguments) for database in DATABASES]
    try:
        for run in runs:
            run.show()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one would leave a run behind
        for run in runs:
            run.interrupt()
        for run in runs:
            run.wait_or_kill()
    write(f"\n{' both ':═^80}\n".encode())
    for run in runs:
        write(f"{run.summary()}\n".encode())
    codes = {run.process.returncode for run in runs}
    return int(codes not in ({pytest.ExitCode.OK}, {pytest.ExitCode.OK, NOTHING_TO_DO}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
