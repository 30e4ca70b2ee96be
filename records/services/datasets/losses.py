"""Turns counts of losses into published claims."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from records.enums import ClaimRelationKind, MeasureMode, Modality, ReviewStatus
from records.ingest.datasets.losses import Count, Place, Statement
from records.models import (
    Citation,
    Claim,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    Measure,
    OwnedRow,
)
from records.services.datasets.finding import find_organization, find_source, find_state
from records.services.entering import Entry
from records.services.loading.loader import load_folder

LANGUAGE = "en"
PIECE = "C62"
"""UN/CEFACT Recommendation 20: one, what counted things are counted in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LossDataset:
    """A dataset of counts.

    `folder` has its sources and organizations, and its files if they are shipped. `sources` maps
    the files to the addresses of their sources. `countries` are those that every claim is about.
    """

    folder: Path
    read: Callable[[Path], Sequence[Statement]]
    sources: Mapping[str, str]
    speaker: str
    modality: Modality
    countries: tuple[str, ...]


class LossClaims:
    """Makes the claims of a dataset, whose sources and speaker it has found in the register."""

    def __init__(self, dataset: LossDataset) -> None:
        """Look for what claims name. Raises DatasetError for what only other commands load."""
        self.dataset = dataset
        self.states = {code: find_state(code) for code in dataset.countries}
        self.sources = self._find_sources()

    def _find_sources(self) -> dict[str, int]:
        found = ((file, find_source(url)) for file, url in self.dataset.sources.items())
        return {file: number for file, number in found if number is not None}

    def complete(self) -> None:
        """Create sources and speaker where they are missing. Raises LoadError, DatasetError."""
        dataset = self.dataset
        found = len(self.sources) == len(dataset.sources)
        if not found or find_organization(dataset.speaker) is None:
            load_folder(dataset.folder)
            self.sources = self._find_sources()
        self.speaker = find_organization(dataset.speaker)

    def make(self, statement: Statement, corrected: int | None) -> Entry:
        """Make the claim of a statement; `corrected` is the number of the one that it replaces."""
        dataset = self.dataset
        claim = Claim(
            text=statement.text,
            language=LANGUAGE,
            kind=statement.kind,
            modality=dataset.modality,
            said_by_id=self.speaker,
            occurred=statement.occurred,
            review_status=ReviewStatus.PUBLISHED,
        )
        codes = dict.fromkeys(each.counted.category for each in statement.counts)
        owned: dict[str, Sequence[OwnedRow]] = {
            "citations": [self._citation(place) for place in statement.places],
            "measures": [_measure(count, statement.period) for count in statement.counts],
            "organization_links": [
                ClaimOrganization(organization_id=self.states[code]) for code in statement.losers
            ],
            "category_links": [ClaimCategory(category_id=code) for code in codes if code],
            "country_links": [ClaimCountry(country=code) for code in dataset.countries],
        }
        if corrected is not None:
            kind = ClaimRelationKind.CORRECTS
            owned["relations"] = [ClaimRelation(kind=kind, other_id=corrected)]
        return claim, owned

    def _citation(self, place: Place) -> Citation:
        return Citation(source_id=self.sources[place.file], locator=place.locator)

    def known(self, places: Sequence[Place]) -> dict[Place, int]:
        """Find the claims that cite these places, whatever has become of them, in one query."""
        files = {number: file for file, number in self.sources.items()}
        rows = Citation.objects.filter(
            source_id__in=files, locator__in={place.locator for place in places}
        )
        found = rows.order_by("-claim").values_list("source_id", "locator", "claim_id")
        return {Place(files[source], locator): claim for source, locator, claim in found}


def _measure(count: Count, period: str) -> Measure:
    return Measure(
        metric=count.counted.metric,
        category_id=count.counted.category or None,
        object_words=count.words,
        mode=MeasureMode.ABSOLUTE,
        qualifier=count.qualifier,
        value=count.value,
        precision=count.precision,
        unit_code=PIECE,
        period=period,
    )
