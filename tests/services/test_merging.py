"""Two records become one: what the survivor takes and what stays with the other."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from records.models import Change, Claim, Merge, Organization
from records.representations.rendering import render
from records.services.merging import preview_merge
from tests.factories import (
    AgreementFactory,
    AgreementItemFactory,
    AgreementPartyFactory,
    ClaimFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
)
from tests.services.merges import merge

pytestmark = pytest.mark.django_db


def names_of(record):
    return [(row.text, row.kind) for row in record.names.all()]


def test_survivor_fills_its_gaps_and_keeps_its_values():
    survivor = OrganizationFactory(name="Antonov", country="UA", website="")
    merged = OrganizationFactory(name="ANTONOV Company", country="PL", website="https://a.example/")

    merge(survivor, merged)

    survivor = Organization.objects.get(pk=survivor.pk)
    assert (survivor.name, survivor.country, survivor.website) == (
        "Antonov", "UA", "https://a.example/",
    )  # fmt: skip
    assert names_of(survivor) == [("ANTONOV Company", "official")]
    assert survivor.document == render(Organization, [survivor.pk])[survivor.pk]


def test_choice_takes_the_value_of_the_merged_record():
    survivor, merged = OrganizationFactory(name="UOP"), OrganizationFactory(name="Укроборонпром")
    third = OrganizationFactory(name="Ukroboronprom")
    merge(third, merged)

    merge(third, survivor, {"name": "merged", "kind": "survivor"})

    third.refresh_from_db()
    assert third.name == "UOP"
    assert names_of(third) == [("Укроборонпром", "native"), ("Ukroboronprom", "official")]


def test_value_and_currency_are_chosen_together():
    survivor = AgreementFactory(value_amount=None, value_currency="")
    merged = AgreementFactory(value_amount=5, value_currency="EUR")

    plan = preview_merge(survivor=survivor, merged=merged, choices={})
    merge(survivor, merged)

    survivor.refresh_from_db()
    assert plan.sides["value"] == "merged"
    assert (survivor.value_amount, survivor.value_currency) == (5, "EUR")


def test_lists_are_united_without_duplicates():
    buyer = OrganizationFactory()
    survivor = AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=buyer, role="buyer")],
        items=[AgreementItemFactory.build(words="guns", activity="supply")],
    )
    same = AgreementPartyFactory.build(organization=buyer, role="buyer", signatory_name="A. B.")
    merged = AgreementFactory(
        parties=[same, AgreementPartyFactory.build(organization=buyer, role="funder")],
        items=[
            AgreementItemFactory.build(words="guns", activity="supply"),
            AgreementItemFactory.build(words="shells", activity="supply"),
        ],
    )

    made = merge(survivor, merged)

    assert [row.role for row in survivor.parties.all()] == ["buyer", "funder"]
    assert [row.words for row in survivor.items.all()] == ["guns", "shells"]
    assert [(public_id, name) for public_id, name, _ in made.dropped] == [
        (survivor.public_id, "parties"), (survivor.public_id, "items"),
    ]  # fmt: skip
    assert made.dropped[0][2]["signatory_name"] == "A. B."
    assert [row.role for row in merged.parties.all()] == ["buyer", "funder"]


def test_identifiers_go_to_the_survivor():
    survivor = OrganizationFactory(identifiers=[OrganizationIdentifierFactory.build(value="Q1")])
    merged = OrganizationFactory(identifiers=[OrganizationIdentifierFactory.build(value="Q2")])

    merge(survivor, merged)

    assert [row.value for row in survivor.identifiers.all()] == ["Q1", "Q2"]
    assert not merged.identifiers.exists()


def test_row_that_would_stand_twice_is_dropped_and_remembered():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    claim = ClaimFactory(organizations=[merged, survivor])

    made = merge(survivor, merged)

    assert [row.organization_id for row in claim.organization_links.all()] == [survivor.pk]
    assert made.dropped == [
        [claim.public_id, "organization_links", {"organization_id": survivor.pk}]
    ]


def test_merged_record_keeps_its_id_and_its_content():
    survivor, merged = OrganizationFactory(), OrganizationFactory(name="Two")

    made = merge(survivor, merged)

    merged.refresh_from_db()
    change = Change.objects.of(merged.record_type, merged.pk).latest("sequence")
    assert (merged.review_status, merged.name, merged.revision) == ("merged", "Two", 2)
    assert (change.action, change.revision, change.reason) == ("merged", 2, "A test.")
    assert change.public_sequence is not None
    assert (made.merged_id, made.survivor_id) == (merged.public_id, survivor.public_id)
    assert Merge.objects.survivor_of(merged.record_type, merged.pk) == survivor.pk
    assert Merge.objects.survivor_of(survivor.record_type, survivor.pk) is None


def test_draft_that_is_merged_does_not_become_public():
    survivor, merged = OrganizationFactory(), OrganizationFactory(review_status="draft")

    merge(survivor, merged)

    changes = Change.objects.of(merged.record_type, merged.pk)
    assert not changes.public().exists()
    assert changes.latest("sequence").review_status == "merged"


def test_preview_stores_nothing_and_says_what_would_move():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    one = ClaimFactory(organizations=[merged])
    two = ClaimFactory(organizations=[merged, survivor], said_by=merged)
    changes = Change.objects.count()

    plan = preview_merge(survivor=survivor, merged=merged, choices={})

    assert [(move.owner, move.place, move.numbers) for move in plan.moves] == [
        (Claim, "said_by", (two.pk,)),
        (Claim, "organization_links.organization", (one.pk, two.pk)),
    ]
    assert [dropped[:2] for dropped in plan.dropped] == [(two.public_id, "organization_links")]
    assert Change.objects.count() == changes


def queries_of(claims):
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    for _ in range(claims):
        ClaimFactory(organizations=[merged])
    with CaptureQueriesContext(connection) as context:
        merge(survivor, merged)
    return len(context)


def test_number_of_queries_grows_by_a_constant_for_each_record():
    one, two, four = queries_of(1), queries_of(2), queries_of(4)

    assert four - two == 2 * (two - one)
