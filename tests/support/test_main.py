"""The one test command fails when the suite fails on either database."""

import os
import subprocess
import sys

import pytest

from tests.__main__ import PROJECT_ROOT

pytestmark = pytest.mark.skipif(
    "os.environ['ACCORD_TEST_DATABASE'] != 'sqlite'", reason="it runs both itself"
)


@pytest.mark.parametrize(
    ("condition", "expected_words"),
    [
        ("vendor == 'sqlite'", {"SQLite": "1 passed", "PostgreSQL": "1 failed"}),
        ("vendor == 'postgresql'", {"SQLite": "1 failed", "PostgreSQL": "1 passed"}),
    ],
)
def test_failure_on_one_database_fails_the_command(tmp_path, condition, expected_words):
    test = tmp_path / "test_condition.py"
    test.write_text(
        "from django.db import connection\n"
        "def test_condition():\n"
        "    vendor = connection.vendor\n"
        f"    assert {condition}\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-m", "tests", "-c", "pyproject.toml", str(test)],
        cwd=PROJECT_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    summary = done.stdout.split(" both ")[1]
    for database, words in expected_words.items():
        (line,) = [line for line in summary.splitlines() if line.startswith(database)]
        assert words in line
    assert done.returncode == 1
