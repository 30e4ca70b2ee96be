"""Where the benchmarks write: tables to standard output, progress to standard error."""

import sys


def show(text: str) -> None:
    """Write a result."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def progress(text: str) -> None:
    """Replace the line that says what is being done; an empty text clears it."""
    sys.stderr.write(f"\r{text:<79}" if text else f"\r{'':<79}\r")
    sys.stderr.flush()
