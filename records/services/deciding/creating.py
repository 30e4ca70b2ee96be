"""Drafts of what a claim names and the register lacks."""

from typing import Any

from django.core.exceptions import ValidationError

from records.models import Agreement, Organization, Record, WeaponSystem
from records.services.authorship import Authorship, require_permission
from records.services.deciding.errors import Problems
from records.services.deciding.finals import NewOrganization, NewWeaponSystem
from records.services.owned import OwnedLists
from records.services.saving import save_record
from records.values.folding import fold


class Drafts:
    """Creates drafts, each once however often the text names it, and keeps what is created."""

    def __init__(self, authorship: Authorship, problems: Problems) -> None:
        """Take who creates, and where errors are noted."""
        self.created: list[Record] = []
        self._authorship, self._problems = authorship, problems
        self._by_name: dict[tuple[str, ...], int | None] = {}

    def organization(self, proposal: str, new: NewOrganization) -> int | None:
        """Return the number of a draft organization; None when it has errors, which are noted."""
        record = Organization(name=new.name, kind=new.kind, country=new.country)
        return self._once(proposal, record, ("ORG", fold(new.name), new.kind, new.country))

    def weapon_system(self, proposal: str, new: NewWeaponSystem) -> int | None:
        """Return the number of a draft weapon system; None when it has errors."""
        record = WeaponSystem(designation=new.designation, origin=new.origin)
        if new.category:
            record.category_id = new.category
        return self._once(proposal, record, ("WPN", fold(new.designation), new.category))

    def agreement(self, proposal: str, record: Agreement, owned: OwnedLists) -> int | None:
        """Return the number of a draft agreement; None when it has errors."""
        return self._save(proposal, record, owned)

    def _once(self, proposal: str, record: Record, name: tuple[str, ...]) -> int | None:
        if name not in self._by_name:
            self._by_name[name] = self._save(proposal, record, {})
        return self._by_name[name]

    def _save(self, proposal: str, record: Any, owned: OwnedLists) -> int | None:
        require_permission(self._authorship, type(record), "add")
        try:
            self.created.append(
                save_record(record=record, owned=owned, authorship=self._authorship)
            )
        except ValidationError as error:
            for path, found in error.error_dict.items():
                self._problems.add(proposal, ValidationError(found), path)
            return None
        number: int = record.pk
        return number
