"""Reads weapon systems."""

from records.api.resources import WEAPON_SYSTEMS
from records.api.views.base import RecordViewSet


class WeaponSystemViewSet(RecordViewSet):
    """Weapon systems, published ones for everybody."""

    resource = WEAPON_SYSTEMS
