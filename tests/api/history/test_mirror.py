"""A mirror that follows the feed while others write ends equal to the register, byte by byte."""

import pytest
from django.test import Client

from records.models import Change, Claim, Organization
from records.services import review
from records.services.errors import StaleRevisionError
from records.services.saving import save_record
from tests.api.history.conftest import by
from tests.api.history.test_changes import same_as_register
from tests.factories import ClaimFactory, OrganizationFactory, UserFactory
from tests.support.mirror import Mirror
from tests.support.threads import run_together

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 8


def rename(organization, editor):
    """Rename what the claims show, whatever others do to it meanwhile."""
    for number in range(ROUNDS):
        record = Organization.objects.get(pk=organization.pk)
        record.name = f"{editor.username} {number}"
        try:
            save_record(
                record=record, owned={}, authorship=by(editor),
                expected_revision=record.revision,
            )  # fmt: skip
        except StaleRevisionError:
            continue


def enter_and_withdraw(organization, reviewer):
    """Publish new claims about it, and withdraw every second one."""
    for number in range(ROUNDS):
        claim = ClaimFactory(organizations=[organization], review_status="in_review")
        review.publish(record=claim, authorship=by(reviewer))
        if number % 2:
            review.retract(record=claim, authorship=by(reviewer))


def test_mirror_that_follows_concurrent_writers_ends_equal_to_the_register(client):
    first, second = OrganizationFactory(), OrganizationFactory()
    ClaimFactory(organizations=[first, second])
    people = [UserFactory(role="reviewer") for _ in range(4)]
    mirror = Mirror(Client())

    def follow():
        for _ in range(ROUNDS * 3):
            mirror.follow()

    outcomes = run_together(
        lambda: rename(first, people[0]),
        lambda: rename(first, people[1]),
        lambda: enter_and_withdraw(first, people[2]),
        lambda: enter_and_withdraw(second, people[3]),
        follow,
    )
    assert outcomes == [None] * 5

    mirror.follow()
    same_as_register(mirror, client)
    assert Claim.objects.count() == 1 + 2 * ROUNDS
    assert mirror.seen == Change.objects.public().count()
