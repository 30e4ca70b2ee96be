"""A TypeScript client is generated from the committed schema, compiles strictly, and works."""

import os
import shutil
from pathlib import Path

import pytest

from records.api.views.schema import SCHEMA_FILE
from tests.clients.conftest import run

pytestmark = pytest.mark.one_database

HERE = Path(__file__).parent / "typescript"


@pytest.fixture
def project(tmp_path):
    """A folder with the program and the packages that it names, installed from the registry."""
    if shutil.which("npm") is None:
        if os.environ.get("CI"):
            pytest.fail("Node.js or npm is missing; .ci/run installs them.")
        pytest.skip("Node.js and npm are not installed.")
    shutil.copytree(HERE, tmp_path, dirs_exist_ok=True)
    run("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", cwd=tmp_path)
    return tmp_path


def test_typescript_client(project, served, assert_reads_and_writes):
    tools = project / "node_modules" / ".bin"
    run(tools / "openapi-typescript", SCHEMA_FILE, "--output", "schema.d.ts", cwd=project)
    run(tools / "tsc", cwd=project)
    output = run("node", "build/client.js", served.url, served.token, cwd=project)
    assert_reads_and_writes(output)
