"""Reads agreements."""

from records.api.resources import AGREEMENTS
from records.api.schema.operation import Operation
from records.api.views.base import RecordViewSet
from records.api.views.research.ladder import LADDER, LadderMixin


class AgreementViewSet(RecordViewSet, LadderMixin):
    """Agreements, published ones for everybody."""

    resource = AGREEMENTS

    def operation(self, action: str) -> Operation:
        """Describe an action for the schema."""
        return LADDER if action == "ladder" else super().operation(action)
