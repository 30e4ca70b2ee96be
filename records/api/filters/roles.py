"""Filters of agreements by their parties, one for each role."""

from records.api.filters.ranges import FlagFilter
from records.api.filters.references import BetweenFilter, PartyFilter
from records.api.filters.sets import RecordFilterSet
from records.enums import PartyRole


def _role(role: PartyRole) -> PartyFilter:
    return PartyFilter(
        role,
        help_text=f"Organization in the role “{role.label}”, as an id or as a country code for "
        "any organization there.",
    )


class RoleFilterSet(RecordFilterSet):
    """Parties: each parameter finds a party of its own, so that together all of them are there."""

    party = PartyFilter(
        help_text="Organization in any role, as an id or as a country code for any organization "
        "there."
    )
    between = BetweenFilter(
        help_text="Two or more organizations or countries, separated by commas, all of which are "
        "parties. Here the comma means “and”."
    )
    signatory = _role(PartyRole.SIGNATORY)
    supplier = _role(PartyRole.SUPPLIER)
    buyer = _role(PartyRole.BUYER)
    funder = _role(PartyRole.FUNDER)
    donor = _role(PartyRole.DONOR)
    recipient = _role(PartyRole.RECIPIENT)
    lender = _role(PartyRole.LENDER)
    performer = _role(PartyRole.PERFORMER)
    manufacturer = _role(PartyRole.MANUFACTURER)
    licensor = _role(PartyRole.LICENSOR)
    licensee = _role(PartyRole.LICENSEE)
    maintainer = _role(PartyRole.MAINTAINER)
    trainer = _role(PartyRole.TRAINER)
    host = _role(PartyRole.HOST)
    beneficiary = _role(PartyRole.BENEFICIARY)
    end_user = _role(PartyRole.END_USER)
    investor = _role(PartyRole.INVESTOR)
    subcontractor = _role(PartyRole.SUBCONTRACTOR)
    intermediary = _role(PartyRole.INTERMEDIARY)
    guarantor = _role(PartyRole.GUARANTOR)
    include_children = FlagFilter(
        help_text="Whether parties named by id include organizations at any depth below them."
    )
