"""Reads sources."""

from records.api.resources import SOURCES
from records.api.views.base import RecordViewSet


class SourceViewSet(RecordViewSet):
    """Sources, published ones for everybody."""

    resource = SOURCES
