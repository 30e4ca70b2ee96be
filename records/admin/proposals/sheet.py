"""The page of one reading: its sentence, its proposals with their forms, and what to add."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString

from records.admin.codes import code_lists
from records.admin.labels import LabelsByModel
from records.admin.proposals.agreement import AgreementForm
from records.admin.proposals.forms import ACCEPT, CREATE, PICK, DecisionForm, Sentence
from records.admin.proposals.kinds import (
    CategoryForm,
    CountryForm,
    DateForm,
    KindForm,
    MeasureForm,
    ModalityForm,
    RelationForm,
    SpeakerForm,
    SubjectForm,
)
from records.admin.proposals.names import OrganizationForm, WeaponSystemForm
from records.admin.proposals.spans import NAMES, Mark, marked
from records.admin.proposals.told import Teller
from records.models import Reading
from records.services.deciding.deciding import ADDED
from records.services.deciding.errors import OF_THE_CLAIM, DecidingError
from records.services.deciding.finals import Final
from records.services.deciding.proposing import Proposal, propose

SURE = 0.8
"""Confidence from which a proposal counts as sure: four of five such were right."""

FORMS: dict[str, type[DecisionForm]] = {
    "kind": KindForm,
    "modality": ModalityForm,
    "countries": CountryForm,
    "organizations": OrganizationForm,
    "weapon_systems": WeaponSystemForm,
    "categories": CategoryForm,
    "measures": MeasureForm,
    "dates": DateForm,
    "speaker": SpeakerForm,
    "agreement": AgreementForm,
    "subjects": SubjectForm,
    "earlier": RelationForm,
}

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

ROOM = {"countries": 4, "organizations": 2, "weapon_systems": 2, "categories": 2, "measures": 2,
        "dates": 2, "speaker": 1, "agreement": 1}  # fmt: skip
"""How many things of a kind can be added; the claim's form has no such limit."""

ONCE = ("speaker", "agreement")
"""What is added only where none was proposed."""


@dataclass(slots=True)
class Card:
    """A proposal as it is shown."""

    proposal: Proposal
    form: DecisionForm
    number: int
    words: str
    summary: str
    names: dict[str, str]
    """What candidates are called, by their numbers."""

    @property
    def anchor(self) -> str:
        """Id of the card on the page."""
        return anchor_of(self.proposal.id)

    @property
    def title(self) -> str:
        """How errors call it."""
        return f"{TITLES[self.proposal.group]}: {self.summary}"

    @property
    def is_quoted(self) -> bool:
        """Tell whether its words are more telling than the whole sentence."""
        return bool(self.words) and self.proposal.group not in {"kind", "modality"}

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


_KEYS = {ACCEPT: "a", CREATE: "n", "change": "c", "drop": "d"}


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
    def is_open(self) -> bool:
        """Tell whether something was filled in."""
        return any(form.is_bound and form.has_changed() for form in self.forms)


class Sheet:
    """Everything that the page of a reading shows, and what was posted from it."""

    def __init__(self, reading: Reading, data: Any = None) -> None:
        """Take the reading with its claim, and what was posted."""
        self.reading, self.labels = reading, LabelsByModel()
        self.proposals = propose(reading)
        text = reading.claim.text
        self.sentence = Sentence(text, list(self._organizations()), self.labels)
        self.teller = Teller(self.labels, dict(self.sentence.organizations))
        self.forms = {
            key: FORMS[each.group](
                data, prefix=anchor_of(key), sentence=self.sentence, proposal=each
            )
            for key, each in self.proposals.items()
        }
        self.additions = [
            Addable(TITLES[group], [
                FORMS[group](data, prefix=f"{ADDED}-{group}-{place}", sentence=self.sentence)
                for place in range(room)
            ])
            for group, room in ROOM.items()
            if group not in ONCE or group not in self.proposals
        ]  # fmt: skip
        self.problems: list[str] = []
        for each in self.proposals.values():
            self.teller.want(each)

    def is_valid(self) -> bool:
        """Tell whether everything that counts can be read."""
        return all([form.is_valid() for form in self._all_forms()])  # noqa: C419 each is checked

    def decisions(self) -> dict[str, Final | None]:
        """Return what was decided on each proposal; those left open are missing."""
        return {key: form.final() for key, form in self.forms.items() if form.chosen}

    def added(self) -> list[tuple[DecisionForm, Final]]:
        """Return what was added, with the forms in which it stands."""
        forms = (form for each in self.additions for form in each.forms)
        return [(form, final) for form in forms if (final := form.final()) is not None]

    def take(self, error: DecidingError) -> None:
        """Show what the service refused beside the proposals that it is about."""
        added = [form for form, _ in self.added()]
        for proposal, errors in error.errors.items():
            if proposal == OF_THE_CLAIM:
                self.problems += [message for found in errors.values()
                                  for each in found for message in each.messages]  # fmt: skip
            elif proposal in self.forms:
                self.forms[proposal].take(errors)
            else:
                added[int(proposal.rpartition(".")[2])].take(errors)

    @cached_property
    def cards(self) -> list[Card]:
        """The proposals in order, numbered within their kind."""
        numbers: dict[str, int] = {}
        cards = []
        for key, each in self.proposals.items():
            number = numbers[each.group] = numbers.get(each.group, 0) + 1
            names = {str(candidate.number): self.teller.candidate(each.group, candidate)
                     for candidate in each.candidates}  # fmt: skip
            words, told = self._words(each), self._told(each)
            cards.append(Card(each, self.forms[key], number, words, told, names))
        return cards

    @property
    def groups(self) -> list[Group]:
        """The proposals by kind."""
        groups = {title: Group(title) for title in TITLES.values()}
        for card in self.cards:
            groups[TITLES[card.proposal.group]].cards.append(card)
        return [group for group in groups.values() if group.cards]

    @property
    def marked(self) -> SafeString:
        """The sentence with its findings."""
        found = [(card, card.proposal.finding) for card in self.cards]
        return marked(self.sentence.text, [
            Mark(finding.start, finding.end, card.anchor, card.proposal.group, card.number)
            for card, finding in found if finding and card.proposal.group in NAMES
        ])  # fmt: skip

    @property
    def wrong(self) -> list[Card]:
        """The proposals that have errors."""
        return [card for card in self.cards if card.form.is_bound and card.form.errors]

    @property
    def code_lists(self) -> list[Any]:
        """The lists from which fields suggest."""
        added = [form for each in self.additions for form in each.forms]
        return list(code_lists([*self.forms.values(), *added]))

    @property
    def media(self) -> Any:
        """Scripts and styles of the search fields."""
        return OrganizationForm(None, prefix="", sentence=self.sentence).media

    def _all_forms(self) -> list[DecisionForm]:
        added = [form for each in self.additions for form in each.forms if self._counts(form)]
        return [*self.forms.values(), *added]

    @staticmethod
    def _counts(form: DecisionForm) -> bool:
        return not form.is_bound or form.has_changed()

    def _organizations(self) -> Iterator[tuple[str, str]]:
        for key, each in self.proposals.items():
            if each.group == "organizations":
                yield key, f"“{self._words(each)}”"

    def _words(self, proposal: Proposal) -> str:
        found = proposal.finding
        return self.reading.claim.text[found.start : found.end] if found else ""

    def _told(self, proposal: Proposal) -> str:
        if proposal.final is not None:
            return self.teller.tell(proposal.final)
        if proposal.candidates:
            return "It can mean several records: choose one."
        return proposal.why_open or "The register does not know it."


def anchor_of(proposal: str) -> str:
    """Return the id under which a proposal stands on the page."""
    return f"p-{proposal.replace('.', '-')}"
