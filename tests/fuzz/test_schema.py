"""Whatever is asked, the API answers as its schema says."""

import os
import subprocess
import sysconfig
from pathlib import Path

import pytest
from django.apps import apps

from records.api.resources import RESOURCES
from records.api.views.schema import SCHEMA_FILE

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
PROJECT_ROOT = Path(__file__).parents[2]
MOST = 600  # seconds; several times what a run takes


def fuzz(served, token, *arguments):
    """Run schemathesis against the server; fail with what it says if a check fails."""
    command = Path(sysconfig.get_path("scripts")) / "schemathesis"
    options = ["--config-file", CONFIGURATION, "run", SCHEMA_FILE, "--url", served.url]
    sent = ["--header", f"Authorization: Bearer {token}"] if token else []
    done = subprocess.run(
        [command, *options, "--no-color", *sent, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST,
        cwd=PROJECT_ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(PROJECT_ROOT),
            "ACCORD_FUZZ_URL": served.url,
            "ACCORD_FUZZ_TOKEN": token,
            "ACCORD_FUZZ_RULES": " ".join(rules()),
        },
    )
    assert served.faults() == ""
    assert done.returncode == 0, done.stdout + done.stderr


def rules():
    """Name the codes of the register's constraints."""
    return {
        rule.violation_error_code
        for model in apps.get_app_config("records").get_models()
        for rule in model._meta.constraints
        if rule.violation_error_code
    }


def written():
    """Count the records of each type, and those that were changed after they were made."""
    return {
        resource.collection: (
            resource.model.objects.count(),
            resource.model.objects.filter(revision__gt=1).count(),
        )
        for resource in RESOURCES
    }


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--include-method", "GET"], id="reads"),
        # They end at 401 whatever the body is, so no body has to be tried out.
        pytest.param(["--exclude-method", "GET", "--phases", "examples,fuzzing"], id="writes"),
    ],
)
def test_anonymous_client(served, arguments):
    before = written()
    fuzz(served, "", *arguments)
    assert written() == before


def test_editor(served):
    before = written()
    fuzz(served, served.token)
    for collection, (records, changed) in written().items():
        assert records > before[collection][0]
        assert changed > before[collection][1]
