"""Records written through the forms of the desk."""

import pytest
from django.core.exceptions import ValidationError

from records.models import Agreement, Organization, Source
from records.services.merging import merge_records
from tests.admin.conftest import desk_of
from tests.admin.forms import address, field_errors, shown, with_row
from tests.factories import (
    AgreementFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    SourceFactory,
)
from tests.support.writing import AUTHORSHIP, store

pytestmark = pytest.mark.django_db


def test_source_is_added_as_a_draft(editor):
    page = editor.get(address(Source, "add"))
    data = shown(page) | {"title": "Digest", "kind": "digest", "published": "Q1 2024"}
    answer = editor.post(address(Source, "add"), data)
    (source,) = Source.objects.all()
    assert (answer.status_code, answer.url) == (302, address(Source, "change", source.pk))
    assert (source.title, source.published, source.review_status) == ("Digest", "2024-33", "draft")
    assert (source.revision, '"title":"Digest"' in source.document) == (1, True)


def test_record_that_nobody_touched_stays_as_it_is(editor, subject):
    record = subject.make()
    url = address(type(record), "change", record.pk)
    answer = editor.post(url, shown(editor.get(url)))
    assert answer.status_code == 302, field_errors(answer)
    before, record = record, type(record).objects.get(pk=record.pk)
    assert record.revision == 2
    for name in record.owned:
        assert [row.pk for row in getattr(record, name).all()] == [
            row.pk for row in getattr(before, name).all()
        ]
    skipped = {"revision", "updated_at", "document"}
    columns = [field for field in record._meta.concrete_fields if field.name not in skipped]
    assert [field.value_from_object(record) for field in columns] == [
        field.value_from_object(before) for field in columns
    ]


def test_rows_are_added_removed_and_moved(editor):
    names = [OrganizationNameFactory.build(text=text) for text in ("one", "two", "three")]
    organization = OrganizationFactory(names=names)
    url = address(Organization, "change", organization.pk)
    data = shown(editor.get(url)) | {"names-1-DELETE": "on", "names-2-place": "0",
                                     "names-0-place": "1"}  # fmt: skip
    data = with_row(data, "names", text="four", language="uk", kind="native")
    assert editor.post(url, data).status_code == 302
    kept = {name.text: name.pk for name in names}
    assert [(row.text, row.position) for row in organization.names.order_by("position")] == [
        ("three", 0), ("one", 1), ("four", 2),
    ]  # fmt: skip
    assert {row.text: row.pk for row in organization.names.all()}.items() >= {
        ("three", kept["three"]), ("one", kept["one"]),
    }  # fmt: skip


def test_errors_stand_beside_their_fields_and_nothing_is_stored(editor):
    OrganizationIdentifierFactory(scheme="wikidata", value="Q1")
    organization = OrganizationFactory(name="Before")
    url = address(Organization, "change", organization.pk)
    data = shown(editor.get(url)) | {"name": "After", "kind": "state", "country": "XX"}
    data = with_row(data, "names", text="Name", language="zz-zz-zz", kind="short")
    data = with_row(data, "identifiers", scheme="wikidata", value="Q2")
    page = editor.post(url, data)
    assert page.status_code == 200
    assert field_errors(page) == {
        "country": ["“XX” is not an ISO 3166-1 alpha-2 country code such as UA."],
        "names-0-language": ["“zz-zz-zz” is not a BCP 47 language tag such as en or uk-Latn."],
    }
    assert Organization.objects.get(pk=organization.pk).name == "Before"


def test_rules_of_the_service_come_back_to_the_rows_they_are_about(editor):
    OrganizationIdentifierFactory(scheme="wikidata", value="Q1")
    organization = OrganizationFactory(name="Before")
    url = address(Organization, "change", organization.pk)
    data = shown(editor.get(url)) | {"kind": "state", "parent": str(organization.pk)}
    data = with_row(data, "names", text="gone", kind="short", DELETE="on")
    data = with_row(data, "names", text="Name", language="en", kind="short")
    data = with_row(data, "names", text="Name", language="en", kind="short")
    data = with_row(data, "identifiers", scheme="wikidata", value="Q1")
    page = editor.post(url, data)
    assert field_errors(page) == {
        "parent": ["The record would be its own ancestor."],
        "__all__": ["An organization is not its own parent.", "A state has a country code."],
        "names-1-__all__": ["The row stands in the list already."],
        "identifiers-0-__all__": ["Another organization has this identifier."],
    }
    assert Organization.objects.get(pk=organization.pk).revision == 1
    assert shown(page)["names-0-text"] == "Name"


