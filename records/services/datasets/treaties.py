"""Turns treaties into published agreements, each with the claim that bears it out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError

from records.enums import AgreementStatus, ClaimKind, Modality, PartyRole, ReviewStatus
from records.ingest.datasets.uk_treaties import Treaty
from records.models import (
    Agreement,
    AgreementEvidence,
    AgreementMilestone,
    AgreementParty,
    Citation,
    Claim,
    ClaimAgreement,
    ClaimCountry,
    ClaimOrganization,
    OwnedRow,
)
from records.services.authorship import Authorship
from records.services.datasets.finding import find_organization, find_source, find_state
from records.services.datasets.loading import enter_all, refused
from records.services.loading.loader import load_folder
from records.services.owned import OwnedLists
from records.services.saving import save_record

LANGUAGE = "en"
KEEPER = "GB"
"""The state that the keeper belongs to: without it the reference data are missing."""


@dataclass(slots=True, kw_only=True)
class Treaties:
    """A register of treaties at an address, kept by an organization."""

    folder: Path
    treaties: Callable[[Path], Sequence[Treaty]]
    url: str
    keeper: str
    others: Sequence[str]
    _sources: tuple[int, ...] = ()
    _organizations: dict[str, int] = field(default_factory=dict)

    def read(self, path: Path) -> Sequence[Sequence[Treaty]]:
        """Return the treaties in one group. Raises DatasetError."""
        return (self.treaties(path),)

    def prepare(self) -> None:
        """Create source and parties where they are missing. Raises LoadError, DatasetError."""
        find_state(KEEPER)
        names = (self.keeper, *self.others)
        if not find_source(self.url) or not all(map(find_organization, names)):
            load_folder(self.folder)
        self._find_source()
        found = ((name, find_organization(name)) for name in names)
        self._organizations = {name: number for name, number in found if number is not None}

    def _find_source(self) -> None:
        number = find_source(self.url)
        self._sources = () if number is None else (number,)

    def known(self, items: Sequence[Treaty]) -> set[int]:
        """Tell which treaties a claim cites by their numbers."""
        if not self._sources:
            self._find_source()
        rows = Citation.objects.filter(
            source__in=self._sources, locator__in=[each.number for each in items]
        )
        cited = set(rows.values_list("locator", flat=True))
        return {place for place, each in enumerate(items) if each.number in cited}

    def store(self, items: Sequence[Treaty], authorship: Authorship) -> None:
        """Create agreements, then the claims about them, then what refers to the claims."""
        places = [each.number for each in items]
        parties = [list(dict.fromkeys(self._parties(each))) for each in items]
        agreements = [_agreement(each) for each in items]
        claims = [self._claim(each) for each in items]
        entries = zip(agreements, map(_signatories, parties), strict=True)
        enter_all(list(entries), places, authorship)
        links = map(self._links, items, agreements, parties)
        enter_all(list(zip(claims, links, strict=True)), places, authorship)
        for treaty, agreement, claim in zip(items, agreements, claims, strict=True):
            try:
                owned = _borne_out(treaty, claim)
                save_record(record=agreement, owned=owned, authorship=authorship)
            except ValidationError as error:
                raise refused(treaty.number, error) from error

    def _parties(self, treaty: Treaty) -> Iterator[int]:
        for code in treaty.states:
            if code not in self._organizations:
                self._organizations[code] = find_state(code)
            yield self._organizations[code]
        yield from (self._organizations[name] for name in treaty.organizations)

    def _claim(self, treaty: Treaty) -> Claim:
        return Claim(
            text=treaty.text,
            language=LANGUAGE,
            kind=ClaimKind.AGREEMENT_EVENT,
            modality=Modality.OFFICIAL_STATEMENT,
            said_by_id=self._organizations[self.keeper],
            occurred=treaty.occurred,
            review_status=ReviewStatus.PUBLISHED,
        )

    def _links(self, treaty: Treaty, agreement: Agreement, parties: Sequence[int]) -> OwnedLists:
        return {
            "citations": [Citation(source_id=self._sources[0], locator=treaty.number)],
            "agreement_links": [ClaimAgreement(agreement=agreement)],
            "organization_links": [ClaimOrganization(organization_id=each) for each in parties],
            "country_links": [ClaimCountry(country=code) for code in treaty.states],
        }


def _agreement(treaty: Treaty) -> Agreement:
    return Agreement(
        title=treaty.title,
        kind=treaty.kind,
        status=treaty.status,
        review_status=ReviewStatus.PUBLISHED,
    )


def _signatories(parties: Sequence[int]) -> OwnedLists:
    return {
        "parties": [
            AgreementParty(organization_id=each, role=PartyRole.SIGNATORY) for each in parties
        ]
    }


def _borne_out(treaty: Treaty, claim: Claim) -> OwnedLists:
    """Make the rows of an agreement that refer to its claim."""
    owned: dict[str, Sequence[OwnedRow]] = {
        "milestones": [
            AgreementMilestone(kind=kind, date=date, claim=claim)
            for kind, date in treaty.milestones
        ],
        "evidence": [AgreementEvidence(claim=claim, field=each) for each in _facts(treaty)],
    }
    return owned


def _facts(treaty: Treaty) -> Iterator[str]:
    """Name the fields that the claim speaks of."""
    yield "title"
    if treaty.states or treaty.organizations:
        yield "parties"
    if treaty.status != AgreementStatus.UNKNOWN:
        yield "status"
    if treaty.milestones:
        yield "milestones"
