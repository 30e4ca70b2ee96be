"""The servers that are compared: granian, one process with one blocking thread unless said."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace

from tests.benchmarks.databases import PROJECT_ROOT, Database
from tests.benchmarks.questions import OURS, SERVERS, SQL, USUAL

START_TIMEOUT = 30.0  # seconds

_APPLICATIONS = {
    OURS: "config.wsgi:application",
    SQL: "tests.benchmarks.sql:application",
    USUAL: "tests.benchmarks.usual_wsgi:application",
}


@dataclass(frozen=True)
class Server:
    """One of the servers, by name, where it listens, and its group of processes."""

    name: str
    port: int
    group: int = 0

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> bytes:
        """Fetch one answer. Raises urllib's errors for any but 200."""
        with urllib.request.urlopen(self.origin + path, timeout=60) as answer:
            return answer.read()


@contextmanager
def servers(database: Database) -> Iterator[list[Server]]:
    """Run all servers on a database inside the block."""
    with ExitStack() as running:
        yield [running.enter_context(_server(name, database)) for name in SERVERS]


@contextmanager
def _server(name: str, database: Database) -> Iterator[Server]:
    environment = dict(database.environment)
    if name == USUAL:
        environment["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.usual_settings"
    with serve(name, environment) as server:
        yield server


@contextmanager
def serve_several(
    name: str, environment: dict[str, str], processes: int, *, threads: int = 1
) -> Iterator[list[Server]]:
    """Run one server as several processes, each on a port of its own.

    Connections that stay open to workers on one port may all meet the same worker.
    """
    with ExitStack() as running:
        yield [running.enter_context(serve(name, environment, threads=threads))
               for _ in range(processes)]  # fmt: skip


@contextmanager
def serve(name: str, environment: dict[str, str], *, threads: int = 1) -> Iterator[Server]:
    """Run one server, which is one process, inside the block."""
    server = Server(name, _free_port())
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
            *("--workers", "1", "--blocking-threads", str(threads)),
            *("--log-level", "error", "--host", "127.0.0.1", "--port", str(server.port)),
            _APPLICATIONS[name],
        ],
        env=environment,
        cwd=PROJECT_ROOT,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait(process, server)
        yield replace(server, group=process.pid)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: "subprocess.Popen[bytes]", server: Server) -> None:
    end = time.monotonic() + START_TIMEOUT
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=1):
            return
        time.sleep(0.1)
    raise SystemExit(f"The server {server.name} did not start.")