def test_texts_are_those_of_the_service(editor):
    with pytest.raises(ValidationError) as refused:
        store(record=Organization(website="nowhere"), owned={})
    data = shown(editor.get(address(Organization, "add"))) | {"website": "nowhere"}
    page = editor.post(address(Organization, "add"), data)
    assert field_errors(page) == refused.value.message_dict
    assert Organization.objects.count() == 0


def test_second_of_two_tabs_is_refused_with_a_difference_and_loses_nothing(editor):
    parent = OrganizationFactory(name="Parent")
    organization = OrganizationFactory(
        name="Old", names=[OrganizationNameFactory.build(text="alias", kind="short")]
    )
    url = address(Organization, "change", organization.pk)
    first = shown(editor.get(url))
    second = with_row(first, "names", text="second", kind="acronym")
    second |= {"name": "Second", "country": "UA"}
    assert editor.post(url, first | {"name": "First", "parent": parent.pk}).status_code == 302

    page = editor.post(url, second)
    assert page.status_code == 200
    stale = page.context["conflict"]
    assert (stale["stale"].expected, stale["stale"].current) == (1, 2)
    assert [(each.label, each.yours, each.stored) for each in stale["differences"]] == [
        ("Name", ("Second",), ("First",)),
        ("Country", ("UA",), ("—",)),
        ("Parent", ("—",), (f"Parent · {parent.public_id}",)),
        (
            "Names",
            ("Text: alias; Kind: Short", "Text: second; Kind: Acronym"),
            ("Text: alias; Kind: Short",),
        ),
    ]
    body = page.content.decode()
    assert (body.count("revision 2"), "Please correct" in body) == (2, False)
    assert Organization.objects.get(pk=organization.pk).name == "First"
    again = shown(page)
    changed = {key: value for key, value in again.items() if value != second.get(key, "")}
    assert changed == {"revision": "2", "names-INITIAL_FORMS": "2", "names-1-place": "1"}
    assert editor.post(url, again).status_code == 302
    saved = Organization.objects.get(pk=organization.pk)
    assert (saved.name, saved.country, saved.parent, saved.revision) == ("Second", "UA", None, 3)


@pytest.mark.parametrize("revision", ["", "x", "-1"])
def test_form_without_its_revision_is_refused(editor, revision):
    source = SourceFactory(title="Before")
    url = address(Source, "change", source.pk)
    page = editor.post(url, shown(editor.get(url)) | {"revision": revision, "title": "After"})
    assert page.status_code == 200
    assert Source.objects.get(pk=source.pk).title == "Before"


def test_lines_of_a_text_are_kept_as_they_were_typed(editor):
    agreement = AgreementFactory(review_status="draft")
    url = address(Agreement, "change", agreement.pk)
    data = shown(editor.get(url)) | {"summary": "One.\r\nTwo.", "notes": "Ask.\r\nWait."}
    page = editor.post(url, data)
    assert page.status_code == 302, field_errors(page)
    stored = Agreement.objects.get(pk=agreement.pk)
    assert (stored.summary, stored.notes) == ("One.\nTwo.", "Ask.\nWait.")


def test_public_record_asks_for_the_reason_beside_its_field(editor):
    source = SourceFactory(title="Before")
    url = address(Source, "change", source.pk)
    page = editor.post(url, shown(editor.get(url)) | {"title": "After", "reason": ""})
    assert field_errors(page) == {
        "reason": ["The record is public: say why you change it. The reason is public, too."]
    }
    body = page.content.decode()
    assert body.count("say why you change it") == 1
    assert body.count('name="reason"') == 1
    assert Source.objects.get(pk=source.pk).title == "Before"


def test_form_asks_nobody_for_a_reason_who_cannot_save():
    source = SourceFactory()
    body = desk_of("viewer").get(address(Source, "change", source.pk)).content.decode()
    assert 'name="reason"' not in body


def test_merged_record_is_shown_and_not_changed(editor):
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    url = address(Organization, "change", merged.pk)
    data = shown(editor.get(url))
    merge_records(survivor=survivor, merged=merged, choices={}, authorship=AUTHORSHIP)
    assert editor.get(url).status_code == 200
    assert editor.post(url, data | {"name": "Other"}).status_code == 403
    assert Organization.objects.get(pk=merged.pk).name == merged.name
