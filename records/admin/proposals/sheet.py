"""The page of one reading: its sentence, its proposals with their forms, and what to add."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString

from records.admin.codes import code_lists
from records.admin.labels import LabelsByModel
from records.admin.proposals.agreement import AgreementForm
from records.admin.proposals.cards import TITLES, Addable, Card, Group, anchor_of
from records.admin.proposals.following import followed, leaders
from records.admin.proposals.forms import DecisionForm, Sentence
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
from records.services.deciding.finals import Final, read_final
from records.services.deciding.proposing import Proposal, propose

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

ROOM = {"countries": 4, "organizations": 2, "weapon_systems": 2, "categories": 2, "measures": 2,
        "dates": 2, "speaker": 1, "agreement": 1}  # fmt: skip
"""How many things of a kind can be added; the claim's form has no such limit."""

ONCE = ("speaker", "agreement")
"""What is added only where none was proposed."""


class Sheet:
    """Everything that the page of a reading shows, and what was posted from it."""

    def __init__(self, reading: Reading, data: Any = None) -> None:
        """Take the reading with its claim, and what was posted."""
        self.reading, self.labels = reading, LabelsByModel()
        self.proposals = propose(reading)
        self._leaders = leaders(self.proposals)
        text = reading.text
        self.sentence = Sentence(text, list(self._organizations()), self.labels)
        self.teller = Teller(self.labels, dict(self.sentence.organizations))
        self.forms = {
            key: FORMS[each.group](
                data, prefix=anchor_of(key), sentence=self.sentence, proposal=each
            )
            for key, each in self.proposals.items() if self._leaders[key] == key
        }  # fmt: skip
        self.additions = [
            Addable(TITLES[group], [
                FORMS[group](data, prefix=f"{ADDED}-{group}-{place}", sentence=self.sentence)
                for place in range(room)
            ])
            for group, room in ROOM.items()
            if group not in ONCE or group not in self.proposals
        ]  # fmt: skip
        self.problems: list[str] = []
        self._decided = {entry["id"]: entry for entry in reading.decisions}
        for each in self.proposals.values():
            self.teller.want(each)

    def is_valid(self) -> bool:
        """Tell whether everything that counts can be read."""
        return all([form.is_valid() for form in self._all_forms()])  # noqa: C419 each is checked

    def decisions(self) -> dict[str, Final | None]:
        """Return what was decided on each proposal; those left open are missing."""
        decided = {key: form.final() for key, form in self.forms.items() if form.chosen}
        return {
            key: followed(self.proposals[key], decided[leader]) if key != leader else decided[key]
            for key, leader in self._leaders.items() if leader in decided
        }  # fmt: skip

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
            elif proposal in self._leaders:
                self.forms[self._leaders[proposal]].take(errors)
            else:
                added[int(proposal.rpartition(".")[2])].take(errors)

    @cached_property
    def cards(self) -> list[Card]:
        """The proposals in order, numbered within their kind."""
        numbers: dict[str, int] = {}
        cards = []
        for key in self.forms:
            each = self.proposals[key]
            number = numbers[each.group] = numbers.get(each.group, 0) + 1
            names = {str(candidate.number): self.teller.candidate(each.group, candidate)
                     for candidate in each.candidates}  # fmt: skip
            cards.append(
                Card(
                    proposal=each,
                    form=self.forms[key],
                    number=number,
                    words=self._all_words(key),
                    summary=self._told(each),
                    names=names,
                    details=self.teller.details(each.final),
                    decision=self._decision(key, each.group),
                )
            )
        return cards

    @cached_property
    def added_before(self) -> list[str]:
        """What somebody added who has decided on the proposals."""
        return [
            self.teller.tell(read_final(entry["group"], entry["final"]))
            for entry in self.reading.decisions if entry["decision"] == ADDED
        ]  # fmt: skip

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
        cards = {card.proposal.id: card for card in self.cards}
        found = [(cards[leader], self.proposals[key].finding)
                 for key, leader in self._leaders.items()]  # fmt: skip
        return marked(self.sentence.text, [
            Mark(finding.start, finding.end, card.anchor, card.proposal.group, card.number)
            for card, finding in found if finding and card.proposal.group in NAMES
        ])  # fmt: skip

    @property
    def wrong(self) -> list[Card]:
        """The proposals that have errors."""
        return [card for card in self.cards if card.has_errors]

    @property
    def has_errors(self) -> bool:
        """Tell whether anything keeps the decisions from being stored."""
        added = any(each.has_errors for each in self.additions)
        return bool(self.problems or self.wrong or added)

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

    def _decision(self, key: str, group: str) -> str:
        """Say what was decided on a proposal, if it was."""
        entry = self._decided.get(key)
        if entry is None:
            return ""
        verdict = str(entry["decision"]).capitalize()
        if entry["decision"] != "changed":
            return verdict
        return f"{verdict}: {self.teller.tell(read_final(group, entry['final']))}"

    def _words(self, proposal: Proposal) -> str:
        found = proposal.finding
        return self.reading.text[found.start : found.end] if found else ""

    def _all_words(self, leader: str) -> list[str]:
        words = [self._words(self.proposals[key])
                 for key, first in self._leaders.items() if first == leader]  # fmt: skip
        return list(dict.fromkeys(words))

    def _told(self, proposal: Proposal) -> str:
        if proposal.final is not None:
            return self.teller.tell(proposal.final)
        if proposal.candidates:
            return "It can mean several records: choose one."
        return proposal.why_open or "The register does not know it."
