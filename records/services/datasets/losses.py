"""Turns counts of losses into published claims."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from records.enums import ClaimRelationKind, MeasureMode, Modality, ReviewStatus
from records.ingest.datasets.errors import DatasetError
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
from records.services.authorship import Authorship
from records.services.datasets.finding import find_organization, find_source, find_state
from records.services.datasets.loading import enter_all
from records.services.entering import Entry
from records.services.loading.loader import load_folder

LANGUAGE = "en"
LOSER = "RU"
"""A state whose losses every dataset counts: without it the reference data are missing."""
PIECE = "C62"
"""UN/CEFACT Recommendation 20: one, what counted things are counted in."""

Key = tuple[int, str]
"""A place in the register: the source by number, 0 before it is there, and the locator."""


@dataclass(slots=True, kw_only=True)
class Losses:
    """A dataset of counts.

    `urls` maps its files to the addresses of their sources. `countries` are those that every claim
    is about, beside the states whose losses it counts.
    """

    folder: Path
    statements: Callable[[Path], Sequence[Statement]]
    urls: Mapping[str, str]
    speaker: str
    modality: Modality
    countries: tuple[str, ...] = ()
    _sources: dict[str, int] = field(default_factory=dict)
    _states: dict[str, int] = field(default_factory=dict)
    _speaker: int | None = None

    def read(self, path: Path) -> Sequence[Sequence[Statement]]:
        """Return what is stated, then what corrects it. Raises DatasetError."""
        statements = self.statements(path)
        self._sources = self._find_sources()
        self._check_places(statements)
        return (
            [each for each in statements if not each.corrects],
            [each for each in statements if each.corrects],
        )

    def _check_places(self, statements: Sequence[Statement]) -> None:
        """Refuse statements that nothing tells apart, since the sources of their files are one."""
        stated: dict[Key, Place] = {}
        for place in (each.places[0] for each in statements):
            other = stated.setdefault(self._key(place), place)
            if place.file in self._sources and other != place:
                raise DatasetError(
                    f"{other.file} and {place.file} have one source since theirs were merged, so "
                    f"{place.locator} is one place of different statements; undo the merge."
                )

    def _key(self, place: Place) -> Key:
        return self._sources.get(place.file, 0), place.locator

    def prepare(self) -> None:
        """Create sources and speaker where they are missing. Raises LoadError, DatasetError."""
        self._state(LOSER)
        if len(self._find_sources()) < len(self.urls) or not find_organization(self.speaker):
            load_folder(self.folder)
        self._sources = self._find_sources()
        self._speaker = find_organization(self.speaker)

    def _state(self, code: str) -> int:
        if code not in self._states:
            self._states[code] = find_state(code)
        return self._states[code]

    def _find_sources(self) -> dict[str, int]:
        found = ((file, find_source(url)) for file, url in self.urls.items())
        return {file: number for file, number in found if number is not None}

    def known(self, items: Sequence[Statement]) -> set[int]:
        """Tell which statements a claim cites by their first place."""
        keys = [self._key(each.places[0]) for each in items]
        found = self._claims(keys)
        return {place for place, key in enumerate(keys) if key in found}

    def _claims(self, keys: Sequence[Key]) -> dict[Key, int]:
        """Find the claims that cite these places, the first of several, in one query."""
        rows = Citation.objects.filter(
            source_id__in=self._sources.values(), locator__in={locator for _, locator in keys}
        )
        found = rows.order_by("-claim").values_list("source_id", "locator", "claim_id")
        return {(source, locator): claim for source, locator, claim in found}

    def store(self, items: Sequence[Statement], authorship: Authorship) -> None:
        """Create the claims. Raises DatasetError."""
        corrected = self._claims([self._key(each.corrects) for each in items if each.corrects])
        entries = [self._entry(each, corrected) for each in items]
        enter_all(entries, [", ".join(each.places[0]) for each in items], authorship)

    def _entry(self, statement: Statement, corrected: Mapping[Key, int]) -> Entry:
        claim = Claim(
            text=statement.text,
            language=LANGUAGE,
            kind=statement.kind,
            modality=self.modality,
            said_by_id=self._speaker,
            occurred=statement.occurred,
            review_status=ReviewStatus.PUBLISHED,
        )
        countries = dict.fromkeys((*statement.losers, *self.countries))
        codes = dict.fromkeys(each.counted.category for each in statement.counts)
        owned: dict[str, Sequence[OwnedRow]] = {
            "citations": [
                Citation(source_id=source, locator=locator)
                for source, locator in dict.fromkeys(map(self._key, statement.places))
            ],
            "measures": [_measure(count, statement.period) for count in statement.counts],
            "organization_links": [
                ClaimOrganization(organization_id=self._state(code)) for code in statement.losers
            ],
            "category_links": [ClaimCategory(category_id=code) for code in codes if code],
            "country_links": [ClaimCountry(country=code) for code in countries],
        }
        if statement.corrects:
            other = corrected[self._key(statement.corrects)]
            owned["relations"] = [ClaimRelation(kind=ClaimRelationKind.CORRECTS, other_id=other)]
        return claim, owned


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
