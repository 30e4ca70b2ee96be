"""Import and export at the desk: looked through first, then stored as shown."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from records.models import Change, Organization, Upload
from records.services.accounts import ROLES
from records.services.importing.tables import TABLES
from tests.admin.conftest import desk_of
from tests.factories import OrganizationFactory
from tests.services.importing.files import as_csv, exported, table_of
from tests.support.writing import store

pytestmark = pytest.mark.django_db

LIST = "/admin/records/organization/"
MAY_IMPORT = {None: 302, "": 403, "viewer": 403, "editor": 200, "reviewer": 200, "admin": 200}
MAY_EXPORT = {None: 302, "": 403, "viewer": 200, "editor": 200, "reviewer": 200, "admin": 200}


def file_of(*rows, name="list.csv"):
    return SimpleUploadedFile(name, as_csv(*rows))


def upload(desk, *rows):
    """Upload a file and return the address of its page."""
    answer = desk.post(f"{LIST}import/", {"file": file_of(*rows)})
    assert answer.status_code == 302
    return answer.url


def text(answer):
    return b"".join(answer.streaming_content).decode()


def digest_in(page):
    return re.search('name="digest" value="([0-9a-f]{64})"', page)[1]


def test_every_role_is_in_the_tables():
    assert {*ROLES} == MAY_IMPORT.keys() - {None, ""} == MAY_EXPORT.keys() - {None, ""}


@pytest.mark.parametrize("role", MAY_IMPORT)
@pytest.mark.parametrize("code", TABLES)
def test_role_may_what_the_table_says(client, code, role):
    desk = client if role is None else desk_of(role)
    path = f"/admin/records/{TABLES[code].model._meta.model_name}/"
    taken = desk.post(f"{path}import/", {"file": file_of(("id",), ("",))})
    assert desk.get(f"{path}import/").status_code == MAY_IMPORT[role]
    assert taken.status_code == (302 if MAY_IMPORT[role] == 200 else MAY_IMPORT[role])
    assert Upload.objects.count() == (MAY_IMPORT[role] == 200)
    for form in ("csv", "xlsx"):
        assert desk.get(f"{path}export-{form}/").status_code == MAY_EXPORT[role]


def test_list_of_sources_has_no_import(editor):
    assert editor.get("/admin/records/source/import/").status_code == 302  # taken for an id


def test_buttons_stand_on_the_list_and_keep_its_filters(editor):
    page = editor.get(f"{LIST}?kind__exact=company&q=a").content.decode()
    assert f'href="{LIST}import/"' in page
    for form in ("csv", "xlsx"):
        assert f'href="{LIST}export-{form}/?kind__exact=company&amp;q=a"' in page
    seen = desk_of("viewer").get(LIST).content.decode()
    assert f'href="{LIST}import/"' not in seen
    assert f'href="{LIST}export-csv/"' in seen


def test_file_is_shown_and_then_stored_with_person_and_reason(editor):
    old = OrganizationFactory(name="Old <b>name</b>", country="UA")
    same = OrganizationFactory(name="Same")
    address = upload(
        editor,
        ("id", "name", "kind"),
        (old.public_id, "New name", "company"),
        (same.public_id, "Same", "company"),
        ("", "Third", "company"),
    )
    page = text(editor.get(address))
    for shown in (
        "<strong>1</strong> to create",
        "<strong>1</strong> to change",
        "<strong>1</strong> left as they are",
        "Old &lt;b&gt;name&lt;/b&gt;",
        "New name",
        "Third",
    ):
        assert shown in page
    assert Change.objects.filter(channel="import").count() == 0
    digest = digest_in(page)
    page = text(editor.post(address, {"digest": digest, "reason": "The ministry's list."}))
    assert "The file is imported." in page
    changes = Change.objects.filter(channel="import")
    assert [(each.action, each.reason, each.actor.username) for each in changes] == [
        ("changed", "The ministry's list.", changes[0].actor.username),
        ("created", "The ministry's list.", changes[0].actor.username),
    ]
    assert len({each.request_id for each in changes}) == 1
    assert changes[0].request_id
    assert editor.post(address, {"digest": digest, "reason": "x"}).status_code == 404


def test_import_needs_a_reason(editor):
    address = upload(editor, ("name", "kind"), ("A", "company"))
    digest = digest_in(text(editor.get(address)))
    page = text(editor.post(address, {"digest": digest, "reason": " "}))
    assert "This field is required." in page
    assert digest_in(page) == digest
    assert Organization.objects.count() == 0


def test_problems_are_a_table_and_nothing_can_be_confirmed(editor):
    address = upload(editor, ("name", "kind"), ("A", "<compny>"))
    page = text(editor.get(address))
    assert "<strong>1 problem.</strong>" in page
    assert "&lt;compny&gt;" in page
    assert "Did you mean “company”?" in page
    assert 'name="digest"' not in page
    page = text(editor.post(address, {"digest": "0" * 64, "reason": "x"}))
    assert "Did you mean “company”?" in page
    assert Organization.objects.count() == 0


def test_register_that_changed_since_the_preview_is_said(editor):
    record = OrganizationFactory(name="Before")
    address = upload(editor, ("id", "name"), (record.public_id, "Mine"))
    digest = digest_in(text(editor.get(address)))
    record.name = "Theirs"
    store(record=record, owned={})
    page = text(editor.post(address, {"digest": digest, "reason": "x"}))
    assert "The register has changed since you looked the file through" in page
    assert "Theirs" in page
    assert Organization.objects.get().name == "Theirs"
    text(editor.post(address, {"digest": digest_in(page), "reason": "x"}))
    assert Organization.objects.get().name == "Mine"


def test_unedited_export_has_nothing_to_import(editor):
    OrganizationFactory(name="=1+1")
    rows = table_of(exported("organizations"))
    address = upload(editor, list(rows[0]), list(rows[0].values()))
    page = text(editor.get(address))
    assert "there is nothing to import" in page
    assert 'name="digest"' not in page


def test_upload_of_somebody_else_or_of_another_table_is_not_found(editor):
    address = upload(editor, ("name", "kind"), ("A", "company"))
    assert desk_of("editor").get(address).status_code == 404
    assert editor.get(address.replace("organization", "claim")).status_code == 404
    assert desk_of("viewer").get(address).status_code == 403


def test_upload_without_a_file_is_refused(editor):
    page = editor.post(f"{LIST}import/", {})
    assert (page.status_code, "This field is required." in page.content.decode()) == (200, True)


def test_export_has_what_the_list_shows(editor):
    OrganizationFactory(name="One", country="UA", kind="company")
    OrganizationFactory(name="Two", kind="agency")
    answer = editor.get(f"{LIST}export-csv/?kind__exact=agency")
    assert answer["Content-Disposition"] == 'attachment; filename="organizations.csv"'
    rows = table_of(b"".join(answer.streaming_content))
    assert [row["name"] for row in rows] == ["Two"]
    assert list(rows[0]) == list(TABLES["organizations"].header)


@pytest.mark.parametrize("number", [1, 3])
def test_export_takes_the_same_queries(editor, number, django_assert_num_queries):
    for _ in range(number):
        OrganizationFactory(parent=OrganizationFactory())
    with django_assert_num_queries(4):  # session, user, permissions twice
        answer = editor.get(f"{LIST}export-csv/")
    with django_assert_num_queries(3):  # numbers, records, the names of parents
        b"".join(answer.streaming_content)
