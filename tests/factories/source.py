"""Sources."""

import factory

from records.enums import SourceKind
from records.models import Source
from tests.factories.base import RecordFactory


class SourceFactory(RecordFactory):
    class Meta:
        model = Source

    title = factory.Sequence(lambda number: f"Source {number}")
    kind = SourceKind.NEWSPAPER
