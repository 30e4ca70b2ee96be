"""Writers at the same time: no lost update, no deadlock, no stale document."""

from functools import partial

import pytest
from django.db.models import Sum

from records.models import Agreement, Claim, Organization
from records.representations.rendering import render
from records.services.errors import StaleRevisionError
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    ClaimFactory,
    MeasureFactory,
    OrganizationFactory,
)
from tests.support.threads import run_together
from tests.support.writing import store

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, UPDATES = 3, 20


def test_no_update_is_lost_when_writers_insist():
    organization = OrganizationFactory()

    def write():
        for _ in range(UPDATES):
            store(record=Organization.objects.get(pk=organization.pk), owned={})

    assert run_together(*[write] * WRITERS) == [None] * WRITERS

    organization.refresh_from_db()
    assert organization.revision == 1 + WRITERS * UPDATES


def test_no_update_is_lost_when_writers_name_the_revision_they_read():
    claim = ClaimFactory(measures=[MeasureFactory.build(value=0)])

    def count_up():
        conflicts, done = 0, 0
        while done < UPDATES:
            read = Claim.objects.get(pk=claim.pk)
            measure = MeasureFactory.build(value=read.measures.get().value + 1)
            try:
                store(record=read, owned={"measures": [measure]}, expected_revision=read.revision)
                done += 1
            except StaleRevisionError:
                conflicts += 1
        return conflicts

    assert all(isinstance(conflicts, int) for conflicts in run_together(*[count_up] * WRITERS))

    claim.refresh_from_db()
    assert claim.measures.get().value == WRITERS * UPDATES
    assert claim.revision == 1 + WRITERS * UPDATES
    assert claim.document == render(Claim, [claim.pk])[claim.pk]


def test_writers_of_records_that_show_each_other_do_not_block_each_other():
    organization = OrganizationFactory()
    claim = ClaimFactory()
    agreement = AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=organization)],
        milestones=[AgreementMilestoneFactory.build(claim=claim)],
    )
    other = AgreementFactory(relations=[AgreementRelationFactory.build(other=agreement)])
    store(record=agreement, owned={"relations": [AgreementRelationFactory.build(other=other)]})
    claim = store(
        record=claim,
        owned={"agreement_links": [Claim.agreements.through(agreement=agreement)]},
    )

    def rename(model, pk, column):
        for number in range(UPDATES):
            record = model.objects.get(pk=pk)
            setattr(record, column, f"Name {number}")
            store(record=record, owned={})

    renamed = [
        (Organization, organization.pk, "name"),
        (Claim, claim.pk, "text"),
        (Agreement, agreement.pk, "title"),
        (Agreement, other.pk, "title"),
    ]
    assert run_together(*[partial(rename, *each) for each in renamed]) == [None] * len(renamed)

    assert Agreement.objects.aggregate(total=Sum("revision"))["total"] == 3 + 2 * UPDATES
    for model, _, _ in renamed:
        for record in model.objects.exclude(document=None):
            assert record.document == render(model, [record.pk])[record.pk]
