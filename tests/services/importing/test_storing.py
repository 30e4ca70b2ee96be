"""A plan is stored as it was made, in one transaction, by one person with a reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from records.models import Change, Organization, Upload
from records.services.errors import NotPermittedError
from records.services.importing.errors import ImportRefusedError
from records.services.importing.plans import Progress, finish
from records.services.importing.storing import store
from records.services.importing.uploads import OutdatedError, confirm, keep, preview
from tests.factories import OrganizationFactory
from tests.services.importing.files import as_csv, author, outcomes, planned
from tests.support.writing import store as write

pytestmark = pytest.mark.django_db

HEADER = ("id", "name", "kind")


def of_organizations(*rows):
    return as_csv(HEADER, *rows)


def test_every_record_gets_one_change_with_person_and_reason():
    changed, left = OrganizationFactory(name="Old"), OrganizationFactory(name="Same")
    content = of_organizations(
        ("", "New", "company"),
        (changed.public_id, "Newer", "company"),
        (left.public_id, "Same", "company"),
    )
    before = Change.objects.count()
    made = planned("organizations", content)
    assert outcomes(made) == {"created": 1, "changed": 1, "left": 1}
    finish(store(made, author(username="ada", reason="The ministry's list.")))
    rows = Change.objects.order_by("sequence")[before:]
    assert [
        (row.action, row.channel, row.actor.username, row.reason, row.revision) for row in rows
    ] == [
        ("created", "import", "ada", "The ministry's list.", 1),
        ("changed", "import", "ada", "The ministry's list.", 2),
    ]


def test_progress_is_told_and_who_stops_undoes_all():
    content = of_organizations(*[("", f"O {number}", "company") for number in range(120)])
    steps = store(planned("organizations", content), author())
    assert next(steps) == Progress("Records stored", 50, 120)
    assert Organization.objects.count() == 50
    steps.close()
    assert (Organization.objects.count(), Change.objects.count()) == (0, 0)


def test_record_that_changes_between_plan_and_store_stops_all():
    record = OrganizationFactory()
    content = of_organizations(("", "New", "company"), (record.public_id, "Mine", "company"))
    made = planned("organizations", content)
    record.name = "Theirs"
    write(record=record, owned={})
    with pytest.raises(ImportRefusedError) as refusal:
        finish(store(made, author()))
    assert [str(problem) for problem in refusal.value.problems] == [
        "row 3, column revision: The record was changed since the file was checked: check it again."
    ]
    assert list(Organization.objects.values_list("name", flat=True)) == ["Theirs"]


def test_conflict_that_only_storing_shows_is_told_by_row_and_undoes_all():
    """Each of two records becomes the parent of the other: one by one, both could be."""
    one, two = OrganizationFactory(name="one"), OrganizationFactory(name="two")
    content = as_csv(
        ("id", "parent"), (one.public_id, two.public_id), (two.public_id, one.public_id)
    )
    made = planned("organizations", content)
    assert made.problems == []
    with pytest.raises(ImportRefusedError) as refusal:
        finish(store(made, author()))
    (problem,) = refusal.value.problems
    assert (problem.row, problem.column) == (3, "parent")
    assert problem.message == "The record would be its own ancestor."
    assert not Organization.objects.filter(parent__isnull=False).exists()


@pytest.mark.parametrize(
    ("role", "may"), [("", False), ("viewer", False), ("editor", True), ("admin", True)]
)
def test_person_needs_the_right_to_add_and_change(role, may):
    record = OrganizationFactory()
    for row in (("", "New", "company"), (record.public_id, "Newer", "company")):
        made = planned("organizations", of_organizations(row))
        if may:
            finish(store(made, author(role)))
        else:
            with pytest.raises(NotPermittedError):
                finish(store(made, author(role)))
    assert Organization.objects.count() == (2 if may else 1)


def test_a_record_takes_the_same_queries_however_many_there_are():
    counts = []
    for number in (1, 3):
        rows = [("", f"{number} {each}", "company") for each in range(number)]
        made = planned("organizations", of_organizations(*rows))
        person = author()
        with CaptureQueriesContext(connection) as context:
            finish(store(made, person))
        counts.append(len(context))
    # On PostgreSQL each write takes the writers' turn, too.
    assert counts[1] - counts[0] == 2 * (6 + (connection.vendor == "postgresql"))


def upload_of(content, person):
    return keep(user=person.actor, table="organizations", name="a.csv", content=content)


def test_upload_is_imported_once():
    person = author()
    upload = upload_of(of_organizations(("", "New", "company")), person)
    digest = finish(preview(upload)).digest
    finish(confirm(upload, digest, person))
    assert Upload.objects.count() == 0
    with pytest.raises(ImportRefusedError, match="This file has been imported already"):
        finish(confirm(upload, digest, person))
    assert Organization.objects.count() == 1


def test_upload_is_not_imported_when_it_would_do_something_else_than_was_shown():
    person = author()
    record = OrganizationFactory(name="Before")
    upload = upload_of(of_organizations((record.public_id, "Mine", "company")), person)
    digest = finish(preview(upload)).digest
    record.website = "https://example.org/"
    write(record=record, owned={})
    with pytest.raises(OutdatedError) as outdated:
        finish(confirm(upload, digest, person))
    assert outdated.value.plan.entries[0].revision == 2
    assert Organization.objects.get().name == "Before"
    finish(confirm(upload, outdated.value.plan.digest, person))
    assert Organization.objects.get().name == "Mine"


def test_forgotten_uploads_go(time_machine):
    person = author()
    time_machine.move_to("2026-01-01T00:00:00Z", tick=False)
    old = upload_of(b"x", person)
    time_machine.move_to("2026-01-02T00:00:01Z", tick=False)
    new = upload_of(b"y", person)
    assert [upload.pk for upload in Upload.objects.all()] == [new.pk] != [old.pk]
