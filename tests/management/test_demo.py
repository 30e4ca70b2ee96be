"""`manage.py demo` from nothing to a served register, and again."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import connection

from records.management.commands import demo
from records.services.loading.errors import LoadError

PROJECT_ROOT = Path(__file__).resolve().parents[2]


def run(**options):
    out = StringIO()
    call_command("demo", stdout=out, no_serve=True, **options)
    return out.getvalue().splitlines()


@pytest.mark.django_db
def test_demo_creates_users_once(digest):
    first, second = run(), run()
    assert first[:9] == second[:9] == [
        "Categories: 0 created, 0 changed, 0 removed, 211 unchanged.",
        "Categories of other schemes: 0 created, 0 changed, 0 removed, 47 unchanged.",
        "Mappings: 0 created, 0 changed, 0 removed, 311 unchanged.",
        "States: 0 created, 249 there already.",
        "Sources of the digest: 0 created, 1 there already.",
        "Organizations of the digest: 0 created, 8 there already.",
        "Weapon systems of the digest: 0 created, 4 there already.",
        "Agreements of the digest: 0 created, 5 there already.",
        "Claims of the digest: 0 created, 20 there already.",
    ]  # fmt: skip
    passwords = dict(re.findall(r"User (\w+) created, password: (\S+)", "\n".join(first)))
    assert list(passwords) == ["editor", "reviewer"]
    for name, password in passwords.items():
        assert authenticate(username=name, password=password)
    assert second[9:] == [
        "User editor is there already and keeps the password.",
        "User reviewer is there already and keeps the password.",
    ]


@pytest.mark.django_db
def test_wrong_files_end_the_command_with_their_problems(digest, monkeypatch):
    def fail():
        raise LoadError(["claims.yaml, entry at line 3, kind: wrong."])

    monkeypatch.setattr(demo, "load_demo", fail)
    with pytest.raises(CommandError, match=r"^claims\.yaml, entry at line 3, kind: wrong\.$"):
        run()


def test_interrupted_preparation_ends_without_a_traceback(monkeypatch):
    def interrupt(*args, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "call_command", interrupt)
    with pytest.raises(CommandError, match=r"Run it again to go on\."):
        run()


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "80.5", "²", "9" * 5000])
def test_invalid_port_is_refused(port):
    with pytest.raises(CommandError, match="is no port: give a number from 1 to 65535"):
        call_command("demo", f"--port={port}")


def test_port_that_is_taken_is_refused_before_anything_is_done():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"^Port {port} is taken: stop what uses it, or"):
            call_command("demo", port=port)


@pytest.fixture
def server(tmp_path):
    """The command itself, from nothing, as one types it; yields its address and the process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'demo.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PYTHONUNBUFFERED": "1",
    }
    process = subprocess.Popen(
        [sys.executable, PROJECT_ROOT / "manage.py", "demo", "--port", str(port)],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    yield f"http://127.0.0.1:{port}", process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.stdout.close()


def get(url):
    with urllib.request.urlopen(url, timeout=10) as response:
        return response.status, response.headers["Content-Type"], response.read()


def wait_for(url, process):
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline:
        try:
            return get(url)
        except urllib.error.URLError:
            time.sleep(0.2)
    raise AssertionError(process.stdout.read())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="it serves its own SQLite database")
def test_demo_serves_pages_and_their_assets_until_ctrl_c(server):
    address, process = server
    status, _, page = wait_for(f"{address}/admin/login/", process)
    assert status == 200
    assets = ["/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js",
              *re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode())]  # fmt: skip
    assert len(assets) > 1
    for asset in assets:
        status, content_type, body = get(address + asset)
        kind = content_type.split("/")[0]
        assert (status, kind) == (200, "image" if asset.endswith(".svg") else "text"), asset
        assert body
    os.killpg(process.pid, signal.SIGINT)
    output, _ = process.communicate(timeout=20)
    assert process.returncode == 0, output
    assert f"Front page:    {address}/\n" in output
    assert "States: 249 created, 0 there already." in output
    assert "Claims of the digest: 20 created, 0 there already." in output
    assert "Traceback" not in output
