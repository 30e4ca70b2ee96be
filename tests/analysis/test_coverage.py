"""What is borne out by claims, counted in the database, is what the records themselves show."""

import json

import pytest

from records.analysis.coverage import STATED, disputed, single_source, unsupported, waiting
from records.models import Claim
from records.representations.facts import FACTS
from records.representations.rendering import render
from records.representations.support import evidenced_facts, read_grades
from tests.factories import (
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementPartyFactory,
    CitationFactory,
    ClaimFactory,
    OrganizationFactory,
    SourceFactory,
)
from tests.support.records import SUBJECTS

pytestmark = pytest.mark.django_db

EVIDENCED = [subject for subject in SUBJECTS if subject.resource.model in STATED]


def cited(*groups):
    sources = [SourceFactory(origin_group=group) for group in groups]
    return ClaimFactory(citations=[CitationFactory.build(source=source) for source in sources])


def about(claim, field="title", **columns):
    return AgreementEvidenceFactory.build(claim=claim, field=field, **columns)


def test_every_fact_of_a_document_is_known():
    assert {model: tuple(fields) for model, fields in STATED.items()} == FACTS


@pytest.mark.parametrize("subject", EVIDENCED, ids=str)
@pytest.mark.parametrize("count", [1, 3])
def test_unsupported_fields_are_those_that_documents_show(
    subject, count, django_assert_num_queries
):
    model = subject.resource.model
    for _ in range(count):
        subject.make()
    model.objects.update(document=None)
    from_documents = {
        record.pk: _unsupported(model, record)
        for record in model.objects.order_by("pk")
    }  # fmt: skip

    with django_assert_num_queries(2):
        found = unsupported(model, 10)

    assert found.records == from_documents
    assert sum(found.by_field.values()) == sum(map(len, from_documents.values()))


def _unsupported(model, record):
    content = json.loads(render(model, [record.pk])[record.pk])
    facts = evidenced_facts(model, content, read_grades([], drafts=False))
    return list(dict.fromkeys(fact["field"] for fact in facts if fact["state"] == "unsupported"))


@pytest.mark.parametrize("count", [1, 3])
def test_facts_with_one_voice_and_disputes(count, django_assert_num_queries):
    one, other, copy = cited("one"), cited(""), cited("one")
    made = [
        AgreementFactory(
            status="signed",
            summary="Words.",
            place="UA",
            evidence=[
                about(one), about(other),
                about(one, "kind"), about(copy, "kind"),
                about(cited("one", "two"), "status"),
                about(one, "summary"), about(other, "summary", stance="contradicts"),
            ],
        )
        for _ in range(count)
    ]  # fmt: skip
    model = type(made[0])

    with django_assert_num_queries(2):
        voices = single_source(model, 100)
    with django_assert_num_queries(2):
        disputes = disputed(model, 100)

    assert voices.count == 2 * count
    assert voices.facts == [(each.pk, field, "") for each in made for field in ("kind", "status")]
    assert disputes.count == count
    assert disputes.facts == [(each.pk, "summary", "") for each in made]


def test_rows_are_facts_of_their_own():
    party = AgreementPartyFactory.build(role="host")
    row = f"{party.organization.public_id}/host"
    made = AgreementFactory(
        parties=[party], evidence=[about(cited("one"), "parties", row=row)]
    )  # fmt: skip

    assert single_source(type(made), 5).facts == [(made.pk, "parties", row)]


def test_drafts_and_claims_that_are_not_public_do_not_count():
    claim = cited("one")
    made = AgreementFactory(evidence=[about(claim)])
    AgreementFactory(review_status="draft", evidence=[about(claim)])
    model = type(made)
    assert single_source(model, 5).count == 1

    Claim.objects.update(review_status="retracted")

    assert single_source(model, 5).count == disputed(model, 5).count == 0
    assert unsupported(model, 5).by_field["title"] == 1
    assert list(unsupported(model, 5).records) == [made.pk]


def test_lists_are_bounded_and_counts_are_not():
    made = [AgreementFactory(evidence=[about(cited("one"))]) for _ in range(3)]

    found = single_source(type(made[0]), 2)

    assert (found.count, [fact.number for fact in found.facts]) == (3, [made[0].pk, made[1].pk])
    assert len(unsupported(type(made[0]), 2).records) == 2


def test_oldest_undecided_records_come_first(django_assert_num_queries):
    statuses = ("in_review", "published", "draft", "rejected", "changes_requested")
    made = [OrganizationFactory(review_status=status) for status in statuses]

    with django_assert_num_queries(2):
        count, oldest = waiting(type(made[0]), 2)

    assert (count, oldest) == (3, [made[0], made[2]])
