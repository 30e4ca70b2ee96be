"""New records are entered together as they are one by one."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from records.models import AgreementMilestone, Change, Claim, Organization
from records.services.errors import EntriesRefusedError
from records.services.saving import enter_records, save_record
from records.services.verification import verify_log
from tests.factories import (
    AgreementFactory,
    CitationFactory,
    ClaimCategoryFactory,
    ClaimFactory,
    MeasureFactory,
    OrganizationFactory,
)
from tests.support.writing import AUTHORSHIP

pytestmark = pytest.mark.django_db


def entries(count, **values):
    """Build new claims, each with a citation, a measure, a country and a category."""
    category, source = ClaimCategoryFactory.build().category, CitationFactory.build().source
    return [
        (
            ClaimFactory.build(text=f"Text {number}.", **values),
            {
                "citations": [CitationFactory.build(source=source, locator=f"line {number}")],
                "measures": [MeasureFactory.build()],
                "category_links": [ClaimCategoryFactory.build(category=category)],
            },
        )
        for number in range(count)
    ]


def logged(numbers):
    """What the log has on some claims but for its counts, times and keys of rows."""
    rows = Change.objects.filter(record_type="CLM", number__in=numbers)
    return list(rows.values_list("revision", "action", "channel", "reason", "review_status",
                                 "state"))  # fmt: skip


@pytest.mark.parametrize("review_status", ["draft", "published"])
def test_records_are_entered_together_as_one_by_one(review_status):
    together = entries(45, review_status=review_status)
    enter_records(together, AUTHORSHIP)
    alone = [
        save_record(record=ClaimFactory.build(text=record.text, review_status=review_status),
                    owned={name: [type(row)(**{field.attname: getattr(row, field.attname)
                                               for field in row._meta.concrete_fields
                                               if field.attname not in {"id", "claim_id"}})
                                  for row in rows] for name, rows in owned.items()},
                    authorship=AUTHORSHIP)
        for record, owned in together
    ]  # fmt: skip

    assert logged([record.pk for record, _ in together]) == logged([each.pk for each in alone])
    assert [record.revision for record, _ in together] == [1] * 45
    stored = Claim.objects.in_bulk()
    assert all(stored[record.pk].document == record.document for record, _ in together)
    assert all(stored[record.pk].citation_count == 1 for record, _ in together)
    sequences = Change.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(sequences) == list(range(1, len(sequences) + 1))
    assert list(verify_log()) == []


def test_public_and_draft_records_are_counted_apart():
    enter_records(
        [(OrganizationFactory.build(review_status=state), {})
         for state in ("draft", "published", "draft", "published", "published")],
        AUTHORSHIP,
    )  # fmt: skip
    counted = Change.objects.order_by("sequence").values_list("sequence", "public_sequence")
    assert list(counted) == [(1, None), (2, 1), (3, None), (4, 2), (5, 3)]
    assert list(verify_log()) == []


def test_what_follows_from_rows_is_stored():
    agreement = AgreementFactory.build(review_status="draft")
    milestones = [AgreementMilestone(kind="signature", date="2024-05")]
    enter_records([(agreement, {"milestones": milestones})], AUTHORSHIP)
    agreement.refresh_from_db()
    assert (agreement.signed, str(agreement.signed_latest)) == ("2024-05", "2024-05-31")
    assert agreement.notes == ""


def test_wrong_records_are_named_by_place_and_nothing_is_stored():
    given = entries(4)
    given[1][0].language = "English"
    given[3][1]["citations"][0].locator = "\x00"
    with pytest.raises(EntriesRefusedError) as raised:
        enter_records(given, AUTHORSHIP)
    assert {place: set(error.error_dict) for place, error in raised.value.errors.items()} == {
        1: {"language"},
        3: {"citations.0.locator"},
    }
    assert not Claim.objects.exists()


def test_reason_that_cannot_be_stored_is_refused():
    authorship = AUTHORSHIP.__class__(channel="command", reason="x" * 1001)
    with pytest.raises(ValidationError) as raised:
        enter_records(entries(2), authorship)
    assert set(raised.value.error_dict) == {"reason"}


def test_unconfirmed_grade_is_named_by_place_and_nothing_is_stored():
    given = entries(3)
    given[2][0].credibility = "1"
    with pytest.raises(EntriesRefusedError) as raised:
        enter_records(given, AUTHORSHIP)
    assert {place: set(error.error_dict) for place, error in raised.value.errors.items()} == {
        2: {"credibility"}
    }
    assert not Claim.objects.exists()


def test_record_that_shows_a_draft_does_not_stop_the_others_from_being_public():
    draft = OrganizationFactory(review_status="draft")
    given = entries(2, review_status="published")
    given[0][0].said_by = draft
    with pytest.raises(EntriesRefusedError) as raised:
        enter_records(given, AUTHORSHIP)
    assert set(raised.value.errors) == {0}


def test_nothing_is_entered_without_a_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        enter_records([], AUTHORSHIP)


@pytest.mark.parametrize("count", [1, 3, 20])
def test_number_of_queries_of_records_entered_together(count, django_assert_num_queries):
    given = entries(count)
    turn = connection.vendor == "postgresql"
    with django_assert_num_queries(11 + turn):
        enter_records(given, AUTHORSHIP)


def test_organizations_get_the_database_defaults():
    organization = OrganizationFactory.build(review_status="draft")
    enter_records([(organization, {})], AUTHORSHIP)
    assert Organization.objects.get().notes == organization.notes == ""
