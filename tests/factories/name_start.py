"""Where names begin."""

import factory
from factory.django import DjangoModelFactory

from records.models import NameStart
from records.values.public_ids import RecordType


class NameStartFactory(DjangoModelFactory):
    """The beginning of a name of an organization that there need not be."""

    class Meta:
        model = NameStart

    record_type = RecordType.ORGANIZATION.value
    number = factory.Sequence(lambda number: number + 1)
    place = 0
    words = factory.Sequence(lambda number: f"name {number}")
