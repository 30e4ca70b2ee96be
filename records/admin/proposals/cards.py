"""Proposals as they are shown, one by one and by kind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from records.admin.proposals.forms import ACCEPT, CHANGE, CREATE, DROP, PICK, DecisionForm
from records.services.deciding.proposing import Proposal

SURE = 0.8
"""Confidence from which a proposal counts as sure: four of five such were right."""

TITLES = {
    "kind": "Kind of claim",
    "modality": "Modality",
    "countries": "Countries",
    "organizations": "Organizations",
    "weapon_systems": "Weapon systems",
    "categories": "Categories",
    "measures": "Figures",
    "dates": "Dates",
    "speaker": "Speaker",
    "agreement": "Agreement",
    "subjects": "Not named",
    "earlier": "Earlier claim",
}


@dataclass(slots=True)
class Card:
    """A proposal as it is shown."""

    proposal: Proposal
    form: DecisionForm
    number: int
    words: list[str]
    """The words of the sentence, once for each place that says the same."""
    summary: str
    names: dict[str, str]
    """What candidates are called, by their numbers."""
    details: list[str] = field(default_factory=list)
    decision: str = ""
    """What was decided before, in words."""

    @property
    def anchor(self) -> str:
        """Id of the card on the page."""
        return anchor_of(self.proposal.id)

    @property
    def title(self) -> str:
        """How errors call it."""
        return f"{TITLES[self.proposal.group]}: {self.summary}"

    @property
    def has_errors(self) -> bool:
        """Tell whether something has to be put right here."""
        parties = getattr(self.form, "parties", ())
        return self.form.is_bound and any(form.errors for form in (self.form, *parties))

    @property
    def is_quoted(self) -> bool:
        """Tell whether its words are more telling than the whole sentence."""
        return any(self.words) and self.proposal.group not in {"kind", "modality"}

    @property
    def percent(self) -> int | None:
        """Confidence in percent."""
        return None if self.proposal.finding is None else round(100 * self._confidence)

    @property
    def is_unsure(self) -> bool:
        """Tell whether a person should look twice."""
        return self.proposal.finding is not None and self._confidence < SURE

    @property
    def is_sure(self) -> bool:
        """Tell whether it can be accepted along with others."""
        return self.proposal.finding is not None and not self.is_unsure

    @property
    def options(self) -> Iterator[tuple[Any, str, str]]:
        """Give each choice with its name and the key that makes it."""
        for option in self.form["verdict"]:
            value = str(option.data["value"])
            if value.startswith(PICK):
                yield option, self.names[value.removeprefix(PICK)], ""
            else:
                yield option, option.choice_label, _KEYS[value]

    @property
    def rule(self) -> str:
        """The rule that found it."""
        return self.proposal.finding.rule if self.proposal.finding else ""

    @property
    def _confidence(self) -> float:
        return self.proposal.finding.confidence if self.proposal.finding else 0.0


_KEYS = {ACCEPT: "a", CREATE: "n", CHANGE: "c", DROP: "d"}


@dataclass(slots=True)
class Group:
    """Proposals of one kind."""

    title: str
    cards: list[Card] = field(default_factory=list)


@dataclass(slots=True)
class Addable:
    """Empty forms for what was missed."""

    title: str
    forms: list[DecisionForm]

    @property
    def anchor(self) -> str:
        """Id of its place on the page."""
        return f"add-{self.title.lower().replace(' ', '-')}"

    @property
    def is_open(self) -> bool:
        """Tell whether something was filled in."""
        return any(form.is_bound and form.has_changed() for form in self.forms)

    @property
    def has_errors(self) -> bool:
        """Tell whether something has to be put right here."""
        return any(form.is_bound and form.has_changed() and form.errors for form in self.forms)


def anchor_of(proposal: str) -> str:
    """Return the id under which a proposal stands on the page."""
    return f"p-{proposal.replace('.', '-')}"
