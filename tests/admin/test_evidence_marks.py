"""Marks beside the fields of forms: how well published claims bear out what a record says."""

import re

import pytest

from records.models import Agreement, Claim, Organization, WeaponSystem
from tests.admin.conftest import desk_of
from tests.admin.forms import address, shown
from tests.factories import (
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementPartyFactory,
    CitationFactory,
    ClaimFactory,
    OrganizationEvidenceFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    SourceFactory,
    WeaponSystemFactory,
    WeaponSystemManufacturerFactory,
)

pytestmark = pytest.mark.django_db

SUPPORTED = "Two or more claims that go back to different texts support it; none contradicts it."
SINGLE = "One claim supports it, or several that go back to one text; none contradicts it."
DISPUTED = "At least one claim contradicts it."
UNSUPPORTED = "No claim on record says anything about it."


def marks(page):
    """Return each mark as a reader meets it: its text and its title, in the order of the page."""
    found = re.findall(
        r'<a href="#evidence-group"[^>]*accord-mark"\s+title="([^"]*)">\s*([^<]*?)\s*</a>',
        page.content.decode(),
    )
    return [(text, title) for title, text in found]


def cited(group=""):
    source = SourceFactory(origin_group=group)
    return ClaimFactory(citations=[CitationFactory.build(source=source)])


def about(field, claim=None, **columns):
    return AgreementEvidenceFactory.build(field=field, claim=claim or cited(), **columns)


def form_of(record, role="editor"):
    return desk_of(role).get(address(type(record), "change", record.pk))


@pytest.mark.parametrize("role", ["editor", "viewer"])
def test_every_fact_is_marked_with_its_state_and_claims(role):
    one, other, third, fourth = (cited() for _ in range(4))
    agreement = AgreementFactory(
        status="signed",
        value_amount=100,
        value_currency="GBP",
        evidence=[
            about("title", one),
            about("title", other),
            about("status", third),
            about("value", one),
            about("value", fourth, stance="contradicts"),
        ],
    )
    assert marks(form_of(agreement, role)) == [
        ("Supported", f"{SUPPORTED} {one.public_id}, {other.public_id}"),
        ("Unsupported", UNSUPPORTED),
        ("Single source", f"{SINGLE} {third.public_id}"),
        ("Disputed", f"{DISPUTED} {one.public_id}, {fourth.public_id}"),
    ]


@pytest.mark.parametrize("role", ["editor", "viewer"])
def test_each_row_has_its_own_mark_in_the_order_of_the_list(role):
    first, second = OrganizationFactory(), OrganizationFactory()
    claim = cited()
    agreement = AgreementFactory(
        parties=[
            AgreementPartyFactory.build(organization=first, role="supplier"),
            AgreementPartyFactory.build(organization=second, role="buyer"),
        ],
        evidence=[
            about("title"), about("kind"),
            about("parties", claim, row=f"{second.public_id}/buyer"),
        ],
    )  # fmt: skip
    assert marks(form_of(agreement, role))[2:] == [
        ("Unsupported", UNSUPPORTED),
        ("Single source", f"{SINGLE} {claim.public_id}"),
    ]


def test_list_whose_column_has_another_name_is_marked():
    system = WeaponSystemFactory(manufacturer_links=[WeaponSystemManufacturerFactory.build()])
    # Designation, category and maker; the development status is not known.
    assert marks(form_of(system)) == [("Unsupported", UNSUPPORTED)] * 3


def test_copies_of_one_text_are_a_single_source():
    one, other = cited("release"), cited("release")
    organization = OrganizationFactory(
        names=[OrganizationNameFactory.build()],
        evidence=[
            OrganizationEvidenceFactory.build(claim=claim, field="name") for claim in (one, other)
        ],
    )
    page = form_of(organization)
    assert marks(page)[0] == ("Single source", f"{SINGLE} {one.public_id}, {other.public_id}")


def test_claims_that_are_not_public_bear_out_nothing():
    draft = ClaimFactory(review_status="draft")
    agreement = AgreementFactory(review_status="draft", evidence=[about("title", draft)])
    assert marks(form_of(agreement))[0] == ("Unsupported", UNSUPPORTED)


def test_fields_that_say_nothing_have_no_mark():
    organization = OrganizationFactory(country="", website="")
    assert len(marks(form_of(organization))) == 2  # name and kind


@pytest.mark.parametrize("model", [Agreement, Organization, WeaponSystem])
def test_form_of_a_new_record_has_no_marks(editor, model):
    assert marks(editor.get(address(model, "add"))) == []


def test_records_without_evidence_have_no_marks(editor):
    assert marks(form_of(ClaimFactory())) == []
    assert marks(editor.get(address(Claim, "add"))) == []


@pytest.mark.behind_the_service
def test_stale_document_is_rendered_for_the_marks():
    agreement = AgreementFactory(evidence=[about("title")])
    Agreement.objects.update(document=None)
    assert marks(form_of(agreement))[0][0] == "Single source"


def test_refused_form_shows_the_marks_of_what_is_stored(editor):
    agreement = AgreementFactory(evidence=[about("title")])
    url = address(Agreement, "change", agreement.pk)
    page = editor.post(url, shown(editor.get(url)) | {"title": ""})
    assert page.status_code == 200
    assert [text for text, _ in marks(page)] == ["Single source", "Unsupported"]
