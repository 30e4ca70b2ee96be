"""The form of a proposed agreement, with a form for each of its parties."""

from collections.abc import Mapping
from typing import Any, cast

from django.core.exceptions import ValidationError

from records.admin.proposals import fields
from records.admin.proposals.forms import CHANGE, DecisionForm
from records.enums import AgreementKind, AgreementStatus, PartyRole
from records.models import AgreementParty, ClaimAgreement
from records.services.deciding.errors import FieldErrors
from records.services.deciding.finals import AgreementFinal, Final, NewAgreement, Party

MORE_PARTIES = 3
"""Empty lines for parties that nobody proposed."""


class PartyForm(DecisionForm):
    """A party; without a role it is none."""

    CHANGED = ("role", "proposal_meant", "organization")
    role = fields.code("Role", PartyRole, empty="No party")
    proposal_meant = fields.choice("Organization of the sentence", ())
    organization = fields.reference("Or another organization", AgreementParty, "organization")

    def __init__(self, *args: Any, party: Party | None, **kwargs: Any) -> None:
        """Take the proposed party, if there is one."""
        self.party = party
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        """Offer the organizations of the sentence, and begin with what is proposed."""
        meant: Any = self.fields["proposal_meant"]
        meant.choices = [("", "—"), *self.sentence.organizations]
        if self.party:
            self.initial = {
                "role": self.party.role,
                "proposal_meant": self.party.proposal,
                "organization": self.party.organization,
            }

    def decided(self) -> Party | None:
        """Return the party, or None when the line is left out."""
        values = self.cleaned_data
        if not values["role"]:
            return None
        return Party(
            role=values["role"],
            organization=fields.key_of(values["organization"]),
            proposal=values["proposal_meant"],
        )


class AgreementForm(DecisionForm):
    """An agreement: one of the register, or a new one with its parties."""

    CHANGED = ("agreement", "kind", "status", "title", "value_amount", "value_currency")
    kind = fields.code("Kind", AgreementKind)
    status = fields.code("Status", AgreementStatus)
    agreement = fields.reference("One of the register", ClaimAgreement, "agreement")
    title = fields.text("Title of a new one")
    value_amount = fields.number("Amount")
    value_currency = fields.currency("Currency")

    def __init__(self, data: Any, **kwargs: Any) -> None:
        """Take the arguments of every decision's form."""
        super().__init__(data, **kwargs)
        proposed = self.proposal.final if self.proposal else None
        new = cast("AgreementFinal", proposed).new if proposed else None
        parties = [*(new.parties if new else ()), *[None] * MORE_PARTIES]
        self.parties = [
            PartyForm(data, prefix=f"{self.prefix}-party-{place}", sentence=self.sentence,
                      party=party)
            for place, party in enumerate(parties)
        ]  # fmt: skip

    def initial_of(self, final: AgreementFinal) -> dict[str, Any]:
        """Return what the fields hold at first."""
        new = final.new
        return {"kind": final.kind, "status": final.status} | (
            {"title": new.title, "value_amount": new.value_amount,
             "value_currency": new.value_currency} if new else {}
        )  # fmt: skip

    def is_valid(self) -> bool:
        """Check the parties, too, if they count."""
        valid: bool = super().is_valid()
        wrong = self._shows_parties and any(party.errors for party in self.parties)
        return valid and not wrong

    @property
    def _shows_parties(self) -> bool:
        """Tell whether the lines of the parties count, and are seen."""
        return self.proposal is None or self.cleaned_data.get("verdict") == CHANGE

    def has_changed(self) -> bool:
        """Tell whether anything was filled in."""
        return super().has_changed() or any(party.has_changed() for party in self.parties)

    def made(self, values: Mapping[str, Any]) -> Final:
        """Make what was decided."""
        number = fields.key_of(values["agreement"])
        decided = [party.decided() for party in self.parties]
        self._kept = [party for party, each in zip(self.parties, decided, strict=True) if each]
        new = NewAgreement(
            title=values["title"],
            parties=tuple(each for each in decided if each),
            value_amount=values["value_amount"],
            value_currency=values["value_currency"],
        )
        return AgreementFinal(
            kind=values["kind"],
            status=values["status"],
            agreement=number,
            new=None if number else new,
        )

    def take(self, errors: FieldErrors) -> None:
        """Show errors of parties beside them."""
        own = {name: found for name, found in errors.items() if not name.startswith("parties.")}
        super().take(own)
        kept = getattr(self, "_kept", self.parties)
        for name in errors.keys() - own.keys():
            _, place, *rest = name.split(".")
            kept[int(place)].take({rest[0] if rest else "role": errors[name]})
            if not self._shows_parties:
                self.add_error(None, ValidationError(errors[name]))
