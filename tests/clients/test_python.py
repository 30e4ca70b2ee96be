"""A Python client is generated from the committed schema and works."""

import os
import sys
import sysconfig
from pathlib import Path

import pytest

from records.api.views.schema import SCHEMA_FILE
from tests.clients.conftest import run

pytestmark = pytest.mark.one_database

HERE = Path(__file__).parent / "python"
SCRIPTS = sysconfig.get_path("scripts")


def test_python_client(served, assert_reads_and_writes, tmp_path):
    run(
        Path(SCRIPTS) / "openapi-python-client",
        *("generate", "--path", SCHEMA_FILE, "--meta", "none", "--fail-on-warning"),
        *("--output-path", tmp_path / "accord_client"),
        cwd=tmp_path,
        # It formats what it generates with the ruff that it finds.
        env={**os.environ, "PATH": os.pathsep.join([SCRIPTS, os.environ["PATH"]])},
    )
    output = run(
        *(sys.executable, HERE / "client.py", served.url, served.token),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert_reads_and_writes(output)
