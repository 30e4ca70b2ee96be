"""Reads claims."""

from records.api.resources import CLAIMS
from records.api.schema.ingest import reading_operation
from records.api.schema.operation import Operation
from records.api.views.base import RecordViewSet
from records.api.views.ingest import ReadingMixin


class ClaimViewSet(ReadingMixin, RecordViewSet):
    """Claims, published ones for everybody."""

    resource = CLAIMS

    def operation(self, action: str) -> Operation:
        """Describe an action for the schema."""
        return reading_operation() if action == "reading" else super().operation(action)

    def _number(self, public_id: str) -> int:
        return RecordViewSet._number(self, public_id)
