"""Which relations between claims count."""

import pytest

from records.enums import ReviewStatus
from records.models import ClaimRelation
from tests.factories import ClaimFactory, ClaimRelationFactory

pytestmark = pytest.mark.django_db


def related(kind, other, **values):
    return ClaimFactory(relations=[ClaimRelationFactory.build(kind=kind, other=other)], **values)


def standing():
    return {(row.claim, row.kind, row.other) for row in ClaimRelation.objects.standing()}


def test_what_a_published_claim_says_stands():
    claim = ClaimFactory()
    correction = related("corrects", claim)
    assert standing() == {(correction, "corrects", claim)}


@pytest.mark.parametrize("state", [ReviewStatus.DRAFT, ReviewStatus.RETRACTED])
def test_what_no_published_claim_says_does_not_stand(state):
    related("corrects", ClaimFactory(), review_status=state)
    assert standing() == set()


def test_what_a_retracted_claim_says_does_not_stand():
    correction = related("corrects", ClaimFactory())
    retraction = related("retracts", correction)
    assert standing() == {(retraction, "retracts", correction)}


def test_draft_retracts_nothing():
    claim = ClaimFactory()
    correction = related("corrects", claim)
    related("retracts", correction, review_status=ReviewStatus.DRAFT)
    assert standing() == {(correction, "corrects", claim)}


def test_what_is_said_of_a_retracted_claim_stands():
    claim = ClaimFactory()
    retraction, correction = related("retracts", claim), related("corrects", claim)
    assert standing() == {(retraction, "retracts", claim), (correction, "corrects", claim)}
