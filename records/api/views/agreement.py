"""Reads agreements."""

from records.api.resources import AGREEMENTS
from records.api.views.base import RecordViewSet


class AgreementViewSet(RecordViewSet):
    """Agreements, published ones for everybody."""

    resource = AGREEMENTS
