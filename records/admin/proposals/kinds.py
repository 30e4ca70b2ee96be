"""The forms of proposals, a class for each kind of finding."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, cast

from records.admin.proposals import fields
from records.admin.proposals.forms import DecisionForm
from records.admin.proposals.names import WordsForm
from records.enums import (
    ClaimKind,
    ClaimRelationKind,
    MeasureMode,
    Metric,
    Modality,
    Qualifier,
    Superlative,
    TemporalMode,
    Unresolved,
)
from records.models import (
    Claim,
    ClaimCategory,
    ClaimOrganization,
)
from records.services.deciding.finals import (
    CategoryFinal,
    CountryFinal,
    DateFinal,
    Final,
    KindFinal,
    MeasureFinal,
    ModalityFinal,
    RelationFinal,
    SpeakerFinal,
    SubjectFinal,
)

USES = (
    ("occurred", "When it happened"),
    ("due", "When it is due"),
    ("other", "Something else in the sentence"),
)
"""What a date can be the date of."""

DIRECTIONS = (("", "—"), ("increase", "Increase"), ("decrease", "Decrease"))


class KindForm(DecisionForm):
    """What the claim reports."""

    CHANGED = ("kind",)
    kind = fields.code("Kind", ClaimKind)

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        return KindFinal(kind=values["kind"])


class ModalityForm(DecisionForm):
    """How firmly it is stated."""

    CHANGED = ("modality",)
    modality = fields.code("Modality", Modality)

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        return ModalityFinal(modality=values["modality"])


class CountryForm(DecisionForm):
    """A country."""

    CHANGED = ("country",)
    country = fields.country("Country")

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        return CountryFinal(country=values["country"])


class CategoryForm(DecisionForm):
    """A category of equipment."""

    CHANGED = ("category",)
    category = fields.reference("Category", ClaimCategory, "category")

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        return CategoryFinal(category=fields.key_of(values["category"]) or "")


class MeasureForm(WordsForm):
    """A figure."""

    CHANGED = (
        "metric", "mode", "qualifier", "value", "value_min", "value_max", "unit", "unit_words",
        "currency", "direction", "superlative", "temporal_mode", "words",
    )  # fmt: skip
    TOLD: ClassVar[Mapping[str, str]] = {"object_words": "unit_words"}
    metric = fields.code("Metric", Metric)
    mode = fields.code("How to read it", MeasureMode)
    qualifier = fields.code("Qualifier", Qualifier)
    value = fields.number("Value")
    value_min = fields.number("Lowest")
    value_max = fields.number("Highest")
    unit = fields.text("Unit, in the singular")
    unit_words = fields.text("Unit in words")
    currency = fields.currency("Currency")
    direction = fields.choice("Direction", DIRECTIONS)
    superlative = fields.code("Superlative", Superlative)
    temporal_mode = fields.code("Actual or to come", TemporalMode)

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided; the precision stays with the figure that it belongs to."""
        final = MeasureFinal(**{name: values[name] for name in self.CHANGED})
        proposed = cast("MeasureFinal | None", self.proposal and self.proposal.final)
        if proposed and proposed.value == final.value:
            return replace(final, precision=proposed.precision)
        return final


class DateForm(WordsForm):
    """Words that say when."""

    CHANGED = ("use", "edtf", "unresolved", "words")
    use = fields.choice("What it is the date of", USES)
    edtf = fields.date("Date")
    unresolved = fields.code("Why there is no date", Unresolved)

    def prepare(self) -> None:
        """Begin with a date of the claim itself."""
        self.initial.setdefault("use", "occurred")

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        return DateFinal(**{name: values[name] for name in self.CHANGED})


class SpeakerForm(DecisionForm):
    """Who says it."""

    CHANGED = ("name", "title", "proposal_meant", "organization")
    name = fields.text("Name")
    title = fields.text("Office")
    proposal_meant = fields.choice("Speaks for", ())
    organization = fields.reference("Or for another organization", Claim, "said_by")

    def prepare(self) -> None:
        """Offer the organizations of the sentence."""
        meant: Any = self.fields["proposal_meant"]
        meant.choices = [("", "—"), *self.sentence.organizations]

    def initial_of(self, final: SpeakerFinal) -> dict[str, Any]:
        """Return what the fields hold at first."""
        return {"name": final.name, "title": final.title, "proposal_meant": final.proposal}

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        return SpeakerFinal(
            name=values["name"],
            title=values["title"],
            organization=fields.key_of(values["organization"]),
            proposal=values["proposal_meant"],
        )


class SubjectForm(DecisionForm):
    """Whom words such as “the company” mean."""

    CHANGED = ("organization",)
    organization = fields.reference("Organization", ClaimOrganization, "organization")

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        return SubjectFinal(organization=fields.key_of(values["organization"]))


class RelationForm(DecisionForm):
    """How the claim stands to the earlier one."""

    CHANGED = ("kind",)
    kind = fields.code("Relation", ClaimRelationKind)

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        return RelationFinal(kind=values["kind"])
