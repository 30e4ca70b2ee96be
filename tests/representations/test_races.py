"""No document is stale when the records that it shows change at the same time."""

from functools import partial
from threading import Event

import pytest
from django.db import transaction

from records.models import Agreement, Claim, ClaimOrganization, Organization
from records.representations.rendering import render
from records.representations.staleness import refresh_stale
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    ClaimFactory,
    OrganizationFactory,
)
from tests.support.references import RECORDS
from tests.support.threads import PATIENCE, run_together
from tests.support.writing import store

pytestmark = pytest.mark.django_db(transaction=True)

A_MOMENT = 0.3  # seconds in which the other writer gets as far as it can


def rename(model, number, column, value):
    record = model.objects.get(pk=number)
    setattr(record, column, value)
    store(record=record, owned={})


def link(claim, organization):
    record = Claim.objects.get(pk=claim.pk)
    store(
        record=record,
        owned={"organization_links": [ClaimOrganization(organization_id=organization.pk)]},
    )


def one_inside_the_other(first, second):
    """Run the second writer while the first has written but not yet committed."""
    written = Event()

    def slow():
        with transaction.atomic():
            first()
            written.set()
            Event().wait(A_MOMENT)

    def impatient():
        assert written.wait(PATIENCE)
        second()

    assert run_together(slow, impatient) == [None, None]


def assert_no_document_is_wrong():
    """Compare every document that is not empty with a fresh one."""
    for model in RECORDS:
        for record in model.objects.exclude(document=None):
            assert record.document == render(model, [record.pk])[record.pk]


def test_link_written_during_a_rename_shows_the_new_name():
    organization, claim = OrganizationFactory(name="Old"), ClaimFactory()

    one_inside_the_other(
        partial(rename, Organization, organization.pk, "name", "New"),
        partial(link, claim, organization),
    )

    claim.refresh_from_db()
    assert '"New"' in claim.document
    assert_no_document_is_wrong()


def test_rename_during_the_writing_of_a_link_empties_the_document():
    organization, claim = OrganizationFactory(name="Old"), ClaimFactory()

    one_inside_the_other(
        partial(link, claim, organization),
        partial(rename, Organization, organization.pk, "name", "New"),
    )

    claim.refresh_from_db()
    assert claim.document is None
    refresh_stale(Claim)
    claim.refresh_from_db()
    assert '"New"' in claim.document


def test_rename_during_a_refresh_empties_the_document():
    organization = OrganizationFactory(name="Old")
    claim = ClaimFactory(organizations=[organization])
    Claim.objects.update(document=None)

    one_inside_the_other(
        partial(refresh_stale, Claim),
        partial(rename, Organization, organization.pk, "name", "New"),
    )

    claim.refresh_from_db()
    assert claim.document is None


def test_refresh_during_a_rename_renders_the_new_name():
    organization = OrganizationFactory(name="Old")
    claim = ClaimFactory(organizations=[organization])
    Claim.objects.update(document=None)

    one_inside_the_other(
        partial(rename, Organization, organization.pk, "name", "New"),
        partial(refresh_stale, Claim),
    )

    claim.refresh_from_db()
    assert '"New"' in claim.document


def test_many_writers_at_once_leave_no_wrong_document():
    organization = OrganizationFactory()
    claims = [ClaimFactory(organizations=[organization]) for _ in range(2)]

    def renames():
        for number in range(15):
            rename(Organization, organization.pk, "name", f"Name {number}")

    def links(claim):
        for number in range(15):
            owned = {"organization_links": [ClaimOrganization(organization_id=organization.pk)]}
            record = Claim.objects.get(pk=claim.pk)
            store(record=record, owned=owned if number % 2 else {"organization_links": []})

    tasks = [renames, *(partial(links, claim) for claim in claims)]
    assert run_together(*tasks) == [None] * 3

    assert_no_document_is_wrong()


def test_refresh_runs_beside_writers_of_records_that_show_each_other():
    claim = ClaimFactory(said_by=OrganizationFactory())
    agreement = AgreementFactory(milestones=[AgreementMilestoneFactory.build(claim=claim)])
    store(record=claim, owned={"agreement_links": [Claim.agreements.through(agreement=agreement)]})
    written = Event()

    def renames():
        try:
            for number in range(15):
                rename(Claim, claim.pk, "text", f"Text {number}")
                rename(Agreement, agreement.pk, "title", f"Title {number}")
                rename(Organization, claim.said_by_id, "name", f"Name {number}")
        finally:
            written.set()

    def refreshes():
        while not written.is_set():
            for model in RECORDS:
                refresh_stale(model)

    assert run_together(renames, refreshes) == [None, None]

    assert_no_document_is_wrong()
    assert Claim.objects.get(pk=claim.pk).text == "Text 14"
