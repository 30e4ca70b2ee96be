"""What is exported and imported again is what it was."""

import pytest

from records.models import Change
from records.services import states
from records.services.importing.tables import TABLES
from records.services.states import take
from tests.services.importing.awkward import MADE
from tests.services.importing.files import (
    FORMATS,
    as_csv,
    author,
    exported,
    outcomes,
    planned,
    stored,
    table_of,
)
from tests.support.writing import store

pytestmark = pytest.mark.django_db


def snapshot(model):
    """Everything that is stored of a type of record, and how often the log was written."""
    rows = {record.pk: (record.revision, record.updated_at, states.dump(take(record)))
            for record in model.objects.all()}  # fmt: skip
    return rows, Change.objects.count()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("code", TABLES)
def test_unedited_export_changes_nothing(code, form):
    MADE[code]()
    model = TABLES[code].model
    before = snapshot(model)
    content = exported(code, form)
    made = stored(code, content)
    assert outcomes(made) == {"created": 0, "changed": 0, "left": len(before[0])}
    assert snapshot(model) == before


@pytest.mark.parametrize("code", TABLES)
def test_every_value_comes_back_from_a_file(code):
    """Change each record beyond recognition, import the export of before: all is as it was."""
    MADE[code]()
    model = TABLES[code].model
    content = without_revisions(exported(code))
    before = {number: row[2] for number, row in snapshot(model)[0].items()}
    for record in list(model.objects.order_by("pk")):
        for field in states.columns_of(model):
            if field.blank:
                setattr(record, field.attname, None if field.null else "")
        store(record=record, owned=emptied(record))
    changed = {number: row[2] for number, row in snapshot(model)[0].items()}
    made = stored(code, content)
    assert {number: row[2] for number, row in snapshot(model)[0].items()} == before
    assert outcomes(made)["changed"] == sum(before[each] != changed[each] for each in before) > 0


def emptied(record):
    """Empty the lists, but for what a published claim has to cite."""
    return {name: [] for name in record.owned if name != "citations"}


def without_revisions(content):
    rows = table_of(content)
    names = [name for name in rows[0] if name != "revision"]
    return as_csv(names, *[[row[name] for name in names] for row in rows])


def test_stale_row_is_refused_when_the_file_has_revisions():
    MADE["weapon-systems"]()
    content = exported("weapon-systems")
    record = TABLES["weapon-systems"].model.objects.latest("pk")
    record.designation = "Changed meanwhile"
    store(record=record, owned={})
    (problem,) = planned("weapon-systems", content).problems
    assert (problem.row, problem.column, problem.value, problem.message) == (
        3,
        "revision",
        "1",
        (
            f"{record.public_id} is at revision 2: somebody changed it since the export. Export it "
            "again and repeat what you changed."
        ),
    )


def test_only_what_was_edited_is_written():
    MADE["agreements"]()
    rows = table_of(exported("agreements"))
    (edited,) = [row for row in rows if row["title"] == "''=title"]
    edited["status"] = "Signed"
    names = list(edited)
    content = as_csv(names, *[[row[name] for name in names] for row in rows])
    before = Change.objects.count()
    made = stored("agreements", content, author(username="ada", reason="It was signed."))
    assert outcomes(made) == {"created": 0, "changed": 1, "left": 1}
    change = Change.objects.order_by("sequence").last()
    assert Change.objects.count() == before + 1
    assert (change.public_id, change.channel, change.actor.username, change.reason) == (
        edited["id"],
        "import",
        "ada",
        "It was signed.",
    )
    (entry,) = made.writes
    (difference,) = entry.differences
    assert (difference.column, difference.before, difference.after) == (
        "status",
        ("unknown",),
        ("signed",),
    )
