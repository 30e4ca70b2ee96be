"""Reads organizations."""

from records.api.resources import ORGANIZATIONS
from records.api.views.base import RecordViewSet


class OrganizationViewSet(RecordViewSet):
    """Organizations, published ones for everybody."""

    resource = ORGANIZATIONS
