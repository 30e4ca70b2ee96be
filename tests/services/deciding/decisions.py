"""Decides on readings, and is refused."""

import pytest

from records.enums import Channel
from records.models import Change, Reading
from records.services.authorship import Authorship
from records.services.deciding.deciding import Answer, decide
from records.services.deciding.errors import DecidingError
from records.services.deciding.proposing import propose


def by(user):
    return Authorship(channel=Channel.ADMIN, actor=user, reason="Compared with the digest.")


def accepted(reading):
    return {key: proposal.final for key, proposal in propose(reading).items()}


def decided(reading, user, decisions=None, **more):
    answer = Answer(
        decisions=decisions or accepted(reading),
        expected_revision=more.pop("revision", reading.claim.revision),
        **more,
    )
    return decide(reading=reading, answer=answer, authorship=by(user))


def refused(reading, user, decisions=None, **more):
    """Decide, be refused, and see that nothing was stored."""
    before = Change.objects.count()
    with pytest.raises(DecidingError) as caught:
        decided(reading, user, decisions, **more)
    assert Change.objects.count() == before
    assert Reading.objects.get(pk=reading.pk).decided_at is None
    return {
        proposal: {field: [message for each in found for message in each.messages]
                   for field, found in fields.items()}
        for proposal, fields in caught.value.errors.items()
    }  # fmt: skip
