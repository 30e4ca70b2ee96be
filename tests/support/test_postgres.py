"""The private PostgreSQL server: found, started without set-up, and never left behind."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from tests.support import postgres
from tests.support.postgres import TemporaryPostgres, remove_abandoned_servers

pytestmark = pytest.mark.skipif(
    "os.environ['ACCORD_TEST_DATABASE'] != 'postgresql'", reason="once is enough"
)

START_AND_DIE = """
import os
from tests.support.postgres import TemporaryPostgres
server = TemporaryPostgres()
server.start()
print(server._folder, server._process.pid, flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def temporary_folder(monkeypatch):
    """A folder for servers away from those of other runs, with a name short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="accord-") as folder:
        Path(folder).chmod(0o755)
        monkeypatch.setattr(tempfile, "tempdir", folder)
        monkeypatch.setenv("TMPDIR", folder)
        yield Path(folder)


def version_of(url):
    # Postgres itself is the one database that a new server has.
    with psycopg.connect(url.replace("/accord?", "/postgres?")) as connection:
        return connection.info.server_version


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A killed process that nobody has waited for still has its number.
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()


def test_newest_system_server_comes_first(tmp_path, monkeypatch):
    for version in ("9.6", "15", "17"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        (folder / "postgres").touch()
    pg_config = tmp_path / "pg_config"
    pg_config.write_text(f"#!/bin/sh\necho {tmp_path}/15/bin\n")
    pg_config.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    found = [folder for folder in postgres.system_folders() if folder.is_relative_to(tmp_path)]
    assert found == [tmp_path / version / "bin" for version in ("17", "15", "9.6")]


def test_server_of_the_wheel_starts_where_the_system_has_none(temporary_folder, monkeypatch):
    monkeypatch.setattr(postgres, "system_folders", list)
    server = TemporaryPostgres()
    try:
        assert version_of(server.start()) >= 180_000
    finally:
        server.stop()
    assert list(temporary_folder.iterdir()) == []


def test_server_of_a_killed_run_is_stopped_by_the_next(temporary_folder):
    killed = subprocess.run(
        [sys.executable, "-c", START_AND_DIE], capture_output=True, text=True, check=False
    )
    folder, pid = killed.stdout.split()
    assert is_running(int(pid))
    remove_abandoned_servers()
    assert not is_running(int(pid))
    assert not Path(folder).exists()


def test_server_of_a_run_that_goes_on_is_left_alone(temporary_folder):
    server = TemporaryPostgres()
    try:
        url = server.start()
        remove_abandoned_servers()
        assert version_of(url)
    finally:
        server.stop()


def test_failure_to_start_tells_what_the_server_said(temporary_folder, monkeypatch):
    monkeypatch.setattr(postgres, "FAST_AND_FORGETFUL", ["-c", "fsync=perhaps"])
    with pytest.raises(postgres.PostgresError, match='parameter "fsync" requires a Boolean'):
        TemporaryPostgres().start()
    assert list(temporary_folder.iterdir()) == []
