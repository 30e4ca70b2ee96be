"""Reads claims."""

from records.api.resources import CLAIMS
from records.api.views.base import RecordViewSet


class ClaimViewSet(RecordViewSet):
    """Claims, published ones for everybody."""

    resource = CLAIMS
