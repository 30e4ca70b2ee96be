"""Records that may be one."""

import factory
from factory.django import DjangoModelFactory

from records.models import Candidate
from records.values.public_ids import RecordType


class CandidateFactory(DjangoModelFactory):
    class Meta:
        model = Candidate

    record_type = RecordType.ORGANIZATION
    first = factory.Sequence(lambda number: number + 1)
    second = factory.LazyAttribute(lambda made: made.first + 1)
    score = 80
