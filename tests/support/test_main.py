"""The one test command fails when the suite fails on either database."""

import os
import subprocess
import sys

import pytest

from tests.__main__ import PROJECT_ROOT

pytestmark = pytest.mark.skipif(
    "os.environ['ACCORD_TEST_DATABASE'] != 'sqlite'", reason="it runs both itself"
)


def test_failure_on_one_database_fails_the_command(tmp_path):
    code, said = run(
        tmp_path,
        "from django.db import connection\n"
        "def test_condition(db):\n"
        "    assert connection.vendor == 'sqlite'\n",
    )
    assert "1 passed" in said["SQLite"]
    assert "1 failed" in said["PostgreSQL"]
    assert code == 1


@pytest.mark.parametrize(
    ("claim", "words", "expected"), [(True, "1 passed", 0), (False, "1 failed", 1)]
)
def test_test_without_database_runs_once(tmp_path, claim, words, expected):
    code, said = run(tmp_path, f"def test_claim():\n    assert {claim}\n")
    assert words in said["SQLite"]
    assert "1 deselected" in said["PostgreSQL"]
    assert code == expected


def run(tmp_path, content):
    """Run the command on one file of tests; return its exit code and the last line of each run."""
    test = tmp_path / "test_condition.py"
    test.write_text(content)
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
    said = {line.split()[0]: line for line in summary.splitlines() if line}
    return done.returncode, said
