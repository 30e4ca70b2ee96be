"""The forms of names: of a record of the register, or of one to be created."""

from collections.abc import Mapping
from typing import Any, ClassVar

from records.admin.proposals import fields
from records.admin.proposals.forms import DecisionForm
from records.enums import OrganizationKind
from records.models import ClaimOrganization, ClaimWeaponSystem, WeaponSystem
from records.services.deciding.finals import (
    Final,
    NewOrganization,
    NewWeaponSystem,
    OrganizationFinal,
    WeaponSystemFinal,
)


class WordsForm(DecisionForm):
    """Something that stands on words of the sentence."""

    words = fields.text("Words of the sentence")

    def clean_words(self) -> str:
        """Refuse words that are not there."""
        return fields.in_sentence(self.cleaned_data["words"], self.sentence.text)

    def clean(self) -> dict[str, Any]:
        """Ask for the words of what is added, by which a reader can find it."""
        if self.proposal is None and self.has_changed() and not self.cleaned_data.get("words"):
            self.add_error("words", "Copy the words from the sentence.")
        return self.cleaned_data


class NameForm(WordsForm):
    """A name: of a record, or of one to be created."""

    def is_new(self, verdict: str) -> bool:
        """Tell whether what is added has no record yet."""
        if self.proposal is None:
            return bool(self.cleaned_data["new_name"])
        return super().is_new(verdict)

    def words_of(self, values: Mapping[str, Any]) -> str:
        """Return the words that it stands on."""
        return values.get("words") or self._own_words()

    def _own_words(self) -> str:
        found = self.proposal.finding if self.proposal else None
        return self.sentence.text[found.start : found.end] if found else ""

    def prepare(self) -> None:
        """Begin with the words of the finding, and with what a new record would say."""
        if self.proposal:
            new = self.new_of(self.proposal.finding)
            self.initial = {"words": self._own_words(), **new, **self.initial}

    def new_of(self, finding: Any) -> dict[str, Any]:
        """Return what a new record would say."""
        raise NotImplementedError


class OrganizationForm(NameForm):
    """An organization."""

    CHANGED = ("organization", "words")
    CREATED = ("new_name", "new_kind", "new_country")
    TOLD: ClassVar[Mapping[str, str]] = {
        "name": "new_name", "kind": "new_kind", "country": "new_country",
    }  # fmt: skip
    organization = fields.reference("Organization", ClaimOrganization, "organization")
    new_name = fields.text("Name of the new organization")
    new_kind = fields.code("Kind", OrganizationKind)
    new_country = fields.country("Country")

    def new_of(self, finding: Any) -> dict[str, Any]:
        """Return what a new record would say."""
        return {
            "new_name": finding.name, "new_kind": finding.kind.value,
            "new_country": finding.country,
        }  # fmt: skip

    def picked(self, number: int) -> Final:
        """Make a decision for one of several candidates."""
        return OrganizationFinal(words=self._own_words(), organization=number)

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make a decision for a record of the register."""
        return OrganizationFinal(
            words=self.words_of(values), organization=fields.key_of(values["organization"])
        )

    def created(self, values: Mapping[str, Any]) -> Final:
        """Make a decision for a new record."""
        new = NewOrganization(
            name=values["new_name"], kind=values["new_kind"], country=values["new_country"]
        )
        return OrganizationFinal(words=self.words_of(values), new=new)


class WeaponSystemForm(NameForm):
    """A weapon system."""

    CHANGED = ("weapon_system", "words")
    CREATED = ("new_name", "new_category", "new_origin")
    TOLD: ClassVar[Mapping[str, str]] = {
        "designation": "new_name", "category": "new_category", "origin": "new_origin",
    }  # fmt: skip
    weapon_system = fields.reference("Weapon system", ClaimWeaponSystem, "weapon_system")
    new_name = fields.text("Designation of the new weapon system")
    new_category = fields.reference("Category", WeaponSystem, "category")
    new_origin = fields.country("Country of origin")

    def new_of(self, finding: Any) -> dict[str, Any]:
        """Return what a new record would say."""
        return {"new_name": finding.name, "new_category": finding.category}

    def picked(self, number: int) -> Final:
        """Make a decision for one of several candidates."""
        return WeaponSystemFinal(words=self._own_words(), weapon_system=number)

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make a decision for a record of the register."""
        return WeaponSystemFinal(
            words=self.words_of(values), weapon_system=fields.key_of(values["weapon_system"])
        )

    def created(self, values: Mapping[str, Any]) -> Final:
        """Make a decision for a new record."""
        new = NewWeaponSystem(
            designation=values["new_name"],
            category=fields.key_of(values["new_category"]) or "",
            origin=values["new_origin"],
        )
        return WeaponSystemFinal(words=self.words_of(values), new=new)
