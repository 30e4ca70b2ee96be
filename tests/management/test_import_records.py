"""`manage.py import_records` and `export_records`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from records.models import Change, Organization
from tests.factories import OrganizationFactory, UserFactory
from tests.services.importing.files import as_csv, exported

pytestmark = pytest.mark.django_db

HEADER = ("id", "name", "kind")


@pytest.fixture
def run(tmp_path):
    def run(*arguments, rows=(), content=None):
        path = tmp_path / "list.csv"
        path.write_bytes(content or as_csv(HEADER, *rows))
        out, err = StringIO(), StringIO()
        options = [str(path), "--type", "organizations", *arguments]
        try:
            call_command("import_records", *options, stdout=out, stderr=err)
        except CommandError as error:
            return out.getvalue(), err.getvalue(), str(error)
        return out.getvalue(), err.getvalue(), ""

    return run


@pytest.fixture
def ada():
    return UserFactory(username="ada", role="editor")


def test_file_is_imported_for_a_person(run, ada):
    record = OrganizationFactory(name="Old")
    rows = [("", "New", "company"), (record.public_id, "Newer", "company")]
    assert run("--by", "ada", "--reason", "A list.", rows=rows) == (
        "created        1\nchanged        1\nleft           0\nDone.\n",
        "",
        "",
    )
    assert list(
        Change.objects.filter(channel="import").values_list("action", "actor", "reason")
    ) == [("created", ada.pk, "A list."), ("changed", ada.pk, "A list.")]


def test_import_without_a_person_is_the_operators(run):
    run(rows=[("", "New", "company")])
    change = Change.objects.get()
    assert (change.channel, change.actor) == ("command", None)


def test_dry_run_says_what_would_change_and_stores_nothing(run):
    record = OrganizationFactory(name="Old")
    before = Change.objects.count()
    assert run("--dry-run", rows=[(record.public_id, "New", "agency")]) == (
        (
            "row 2: changed “New”\n"
            "    name: “Old” → “New”\n"
            "    kind: “company” → “agency”\n"
            "created        0\nchanged        1\nleft           0\n"
            "Nothing was stored: this was a dry run.\n"
        ),
        "",
        "",
    )
    assert Change.objects.count() == before


@pytest.mark.parametrize(
    ("arguments", "rows", "err", "error"),
    [
        (
            [],
            [("", "A", "compny"), ("", "", "company")],
            (
                "row 2, column kind, 'compny': There is no such code. Did you mean “company”?\n"
                "row 3, column name: The cell is empty, and the record cannot be without it: fill "
                "it.\n"
            ),
            "Refused for 2 problems. Nothing was stored.",
        ),
        (["--by", "bob"], [], "", "There is no active user “bob”."),
        (
            ["--by", "eve"],
            [("", "A", "company")],
            "",
            (
                "Your account lacks the permission “records.add_organization”. Ask an "
                "administrator of the register for it. Nothing was stored."
            ),
        ),
    ],
)
def test_refusal_says_why_and_fails(run, arguments, rows, err, error):
    UserFactory(username="eve", role="viewer")
    answer = run(*arguments, rows=rows)
    assert answer[1:] == (err, error)
    assert Organization.objects.count() == 0


def test_public_record_needs_a_reason(run):
    record = OrganizationFactory(name="Old")
    _, err, error = run(rows=[(record.public_id, "New", "company")])
    assert err.startswith("The record is public: say why you change it.")
    assert error == "Refused for 1 problem. Nothing was stored."


def test_missing_file_is_named(tmp_path):
    path = tmp_path / "none.csv"
    with pytest.raises(CommandError, match=r"none\.csv: No such file or directory\."):
        call_command("import_records", str(path), "--type", "claims")


def test_export_is_written_by_the_name_of_the_file(tmp_path, run):
    OrganizationFactory(name="Завод")
    out = StringIO()
    call_command("export_records", "--type", "organizations", stdout=out)
    path = tmp_path / "all.csv"
    call_command("export_records", "--type", "organizations", str(path))
    assert path.read_bytes() == exported("organizations") == out.getvalue().encode()
    book = tmp_path / "all.xlsx"
    call_command("export_records", "--type", "organizations", str(book))
    assert run(content=book.read_bytes())[0].startswith(
        "created        0\nchanged        0\nleft           1\n"
    )
    with pytest.raises(CommandError, match=r"“all\.txt” is no format"):
        call_command("export_records", "--type", "organizations", str(tmp_path / "all.txt"))
