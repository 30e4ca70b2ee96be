"""Which record each decided proposal names, once what is new has been created."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from records.services.deciding.creating import Drafts
from records.services.deciding.errors import Problems
from records.services.deciding.finals import Final, OrganizationFinal, WeaponSystemFinal

_CHOOSE = "Choose a record, or create one."


@dataclass(frozen=True, slots=True)
class Names:
    """What was decided on, and the numbers of the records that it names, by proposal."""

    finals: Mapping[str, Final]
    numbers: Mapping[str, int]

    def meant(self, organization: int | None, proposal: str) -> int | None:
        """Return the organization that is chosen, or else what a proposal was decided to be.

        Raises ValidationError when that proposal was dropped.
        """
        if organization is not None or not proposal:
            return organization
        if proposal not in self.finals:
            raise ValidationError("The organization was dropped above: choose one here, or none.")
        return self.numbers.get(proposal)


def name_records(finals: Mapping[str, Final], drafts: Drafts, problems: Problems) -> Names:
    """Create what is new and find the record of every name that was decided on."""
    named: dict[str, int] = {}
    for proposal, final in finals.items():
        number = None
        if isinstance(final, OrganizationFinal):
            number = final.organization
            if final.new:
                number = drafts.organization(proposal, final.new)
            elif number is None:
                problems.add(proposal, ValidationError(_CHOOSE), "organization")
        elif isinstance(final, WeaponSystemFinal):
            number = final.weapon_system
            if final.new:
                number = drafts.weapon_system(proposal, final.new)
            elif number is None:
                problems.add(proposal, ValidationError(_CHOOSE), "weapon_system")
        if number is not None:
            named[proposal] = number
    return Names(finals, named)
