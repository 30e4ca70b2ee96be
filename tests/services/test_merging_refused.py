"""Merges that are refused or fail, and what a merged record takes no more."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models.deletion import ProtectedError

from records.enums import ChangeAction, Channel, ReviewStatus
from records.models import Change, Merge, Organization
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.errors import MergedError, MergeError, NotPermittedError, StaleRevisionError
from tests.factories import ClaimFactory, OrganizationFactory, WeaponSystemFactory
from tests.services.merges import by, codes, merge
from tests.support.writing import store

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["", *ROLES])
def test_merge_is_for_some_roles_only(role):
    survivor, merged = OrganizationFactory(), OrganizationFactory()

    if role in {"reviewer", "admin"}:
        assert merge(survivor, merged, authorship=by(role)).merged == merged.pk
    else:
        with pytest.raises(NotPermittedError, match="merge_organization"):
            merge(survivor, merged, authorship=by(role))
        assert not Merge.objects.exists()


def test_merge_without_a_reason_is_refused():
    silent = Authorship(channel=Channel.COMMAND, reason=" ")

    with pytest.raises(ValidationError) as raised:
        merge(OrganizationFactory(), OrganizationFactory(), authorship=silent)

    assert codes(raised.value) == {"reason": ["reason_missing"]}


@pytest.mark.parametrize("stale", [0, 1])
def test_merge_of_what_was_changed_since_is_refused(stale):
    pair = OrganizationFactory(), OrganizationFactory()
    read = {record.pk: 1 for record in pair} | {pair[stale].pk: 2}

    with pytest.raises(StaleRevisionError, match=pair[stale].public_id):
        merge(*pair, expected_revisions=read)

    assert not Merge.objects.exists()


def test_record_is_not_merged_into_itself_or_another_type():
    record = OrganizationFactory()

    for other in (record, WeaponSystemFactory()):
        with pytest.raises(ValidationError) as raised:
            merge(record, other)
        assert codes(raised.value) == {"into": ["same_record"]}


@pytest.mark.parametrize("status", ["rejected", "retracted", "merged"])
def test_closed_record_is_not_merged(status):
    for pair in ({"review_status": status}, {}), ({}, {"review_status": status}):
        survivor, merged = (OrganizationFactory(**each) for each in pair)
        with pytest.raises(MergeError) as raised:
            merge(survivor, merged)
        assert raised.value.code == "wrong_review_status"


def test_public_record_is_not_merged_into_a_draft():
    with pytest.raises(MergeError) as raised:
        merge(OrganizationFactory(review_status="draft"), OrganizationFactory())

    assert raised.value.code == "survivor_not_public"


def test_unknown_choice_is_refused():
    with pytest.raises(ValidationError) as raised:
        merge(OrganizationFactory(), OrganizationFactory(), {"nam": "merged", "name": "theirs"})

    assert codes(raised.value) == {
        "choices.nam": ["unknown_field"], "choices.name": ["invalid_choice"],
    }  # fmt: skip


def test_merged_record_is_not_written():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    merge(survivor, merged)

    with pytest.raises(MergedError, match=survivor.public_id) as raised:
        store(record=Organization.objects.get(pk=merged.pk), owned={})
    with pytest.raises(ProtectedError):
        Organization.objects.get(pk=merged.pk).delete()

    assert raised.value.survivor == survivor.public_id


@pytest.mark.parametrize("status", ["draft", "published"])
def test_merged_record_is_not_named_anew(status):
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    merge(survivor, merged)

    with pytest.raises(ValidationError) as raised:
        ClaimFactory(organizations=[merged], review_status=status)

    assert "refers_to_merged" in codes(raised.value)["__all__"]


def test_merge_in_which_a_record_fails_stores_nothing():
    survivor = OrganizationFactory()
    merged = OrganizationFactory(review_status="draft", parent=None)
    hidden = OrganizationFactory(review_status="draft")
    Organization.objects.filter(pk=merged.pk).update(parent=hidden)

    with pytest.raises(ValidationError) as raised:
        merge(survivor, merged)

    assert codes(raised.value) == {"__all__": ["refers_to_unpublished"]}
    merged.refresh_from_db()
    assert (merged.review_status, merged.revision) == (ReviewStatus.DRAFT, 1)
    assert not Change.objects.filter(action=ChangeAction.MERGED).exists()
