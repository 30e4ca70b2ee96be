"""Each step of a record's life: who may take it, from where, and what the log keeps."""

import pytest
from django.core.exceptions import ValidationError

from records.enums import ChangeAction, Channel, ReviewStatus
from records.models import Change
from records.services import review
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.errors import NotPermittedError, ReviewError, StaleRevisionError
from records.services.saving import save_record
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    ClaimFactory,
    OrganizationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

STEPS = {
    ChangeAction.SUBMITTED: review.submit,
    ChangeAction.PUBLISHED: review.publish,
    ChangeAction.CHANGES_REQUESTED: review.request_changes,
    ChangeAction.REJECTED: review.reject,
    ChangeAction.RETRACTED: review.retract,
}
MAY = {
    ChangeAction.SUBMITTED: {"editor", "reviewer", "admin"},
    ChangeAction.PUBLISHED: {"reviewer", "admin"},
    ChangeAction.CHANGES_REQUESTED: {"reviewer", "admin"},
    ChangeAction.REJECTED: {"reviewer", "admin"},
    ChangeAction.RETRACTED: {"reviewer", "admin"},
}


def by(user, reason="A reason."):
    return Authorship(actor=user, channel=Channel.API, reason=reason, request_id="r-1")


def standing(status):
    """Make an organization that somebody else has brought to a review status."""
    return OrganizationFactory(review_status=status)


@pytest.mark.parametrize("role", ["", *ROLES])
@pytest.mark.parametrize("action", STEPS)
def test_step_is_for_some_roles_only(action, role):
    (begin,) = review.BEGINS[action]
    record, user = standing(begin), UserFactory(role=role)

    if role in MAY[action]:
        STEPS[action](record=record, authorship=by(user))
    else:
        with pytest.raises(NotPermittedError, match="organization"):
            STEPS[action](record=record, authorship=by(user))

    record.refresh_from_db()
    assert record.review_status == (review.ENDS[action] if role in MAY[action] else begin)


@pytest.mark.parametrize("status", ReviewStatus)
@pytest.mark.parametrize("action", STEPS)
def test_step_begins_where_it_may(action, status):
    record, reviewer = standing(status), UserFactory(role="reviewer")

    if status in review.BEGINS[action]:
        STEPS[action](record=record, authorship=by(reviewer))
    else:
        with pytest.raises(ReviewError) as raised:
            STEPS[action](record=record, authorship=by(reviewer))
        assert raised.value.code == "wrong_review_status"
        record.refresh_from_db()
        assert (record.review_status, record.revision) == (status, 1)


@pytest.mark.parametrize("action", STEPS)
def test_step_is_on_the_log(action):
    (begin,) = review.BEGINS[action]
    record, reviewer = standing(begin), UserFactory(role="reviewer")

    STEPS[action](record=record, authorship=by(reviewer, "  Because.  "))

    change = Change.objects.latest("sequence")
    record.refresh_from_db()
    assert (
        change.public_id, change.revision, change.action, change.actor, change.reason,
        change.channel, change.request_id, change.review_status, change.document,
    ) == (
        record.public_id, 2, action, reviewer, "Because.", Channel.API, "r-1",
        review.ENDS[action], record.document,
    )  # fmt: skip


@pytest.mark.parametrize(
    "action", [ChangeAction.CHANGES_REQUESTED, ChangeAction.REJECTED, ChangeAction.RETRACTED]
)
def test_step_without_its_reason_is_refused(action):
    (begin,) = review.BEGINS[action]
    record, reviewer = standing(begin), UserFactory(role="reviewer")

    with pytest.raises(ValidationError) as raised:
        STEPS[action](record=record, authorship=by(reviewer, "  "))

    assert raised.value.error_dict["reason"][0].code == "reason_missing"
    record.refresh_from_db()
    assert record.review_status == begin


def test_who_entered_or_submitted_cannot_publish():
    writer, submitter = UserFactory(role="reviewer"), UserFactory(role="reviewer")
    record = save_record(
        record=OrganizationFactory.build(review_status="draft"), owned={}, authorship=by(writer)
    )
    review.submit(record=record, authorship=by(submitter))

    for person in (writer, submitter):
        with pytest.raises(ReviewError, match="a second person publishes it") as raised:
            review.publish(record=record, authorship=by(person))
        assert raised.value.code == "own_work"

    published = review.publish(record=record, authorship=by(UserFactory(role="reviewer")))
    assert published.review_status == ReviewStatus.PUBLISHED


