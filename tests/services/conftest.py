"""What the tests of the loaders share."""

import shutil

import pytest

from records.services.reference import REFERENCE
from tests.support.yaml_files import edit, write


@pytest.fixture
def reference_files(tmp_path):
    """A copy of the reference files to edit, with one state."""
    folder = tmp_path / "reference"
    shutil.copytree(REFERENCE, folder)
    write(folder, "states", [{"code": "UA", "name": "Ukraine"}])
    return folder


@pytest.fixture
def few_reference_files(reference_files):
    """The same with the categories of artillery only."""
    edit(reference_files, "categories", lambda entries: [
        entries.remove(entry) for entry in list(entries)
        if entry["code"].split(".")[0] != "artillery"
    ])  # fmt: skip
    return reference_files
