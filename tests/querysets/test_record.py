import pytest

from records.enums import ReviewStatus
from records.models import Organization
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def test_published_leaves_every_other_state_out():
    made = {state: OrganizationFactory(review_status=state) for state in ReviewStatus}
    assert list(Organization.objects.published()) == [made[ReviewStatus.PUBLISHED]]


def test_stale_keeps_records_without_a_document():
    OrganizationFactory()
    stale = OrganizationFactory()
    Organization.objects.filter(pk=stale.pk).update(document=None)
    assert list(Organization.objects.stale()) == [stale]
