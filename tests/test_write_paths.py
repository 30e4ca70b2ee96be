"""Records change in one place only, and whatever changes them leaves a trace with a person."""

import ast
import json
from pathlib import Path

import pytest
from django.test import Client

from records.models import Change
from records.models.relations import record_models
from records.services.verification import verify_log
from tests.admin.forms import address, shown
from tests.api.writing.bodies import BODIES
from tests.factories import UserFactory
from tests.support.architecture import PROJECT_ROOT
from tests.support.records import SUBJECTS

WRITERS = {"bulk_create", "bulk_update", "create", "delete", "get_or_create", "save", "update",
           "update_or_create"}  # fmt: skip
INSERTERS = {"insert", "insert_into"}
MANAGERS = {"objects", "_default_manager", "filter", "exclude"}

ALLOWED = {
    "services/saving.py": "the one write path",
    "services/entering.py": "its new records",
    "services/owned.py": "the rows of the one write path",
    "services/changes.py": "the log itself",
    "services/inserting.py": "the statements of both",
    "services/naming.py": "where names begin, derived from the records",
    "representations/staleness.py": "documents, which the log does not need",
    "models/change.py": "the refusal to change the log",
    "models/base.py": "derived columns, and the refusal to delete what was public",
    "services/accounts.py": "groups",
    "services/tokens.py": "tokens",
    "services/idempotency.py": "kept answers",
    "services/duplicates/searching.py": "pairs of records that may be one",
    "services/duplicates/deciding.py": "what people decide on such pairs",
    "services/deciding/deciding.py": "what people decide on what was found",
    "services/importing/uploads.py": "files that wait for their import",
    "services/ingesting/drafting.py": "readings of new drafts",
    "services/importing/exporting.py": "workbooks, which are files",
    "api/formats/xlsx_files.py": "the same",
    "services/merging/merging.py": "what is kept of a merge",
    "services/merging/unmerging.py": "that a merge was undone",
    "services/loading/syncing.py": "categories and their crosswalk",
}
"""The modules that write to the database, and what."""


def writes(path: Path) -> bool:
    """Tell whether a module calls what stores or deletes rows."""
    called = [
        node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)
    ]
    return any(
        function.attr in WRITERS and _is_of_database(function)
        if isinstance(function, ast.Attribute)
        else isinstance(function, ast.Name) and function.id in INSERTERS
        for function in called
    )


def _is_of_database(function: ast.Attribute) -> bool:
    """Tell `rows.filter(…).update(…)` and `record.save()` from what dictionaries do."""
    named = {node.attr for node in ast.walk(function.value) if isinstance(node, ast.Attribute)}
    return function.attr == "save" or bool(named & MANAGERS)


def test_only_the_service_writes_records():
    modules = {
        str(path.relative_to(PROJECT_ROOT / "records"))
        for path in (PROJECT_ROOT / "records").rglob("*.py")
        if "migrations" not in path.parts and writes(path)
    }
    assert modules == ALLOWED.keys()


def _by_api(subject, client):
    body = BODIES[subject.resource.collection]()
    yield
    client.post(subject.path, json.dumps(body), "application/json")


def _by_change_through_api(subject, client):
    record = subject.make()
    yield
    client.generic(
        "PATCH", f"{subject.path}{record.public_id}/", '{"notes": "x"}', "application/json",
        headers={"If-Match": '"1"', "X-Change-Reason": "Why."},
    )  # fmt: skip


def _by_desk(subject, client):
    record = subject.make()
    url = address(type(record), "change", record.pk)
    yield
    client.post(url, shown(client.get(url)) | {"notes": "x"})


def _by_review(subject, client):
    record = subject.make(review_status="draft")
    yield
    path = f"{subject.path}{record.public_id}/submit/"
    client.post(path, headers={"If-Match": '"1"'})


def _by_merge(subject, client):
    survivor, merged = subject.make(), subject.make()
    yield
    client.post(
        f"{subject.path}{merged.public_id}/merge/", json.dumps({"into": survivor.public_id}),
        "application/json", headers={"If-Match": '"1"', "X-Change-Reason": "They are one."},
    )  # fmt: skip


WAYS = {
    "api": (_by_api, ["created"]),
    "change through the api": (_by_change_through_api, ["changed"]),
    "desk": (_by_desk, ["changed"]),
    "review": (_by_review, ["submitted"]),
    "merge": (_by_merge, ["merged", "changed"]),
}


def test_every_record_type_is_tried():
    assert {subject.resource.model for subject in SUBJECTS} == set(record_models())


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_write_leaves_a_change_with_its_person(subject, way):
    write, actions = WAYS[way]
    user = UserFactory(role="reviewer", is_staff=True)
    client = Client()
    client.force_login(user)
    steps = write(subject, client)
    next(steps)
    last = Change.objects.latest("sequence").sequence if Change.objects.exists() else 0
    assert list(steps) == []
    made = Change.objects.filter(
        sequence__gt=last, record_type=subject.resource.model.record_type, actor=user
    )
    assert [change.action for change in made] == actions
    assert list(verify_log()) == []


@pytest.mark.django_db
def test_command_leaves_changes_of_every_record_type(digest):
    logged = set(Change.objects.values_list("record_type", flat=True))
    assert logged == {model.record_type for model in record_models()}
    assert set(Change.objects.values_list("channel", "actor")) == {("command", None)}
