"""One form for each proposal: accepted, changed, created or dropped.

A form only reads what was chosen; what may be stored is for the service to say.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from records.admin.labels import LabelsByModel
from records.admin.references import ReferenceSelect
from records.services.deciding.errors import FieldErrors
from records.services.deciding.finals import Final
from records.services.deciding.proposing import REQUIRED, Proposal

ACCEPT, CHANGE, CREATE, DROP, PICK = "accept", "change", "create", "drop", "pick-"


class Sentence:
    """What the forms of one page share: the text, its organizations, and the page's labels."""

    def __init__(
        self, text: str, organizations: Sequence[tuple[str, str]], labels: LabelsByModel
    ) -> None:
        """Take the organizations as proposals with their names."""
        self.text, self.organizations, self.labels = text, organizations, labels


class DecisionForm(forms.Form):
    """A proposal with the fields in which it can be changed; without one, something to add."""

    CHANGED: ClassVar[tuple[str, ...]] = ()
    """Fields that are shown for a change."""
    CREATED: ClassVar[tuple[str, ...]] = ()
    """Fields that are shown for what is new."""
    TOLD: ClassVar[Mapping[str, str]] = {}
    """Fields of the form by the service's names, where these differ."""

    verdict = forms.ChoiceField(required=False, widget=forms.RadioSelect)

    def __init__(
        self, data: Any, *, prefix: str, sentence: Sentence, proposal: Proposal | None = None
    ) -> None:
        """Take what was posted, or None."""
        self.sentence, self.proposal = sentence, proposal
        final = proposal.final if proposal else None
        super().__init__(data, prefix=prefix, initial=self.initial_of(final) if final else {})
        self.use_required_attribute = False
        self.prepare()
        if proposal is None:
            del self.fields["verdict"]
        else:
            choices: Any = self.fields["verdict"]
            choices.choices = list(self._verdicts(proposal))
        self._share_labels()

    def prepare(self) -> None:
        """Fill in what depends on the proposal or the sentence."""

    def initial_of(self, final: Any) -> dict[str, Any]:
        """Return what the fields hold at first."""
        return {name: getattr(final, name) for name in self.CHANGED}

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided of the values of the fields for a change."""
        raise NotImplementedError

    def created(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided of the values of the fields for what is new."""
        raise NotImplementedError

    @property
    def chosen(self) -> str:
        """Which decision was taken, empty when none was."""
        found = self.cleaned_data.get("verdict") if self.is_bound and self.is_valid() else ""
        return found or ""

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Group the fields by the decision for which they are shown."""
        both = ((CHANGE, self.CHANGED), (CREATE, self.CREATED))
        return [(name, [self[field] for field in fields]) for name, fields in both if fields]

    def final(self) -> Final | None:
        """Return what was decided: None for what is dropped, and for an addition left empty."""
        verdict = self.chosen
        if self.proposal is not None:
            if verdict == DROP:
                return None
            if verdict == ACCEPT:
                return self.proposal.final
            if verdict.startswith(PICK):
                return self.picked(int(verdict.removeprefix(PICK)))
        elif not self.has_changed():
            return None
        make = self.created if self.is_new(verdict) else self.made
        return make(self.cleaned_data)

    def is_new(self, verdict: str) -> bool:
        """Tell whether the fields for what is new count."""
        return verdict == CREATE

    def picked(self, number: int) -> Final:
        """Make a decision for one of several candidates."""
        raise NotImplementedError

    def full_clean(self) -> None:
        """Check only what counts: nobody corrects the fields of what they drop."""
        super().full_clean()
        if self.is_bound and self.proposal is not None:
            verdict = getattr(self, "cleaned_data", {}).get("verdict", "")
            kept = {CHANGE: self.CHANGED, CREATE: self.CREATED}.get(verdict, ())
            for name in self.errors.keys() - {*kept, "verdict", NON_FIELD_ERRORS}:
                del self.errors[name]

    def take(self, errors: FieldErrors) -> None:
        """Show the service's errors beside the fields they name, or else above them."""
        for name, found in errors.items():
            place = self.TOLD.get(name, name)
            self.add_error(place if place in self.fields and place != NON_FIELD_ERRORS else None,
                           found)  # fmt: skip

    @property
    def shown_errors(self) -> list[str]:
        """Errors that stand above the fields."""
        return [*self.errors.get("verdict", ()), *self.non_field_errors()]

    def _verdicts(self, proposal: Proposal) -> Iterable[tuple[str, str]]:
        if proposal.final is not None and not self._creates(proposal.final):
            yield ACCEPT, "Accept"
        for candidate in proposal.candidates[1:] and proposal.candidates:
            yield f"{PICK}{candidate.number}", candidate.name
        if self.CREATED:
            yield CREATE, "Create"
        yield CHANGE, "Choose another" if self.CREATED else "Change"
        if proposal.id not in REQUIRED:
            yield DROP, "Drop"

    def _creates(self, final: Final) -> bool:
        """Tell whether to accept it is to create a record, which the form has fields for."""
        return bool(self.CREATED) and getattr(final, "new", None) is not None

    def _share_labels(self) -> None:
        """Let references show their labels from the page's."""
        for name, field in self.fields.items():
            if isinstance(field.widget, ReferenceSelect):
                labels = self.sentence.labels[field.widget.field.remote_field.model]
                field.widget.labels = labels
                labels.want(self[name].value())
