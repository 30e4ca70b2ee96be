"""`manage.py load_reference` says what it did."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from records.management.commands import load_reference
from records.models import Category
from records.services.loading.errors import LoadError

pytestmark = pytest.mark.django_db


def run():
    out = StringIO()
    call_command("load_reference", stdout=out)
    return out.getvalue().splitlines()


def test_loaded_reference_data_is_reported_unchanged(digest):
    assert run() == [
        "Categories: 0 created, 0 changed, 0 removed, 211 unchanged.",
        "Categories of other schemes: 0 created, 0 changed, 0 removed, 47 unchanged.",
        "Mappings: 0 created, 0 changed, 0 removed, 311 unchanged.",
        "States: 0 created, 249 there already.",
    ]


def test_category_in_use_that_the_file_lacks_is_reported(digest):
    category = Category.objects.create(code="uas.gone", name="Gone", definition="Gone.")
    digest.claim(1).category_links.create(category=category)
    assert run()[0] == (
        "Categories: 0 created, 0 changed, 0 removed, 211 unchanged. Not in the file, but in use "
        "and kept: uas.gone."
    )


def test_wrong_files_end_the_command_with_their_problems(monkeypatch):
    def fail():
        raise LoadError(["states.yaml, entry at line 1, code: is missing.", "And more."])

    monkeypatch.setattr(load_reference, "load_reference", fail)
    with pytest.raises(CommandError, match=r"^states\.yaml, entry at line 1.*\nAnd more\.$"):
        run()
