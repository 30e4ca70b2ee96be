"""The demonstration's register behind a real server: one process of granian on loopback.

Django's own test server sends headers and body apart, which costs 40 ms a request here.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction

from tests.factories import ApiTokenFactory, UserFactory
from tests.support.register import load_register

PROJECT_ROOT = Path(__file__).resolve().parents[2]
START_TIMEOUT = 60.0  # seconds


@dataclass(frozen=True)
class Served:
    """Where the register is served, an editor's token with both scopes, and the server's log."""

    url: str
    token: str
    log: Path

    def faults(self) -> str:
        """Read what the server has written about errors."""
        return self.log.read_text(errors="replace")


@pytest.fixture
def served(transactional_db: None) -> Iterator[Served]:
    """Fill the register and serve it; what is written is gone after the test."""
    with transaction.atomic():
        load_register()
    token = ApiTokenFactory(user=UserFactory(role="editor"), read_drafts=True, write=True)
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder) / "log") as (url, log):
        yield Served(url, token.secret, log)


@contextmanager
def _server(log: Path) -> Iterator[tuple[str, Path]]:
    port = _free_port()
    environment = {"DATABASE_URL": _database_url(), "ENV_FILE": os.devnull, "LOG_LEVEL": "ERROR"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "granian", "--interface", "wsgi"),
                *("--workers", "1", "--blocking-threads", "1", "--no-ws", "--log-level", "error"),
                *("--host", "127.0.0.1", "--port", str(port), "config.wsgi:application"),
            ],
            env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": "config.settings.test"},
            cwd=PROJECT_ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(process, port, log)
        yield f"http://127.0.0.1:{port}", log
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _database_url() -> str:
    """Name the database of the tests rather than the one beside which it was made."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + START_TIMEOUT
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"The server did not start: {log.read_text(errors='replace')}")
