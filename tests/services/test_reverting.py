"""Going back to an earlier version of a record."""

import pytest
from django.core.exceptions import ValidationError

from records.enums import ChangeAction, Channel, ReviewStatus
from records.models import Change
from records.services import states
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.errors import NotPermittedError, StaleRevisionError
from records.services.reverting import revert
from records.services.saving import Act, save_record, write
from tests.factories import OrganizationFactory, OrganizationNameFactory, UserFactory
from tests.support.records import SUBJECTS
from tests.support.writing import store

pytestmark = pytest.mark.django_db


@pytest.fixture(params=SUBJECTS, ids=str)
def subject(request):
    return request.param


def by(user=None, reason="A reason."):
    return Authorship(actor=user, channel=Channel.API if user else Channel.COMMAND, reason=reason)


def version(record, revision):
    return Change.objects.of(record.record_type, record.pk).get(revision=revision)


@pytest.mark.parametrize("status", [each for each in ReviewStatus if each != "merged"])
def test_version_is_restored_and_review_status_stays(subject, status):
    record = subject.make(review_status=status)
    notes = type(record).objects.get(pk=record.pk)
    notes.notes = "Changed."
    empty = {name: [] for name in record.owned if name != "citations"}
    write(record=notes, owned=empty, authorship=by(), act=Act())

    revert(record=record, revision=1, authorship=by(UserFactory(role="editor")))

    first, last = version(record, 1), version(record, 3)
    assert states.load(last.state) == states.load(first.state)
    assert (last.action, last.reason, last.review_status) == (
        ChangeAction.REVERTED, "A reason.", status,
    )  # fmt: skip
    stored = type(record).objects.get(pk=record.pk)
    assert (stored.review_status, stored.revision, stored.notes) == (status, 3, "")
    assert stored.document == last.document


def test_revert_can_be_reverted():
    record = OrganizationFactory(
        name="One", names=[OrganizationNameFactory.build(text="alias")], review_status="draft"
    )
    record.name = "Two"
    store(record=record, owned={"names": []})
    revert(record=record, revision=1, authorship=by())
    stored = revert(record=record, revision=2, authorship=by())
    assert (stored.name, stored.names.count(), stored.revision) == ("Two", 0, 4)


@pytest.mark.parametrize("role", ["", *ROLES])
def test_revert_is_for_who_may_change(role):
    record = OrganizationFactory(name="One")
    record.name = "Two"
    store(record=record, owned={})
    user = UserFactory(role=role)
    if role in {"editor", "reviewer", "admin"}:
        assert revert(record=record, revision=1, authorship=by(user)).name == "One"
    else:
        with pytest.raises(NotPermittedError, match=r"records\.change_organization"):
            revert(record=record, revision=1, authorship=by(user))
        record.refresh_from_db()
        assert (record.name, record.revision) == ("Two", 2)


def test_who_reverted_a_record_had_a_part_in_it():
    user = UserFactory(role="reviewer")
    record = OrganizationFactory(review_status="in_review")
    store(record=record, owned={})
    revert(record=record, revision=1, authorship=by(user))
    assert Change.objects.filter(actor=user).get().action == ChangeAction.REVERTED


@pytest.mark.parametrize("revision", [0, 2, 3, 10**30])
def test_version_that_is_not_there_or_stored_now_is_refused(revision):
    record = OrganizationFactory(name="One")
    store(record=record, owned={})
    with pytest.raises(ValidationError) as raised:
        revert(record=record, revision=revision, authorship=by())
    (error,) = raised.value.error_dict["revision"]
    assert error.code == "no_such_version"
    assert Change.objects.count() == 2


def test_revert_without_a_reason_is_refused():
    record = OrganizationFactory(review_status="draft")
    store(record=record, owned={})
    with pytest.raises(ValidationError) as raised:
        revert(record=record, revision=1, authorship=by(reason=" "))
    assert raised.value.error_dict["reason"][0].code == "reason_missing"


def test_stale_revert_is_refused():
    record = OrganizationFactory()
    store(record=record, owned={})
    with pytest.raises(StaleRevisionError):
        revert(record=record, revision=1, authorship=by(), expected_revision=1)


def test_public_record_is_not_set_back_to_what_points_at_a_draft():
    hidden = OrganizationFactory(review_status="draft")
    record = OrganizationFactory(review_status="draft", parent=hidden)
    record.parent = None
    save_record(record=record, owned={}, authorship=by())
    record.review_status = "published"
    save_record(record=record, owned={}, authorship=by())
    with pytest.raises(ValidationError) as raised:
        revert(record=record, revision=1, authorship=by())
    assert raised.value.error_dict["__all__"][0].code == "refers_to_unpublished"
    assert Change.objects.of(record.record_type, record.pk).count() == 3