def test_who_only_returned_a_record_can_publish_it():
    editor, reviewer = UserFactory(role="editor"), UserFactory(role="reviewer")
    record = save_record(
        record=OrganizationFactory.build(review_status="draft"), owned={}, authorship=by(editor)
    )
    review.submit(record=record, authorship=by(editor))
    record = review.request_changes(record=record, authorship=by(reviewer))
    record = save_record(record=record, owned={}, authorship=by(editor))
    assert record.review_status == ReviewStatus.DRAFT
    review.submit(record=record, authorship=by(editor))

    assert review.publish(record=record, authorship=by(reviewer)).revision == 6


def test_publishing_names_the_drafts_that_the_record_points_at():
    hidden = standing("draft")
    agreement = AgreementFactory(
        review_status="in_review", parties=[AgreementPartyFactory.build(organization=hidden)]
    )

    with pytest.raises(ValidationError) as raised:
        review.publish(record=agreement, authorship=by(UserFactory(role="reviewer")))

    (error,) = raised.value.error_dict["__all__"]
    assert (error.code, error.params) == ("refers_to_unpublished", {"hidden": hidden.public_id})


def circle():
    """Make an agreement and a claim in review that point at each other."""
    agreement = AgreementFactory(review_status="draft")
    claim = ClaimFactory(review_status="in_review", agreements=[agreement])
    milestones = [AgreementMilestoneFactory.build(claim=claim)]
    agreement = save_record(
        record=agreement, owned={"milestones": milestones},
        authorship=Authorship(channel=Channel.COMMAND),
    )  # fmt: skip
    return review.submit(record=agreement, authorship=Authorship(channel=Channel.COMMAND)), claim


def test_records_that_point_at_each_other_are_published_together():
    agreement, claim = circle()
    reviewer = UserFactory(role="reviewer")

    review.publish(record=agreement, together=[claim], authorship=by(reviewer))

    for record in (agreement, claim):
        record.refresh_from_db()
        assert record.review_status == ReviewStatus.PUBLISHED


def test_none_is_published_when_one_cannot_be():
    agreement, claim = circle()
    reviewer = UserFactory(role="reviewer")
    other = ClaimFactory(review_status="in_review", organizations=[standing("draft")])

    with pytest.raises(ValidationError) as raised:
        review.publish(record=agreement, together=[claim, other], authorship=by(reviewer))

    assert list(raised.value.error_dict) == [f"{other.public_id}.__all__"]
    for record in (agreement, claim, other):
        record.refresh_from_db()
        assert record.review_status == ReviewStatus.IN_REVIEW


def test_claim_without_citation_is_not_published():
    claim = ClaimFactory(review_status="in_review", citations=[])

    with pytest.raises(ValidationError) as raised:
        review.publish(record=claim, authorship=by(UserFactory(role="reviewer")))

    assert raised.value.error_dict["__all__"][0].code == "published_without_citation"


def test_stale_step_is_refused():
    record = standing("draft")
    save_record(record=record, owned={}, authorship=Authorship(channel=Channel.COMMAND))

    with pytest.raises(StaleRevisionError):
        review.submit(record=record, authorship=by(UserFactory(role="editor")), expected_revision=1)


def test_step_keeps_what_was_stored_since_the_caller_read_the_record():
    read = standing("draft")
    other = type(read).objects.get(pk=read.pk)
    other.name = "Renamed"
    save_record(record=other, owned={}, authorship=Authorship(channel=Channel.COMMAND))

    review.submit(record=read, authorship=by(UserFactory(role="editor")))

    assert type(read).objects.get(pk=read.pk).name == "Renamed"


def test_published_record_is_changed_for_a_reason_only():
    record = standing("published")
    editor = UserFactory(role="editor")

    with pytest.raises(ValidationError) as raised:
        save_record(record=record, owned={}, authorship=by(editor, ""))

    assert raised.value.error_dict["reason"][0].code == "reason_missing"
    assert Change.objects.count() == 1
