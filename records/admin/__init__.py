"""The editors' desk."""

from records.admin.agreement import AgreementAdmin
from records.admin.category import CategoryAdmin
from records.admin.claim import ClaimAdmin
from records.admin.duplicates import CandidateAdmin
from records.admin.merge import MergeAdmin
from records.admin.organization import OrganizationAdmin
from records.admin.people import GroupAdmin, UserAdmin
from records.admin.proposals.queue import ReadingAdmin
from records.admin.source import SourceAdmin
from records.admin.token import ApiTokenAdmin
from records.admin.weapon_system import WeaponSystemAdmin

__all__ = [
    "AgreementAdmin",
    "ApiTokenAdmin",
    "CandidateAdmin",
    "CategoryAdmin",
    "ClaimAdmin",
    "GroupAdmin",
    "MergeAdmin",
    "OrganizationAdmin",
    "ReadingAdmin",
    "SourceAdmin",
    "UserAdmin",
    "WeaponSystemAdmin",
]
