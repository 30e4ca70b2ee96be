"""One way to write: the whole record or nothing, one revision later."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from records.enums import ReviewStatus
from records.models import Agreement, AgreementParty, Claim, Measure, Organization, Source
from records.querysets.record import KEPT
from records.representations.rendering import render
from records.services.errors import StaleRevisionError
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    CitationFactory,
    ClaimCategoryFactory,
    ClaimFactory,
    MeasureFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    SourceFactory,
    WeaponSystemFactory,
)
from tests.support.references import FACTORIES, pointing, references
from tests.support.writing import store

pytestmark = pytest.mark.django_db

REFERENCES = [
    pytest.param(*reference, id=".".join([reference[0].__name__, *filter(None, reference[1:3])]))
    for reference in references()
]


def codes(error):
    """Return the codes of a ValidationError by path."""
    return {path: [each.code for each in found] for path, found in error.error_dict.items()}


def state(record):
    """Return everything that is stored of a record."""
    row = type(record).objects.filter(pk=record.pk).values().get()
    lists = {name: list(getattr(record, name).values()) for name in record.owned}
    return row, lists


def test_new_record_has_revision_one_and_its_document():
    record = store(record=OrganizationFactory.build(name="One"), owned={})

    stored = Organization.objects.get(pk=record.pk)
    assert (record.revision, stored.revision) == (1, 1)
    assert stored.document == record.document == render(Organization, [record.pk])[record.pk]


def test_each_write_raises_the_revision_by_one():
    record = OrganizationFactory()
    created = record.created_at

    for revision in (2, 3, 4):
        updated = record.updated_at
        record = store(record=Organization.objects.get(pk=record.pk), owned={})
        assert record.revision == revision
        assert json.loads(record.document)["revision"] == revision
        assert record.updated_at > updated
        assert record.created_at == created


def test_revision_comes_from_the_database_and_not_from_the_instance():
    record = OrganizationFactory()
    other = Organization.objects.get(pk=record.pk)
    store(record=other, owned={})

    store(record=record, owned={})

    assert record.revision == 3


def test_failed_write_stores_nothing_of_a_new_record():
    bad = AgreementPartyFactory.build(role="king")

    with pytest.raises(ValidationError) as raised:
        store(
            record=AgreementFactory.build(),
            owned={"parties": [AgreementPartyFactory.build(), bad]},
        )

    assert codes(raised.value) == {"parties.1.role": ["invalid_choice"]}
    assert not Agreement.objects.exists()
    assert not AgreementParty.objects.exists()


def test_failed_write_changes_nothing_of_a_stored_record():
    organization = OrganizationFactory()
    record = AgreementFactory(parties=[AgreementPartyFactory.build(organization=organization)])
    before = state(record)
    record.title = "Another title"

    with pytest.raises(ValidationError):
        store(
            record=record,
            owned={
                "areas": [],
                "parties": [AgreementPartyFactory.build(), AgreementPartyFactory.build(role="")],
            },
        )

    assert state(record) == before


def test_row_that_points_at_nothing_is_refused():
    record = AgreementFactory()
    before = state(record)
    record.title = "Another title"
    row = AgreementPartyFactory.build()
    row.organization_id = 10**6

    with pytest.raises(ValidationError) as raised:
        store(record=record, owned={"parties": [row]})

    assert codes(raised.value) == {"parties.0.organization": ["does_not_exist"]}
    assert state(record) == before


def test_all_errors_are_told_at_once():
    claim = ClaimFactory.build(language="English", kind="rumour")

    with pytest.raises(ValidationError) as raised:
        store(
            record=claim,
            owned={
                "citations": [],
                "measures": [
                    MeasureFactory.build(),
                    MeasureFactory.build(value_min=1, metric="luck", currency="XXZ"),
                ],
            },
        )

    assert codes(raised.value) == {
        "language": ["invalid_language"],
        "kind": ["invalid_choice"],
        "__all__": ["published_without_citation"],
        "measures.1": ["value_and_range"],
        "measures.1.metric": ["invalid_choice"],
        "measures.1.currency": ["invalid_currency"],
    }


def test_expected_revision_of_the_stored_record_is_accepted():
    record = OrganizationFactory()

    store(record=record, owned={}, expected_revision=1)

    assert record.revision == 2


@pytest.mark.parametrize("expected", [0, 1, 3])
def test_stale_revision_is_refused_and_nothing_changes(expected):
    record = OrganizationFactory(names=[OrganizationNameFactory.build()])
    store(record=Organization.objects.get(pk=record.pk), owned={})
    before = state(record)
    record.name = "Another name"

    with pytest.raises(StaleRevisionError) as raised:
        store(record=record, owned={"names": []}, expected_revision=expected)

    assert (raised.value.expected, raised.value.current) == (expected, 2)
    assert str(raised.value) == (
        f"{record.public_id} is at revision 2, not {expected}: read it again and repeat."
    )
    assert state(record) == before


@pytest.mark.parametrize(("owner", "name", "field", "target"), REFERENCES)
def test_published_record_does_not_point_at_a_draft(owner, name, field, target):
    draft = FACTORIES[target](review_status=ReviewStatus.DRAFT)

    with pytest.raises(ValidationError) as raised:
        pointing(owner, name, field, draft)

    assert codes(raised.value) == {"__all__": ["refers_to_unpublished"]}
    assert draft.public_id in str(raised.value)


@pytest.mark.parametrize(("owner", "name", "field", "target"), REFERENCES)
def test_draft_that_points_at_a_draft_is_not_published(owner, name, field, target):
    draft = FACTORIES[target](review_status=ReviewStatus.DRAFT)
    pointing(owner, name, field, draft, review_status=ReviewStatus.DRAFT)
    record = owner.objects.exclude(pk=draft.pk if owner is target else None).latest("pk")
    record.review_status = ReviewStatus.PUBLISHED

    with pytest.raises(ValidationError) as raised:
        store(record=record, owned={})

    assert codes(raised.value) == {"__all__": ["refers_to_unpublished"]}


def test_draft_is_published_once_it_no_longer_points_at_a_draft():
    draft = OrganizationFactory(review_status=ReviewStatus.DRAFT)
    record = OrganizationFactory(
        parent=draft,
        review_status=ReviewStatus.DRAFT,
    )
    agreement = AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=draft)],
        review_status=ReviewStatus.DRAFT,
    )

    record.parent, record.review_status = None, ReviewStatus.PUBLISHED
    agreement.review_status = ReviewStatus.PUBLISHED
    store(record=record, owned={})
    store(record=agreement, owned={"parties": []})

    assert Organization.objects.published().get() == record
    assert Agreement.objects.published().get() == agreement


def test_published_record_may_point_at_a_retracted_one():
    source = SourceFactory(review_status=ReviewStatus.RETRACTED)

    claim = ClaimFactory(citations=[CitationFactory.build(source=source)])

    assert Claim.objects.published().get() == claim


@pytest.mark.parametrize("before", [ReviewStatus.PUBLISHED, ReviewStatus.RETRACTED])
@pytest.mark.parametrize(
    "after",
    [status for status in ReviewStatus if status not in KEPT],
)
def test_public_record_is_not_hidden(before, after):
    source = SourceFactory(review_status=before)
    source.review_status = after

    with pytest.raises(ValidationError) as raised:
        store(record=source, owned={})

    assert codes(raised.value) == {"__all__": ["published_stays_public"]}
    assert Source.objects.get().review_status == before


def test_published_record_is_retracted():
    source = SourceFactory()
    source.review_status = ReviewStatus.RETRACTED

    store(record=source, owned={})

    assert json.loads(Source.objects.get().document)["review_status"] == "retracted"


def test_citations_are_counted():
    claim = ClaimFactory(citations=[CitationFactory.build(), CitationFactory.build()])
    assert Claim.objects.get().citation_count == 2

    store(record=claim, owned={"measures": []})
    assert Claim.objects.get().citation_count == 2

    store(record=claim, owned={"citations": [CitationFactory.build()]})
    assert Claim.objects.get().citation_count == 1


def test_last_citation_of_a_published_claim_stays():
    claim = ClaimFactory()

    with pytest.raises(ValidationError) as raised:
        store(record=claim, owned={"citations": []})

    assert codes(raised.value) == {"__all__": ["published_without_citation"]}
    assert Claim.objects.get().citations.count() == 1


def test_agreement_takes_its_date_from_the_first_dated_signature():
    agreement = AgreementFactory(
        milestones=[
            AgreementMilestoneFactory.build(kind="announcement", date="2023"),
            AgreementMilestoneFactory.build(kind="signature", date=""),
            AgreementMilestoneFactory.build(kind="signature", date="2024-02"),
            AgreementMilestoneFactory.build(kind="signature", date="2025"),
        ]
    )

    stored = Agreement.objects.get()
    assert stored.signed == "2024-02"
    assert (stored.signed_earliest, stored.signed_latest, stored.signed_sort) == (
        date(2024, 2, 1),
        date(2024, 2, 29),
        date(2024, 2, 29),
    )

    store(record=agreement, owned={"milestones": []})
    stored.refresh_from_db()
    assert (stored.signed, stored.signed_earliest) == ("", None)


def test_links_carry_the_date_of_their_claim():
    claim = ClaimFactory(
        occurred="2024-02",
        organizations=[OrganizationFactory()],
        weapon_systems=[WeaponSystemFactory()],
        countries=["UA"],
        agreements=[AgreementFactory()],
    )

    def dates():
        links = ("organization_links", "weapon_system_links", "country_links", "agreement_links")
        return {row.occurred_sort for name in links for row in getattr(claim, name).all()}

    assert dates() == {date(2024, 2, 29)}

    claim.occurred = "2025"
    store(record=claim, owned={})
    assert dates() == {date(2025, 12, 31)}

    claim.occurred = ""
    store(
        record=claim,
        owned={
            "country_links": [Claim._meta.get_field("country_links").related_model(country="PL")]
        },
    )
    assert dates() == {date.min}
    assert claim.country_links.get().country == "PL"


def test_lists_that_are_not_named_stay():
    claim = ClaimFactory(measures=[MeasureFactory.build()], countries=["UA"])
    before = state(claim)[1]

    store(record=Claim.objects.get(), owned={"country_links": []})

    assert state(claim)[1] == before | {"country_links": []}
    assert Measure.objects.count() == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_of_a_claim(rows, django_assert_num_queries):
    claim = ClaimFactory.build()
    owned = {
        "citations": [CitationFactory.build() for _ in range(rows)],
        "measures": [MeasureFactory.build() for _ in range(rows)],
        "category_links": [ClaimCategoryFactory.build() for _ in range(rows)],
        "organization_links": [
            Claim.organizations.through(organization=OrganizationFactory()) for _ in range(rows)
        ],
    }

    turn = connection.vendor == "postgresql"

    with django_assert_num_queries(12 + turn):
        store(record=claim, owned=owned)
