"""What has been public stays."""

import pytest
from django.db.models import ProtectedError

from records.enums import ReviewStatus
from records.models import (
    Agreement,
    AgreementParty,
    Category,
    Claim,
    Organization,
    Source,
    WeaponSystem,
)
from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    CitationFactory,
    ClaimFactory,
    OrganizationFactory,
    SourceFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

FACTORIES = {
    Agreement: AgreementFactory,
    Claim: ClaimFactory,
    Organization: OrganizationFactory,
    Source: SourceFactory,
    WeaponSystem: WeaponSystemFactory,
}
PUBLIC = [ReviewStatus.PUBLISHED, ReviewStatus.RETRACTED, ReviewStatus.MERGED]
HIDDEN = [status for status in ReviewStatus if status not in PUBLIC]
each_record = pytest.mark.parametrize("model", FACTORIES, ids=lambda model: model.__name__)


@each_record
@pytest.mark.parametrize("status", PUBLIC)
def test_public_record_is_not_deleted(model, status):
    record = FACTORIES[model](review_status=status)

    with pytest.raises(ProtectedError):
        record.delete()

    assert model.objects.filter(pk=record.pk).exists()


@each_record
@pytest.mark.parametrize("status", HIDDEN)
def test_record_that_was_never_public_is_deleted(model, status):
    record = FACTORIES[model](review_status=status)

    record.delete()

    assert not model.objects.filter(pk=record.pk).exists()


@each_record
def test_queryset_with_one_public_record_deletes_nothing(model):
    drafts = [FACTORIES[model](review_status=ReviewStatus.DRAFT) for _ in range(2)]
    public = FACTORIES[model]()
    chosen = model.objects.filter(pk__in=[record.pk for record in (*drafts, public)])

    with pytest.raises(ProtectedError):
        chosen.delete()

    assert chosen.count() == 3


@each_record
def test_queryset_of_drafts_is_deleted(model):
    drafts = [FACTORIES[model](review_status=ReviewStatus.DRAFT) for _ in range(2)]

    model.objects.filter(pk__in=[record.pk for record in drafts]).delete()

    assert not model.objects.filter(pk__in=[record.pk for record in drafts]).exists()


@each_record
def test_record_published_since_it_was_read_is_not_deleted(model):
    record = FACTORIES[model](review_status=ReviewStatus.DRAFT)
    model.objects.filter(pk=record.pk).update(review_status=ReviewStatus.PUBLISHED)

    with pytest.raises(ProtectedError):
        record.delete()

    assert model.objects.filter(pk=record.pk).exists()


def test_public_children_are_not_deleted_through_their_parent():
    parent = OrganizationFactory()
    child = OrganizationFactory(parent=parent)

    with pytest.raises(ProtectedError):
        parent.children.all().delete()

    assert Organization.objects.filter(pk=child.pk).exists()


def test_draft_that_a_record_points_at_is_not_deleted():
    organization = OrganizationFactory(review_status=ReviewStatus.DRAFT)
    draft = AgreementFactory(
        review_status=ReviewStatus.DRAFT,
        parties=[AgreementPartyFactory.build(organization=organization)],
    )

    with pytest.raises(ProtectedError):
        organization.delete()

    assert draft.parties.get().organization == organization


def test_source_of_a_claim_is_not_deleted():
    source = SourceFactory(review_status=ReviewStatus.DRAFT)
    ClaimFactory(review_status=ReviewStatus.DRAFT, citations=[CitationFactory.build(source=source)])

    with pytest.raises(ProtectedError):
        Source.objects.filter(pk=source.pk).delete()


def test_category_of_a_weapon_system_is_not_deleted():
    system = WeaponSystemFactory()

    with pytest.raises(ProtectedError):
        Category.objects.filter(pk=system.category_id).delete()

    assert WeaponSystem.objects.filter(pk=system.pk).exists()


def test_rows_of_a_deleted_draft_go_with_it():
    draft = AgreementFactory(
        review_status=ReviewStatus.DRAFT, parties=[AgreementPartyFactory.build()]
    )

    draft.delete()

    assert not AgreementParty.objects.exists()
    assert Organization.objects.count() == 1
