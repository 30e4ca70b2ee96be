"""Runs several things at the same time, each with a database connection of its own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

from django.db import connections

PATIENCE = 30  # seconds; nothing here waits that long unless it hangs


def run_together(*tasks: Callable[[], Any]) -> list[Any]:
    """Start the tasks at the same moment; return what each returned, or the error it raised."""
    start = Barrier(len(tasks), timeout=PATIENCE)

    def run(task: Callable[[], Any]) -> Any:
        with own_connection():
            start.wait()
            return task()

    with ThreadPoolExecutor(len(tasks)) as pool:
        running = [pool.submit(run, task) for task in tasks]
        return [each.exception(PATIENCE) or each.result() for each in running]


@contextmanager
def own_connection() -> Iterator[None]:
    """Close this thread's connections at the end."""
    try:
        yield
    finally:
        connections.close_all()
