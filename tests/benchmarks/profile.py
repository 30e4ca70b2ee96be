"""Shows where our time goes: a profile of the WSGI application, called in a loop in this process.

    python -m tests.benchmarks profile --claims 100000 --question "first page"

Reads the questions from standard input; the settings name the database.
"""

import cProfile
import json
import os
import pstats
import sys
import time
from collections.abc import Sequence
from io import BytesIO
from itertools import cycle, islice

from config.wsgi import application
from tests.benchmarks.console import show

CALLS = 1000
SHOWN = 45
ORDER = os.environ.get("PROFILE_ORDER", "tottime")


def _ignore(status: str, headers: object) -> None:
    """Take the head of an answer and forget it."""


def call(path: str) -> int:
    """Call the application once, as a server would; return the length of the answer."""
    path, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "",
        "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "HTTP_HOST": "127.0.0.1",
        "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http",
    }  # fmt: skip
    answer = application(environ, _ignore)
    length = sum(map(len, answer))
    answer.close()
    return length


def profile(paths: Sequence[str]) -> None:
    """Time some hundred calls, then profile as many."""
    asked = list(islice(cycle(paths), CALLS))
    for path in asked[:100]:
        call(path)
    begin = time.process_time()
    for path in asked:
        call(path)
    spent = time.process_time() - begin
    show(f"{1000 * spent / CALLS:.3f} ms of our processor time a call, without the profiler")
    profiler = cProfile.Profile()
    profiler.enable()
    for path in asked:
        call(path)
    profiler.disable()
    pstats.Stats(profiler).sort_stats(ORDER).print_stats(SHOWN)


def main() -> None:
    """Profile each question."""
    for question, paths in json.load(sys.stdin).items():
        show(f"\n=== {question}")
        profile(paths)


if __name__ == "__main__":
    main()
