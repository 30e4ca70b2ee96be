"""What is compared of a record, read with few queries for a whole type."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet

from records.analysis.duplicates.words import words_of
from records.enums import NameKind, ReviewStatus
from records.models import (
    Agreement,
    AgreementParty,
    Claim,
    ClaimOrganization,
    Organization,
    OrganizationIdentifier,
    OrganizationName,
    Record,
    WeaponSystem,
    WeaponSystemIdentifier,
    WeaponSystemManufacturer,
    WeaponSystemName,
)

Words = tuple[str, ...]

_CLOSED = (ReviewStatus.REJECTED, ReviewStatus.RETRACTED, ReviewStatus.MERGED)
_NO_NAMES = (NameKind.ADJECTIVE, NameKind.DEMONYM, NameKind.FORMER)


@dataclass(frozen=True, slots=True)
class Profile:
    """A record as it is compared.

    `identifiers` are `scheme:value`. `linked` are numbers of organizations that it names.
    `earliest` and `latest` bound its date, where it has one.
    """

    number: int
    names: tuple[Words, ...]
    country: str = ""
    site: str = ""
    identifiers: frozenset[str] = frozenset()
    linked: frozenset[int] = frozenset()
    earliest: date | None = None
    latest: date | None = None


@dataclass(slots=True)
class _Lists:
    """Values by the number of the record that they belong to."""

    values: dict[int, list[Any]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, rows: "Iterable[tuple[int, Any]]") -> "_Lists":
        lists = cls()
        for number, value in rows:
            lists.values[number].append(value)
        return lists

    def get(self, number: int) -> list[Any]:
        return self.values.get(number, [])


def profiles_of(model: type[Record]) -> list[Profile]:
    """Read the profiles of all records of a type that can be merged."""
    return _READERS[model](model.objects.exclude(review_status__in=_CLOSED).order_by("pk"))


def _organizations(rows: "QuerySet[Any]") -> list[Profile]:
    names, identifiers = _names(OrganizationName), _identifiers(OrganizationIdentifier)
    return [
        Profile(
            number,
            _words([name, *names.get(number)]),
            country=country,
            site=_site(website),
            identifiers=frozenset(identifiers.get(number)),
        )
        for number, name, country, website in rows.values_list("pk", "name", "country", "website")
    ]


def _weapon_systems(rows: "QuerySet[Any]") -> list[Profile]:
    names, identifiers = _names(WeaponSystemName), _identifiers(WeaponSystemIdentifier)
    makers = _Lists.of(_pairs(WeaponSystemManufacturer, "weapon_system_id", "organization_id"))
    return [
        Profile(
            number,
            _words([designation, *names.get(number)]),
            country=origin,
            identifiers=frozenset(identifiers.get(number)),
            linked=frozenset(makers.get(number)),
        )
        for number, designation, origin in rows.values_list("pk", "designation", "origin")
    ]


def _agreements(rows: "QuerySet[Any]") -> list[Profile]:
    parties = _Lists.of(_pairs(AgreementParty, "agreement_id", "organization_id"))
    columns = ("pk", "title", "place", "signed_earliest", "signed_latest")
    return [
        Profile(
            number,
            _words([title]),
            country=place,
            linked=frozenset(parties.get(number)),
            earliest=earliest,
            latest=latest,
        )
        for number, title, place, earliest, latest in rows.values_list(*columns)
    ]


def _claims(rows: "QuerySet[Any]") -> list[Profile]:
    about = _Lists.of(_pairs(ClaimOrganization, "claim_id", "organization_id"))
    columns = ("pk", "text", "occurred_earliest", "occurred_latest")
    return [
        Profile(
            number,
            _words([text]),
            linked=frozenset(about.get(number)),
            earliest=earliest,
            latest=latest,
        )
        for number, text, earliest, latest in rows.values_list(*columns)
    ]


_READERS: dict[type[Record], Callable[[Any], list[Profile]]] = {
    Organization: _organizations,
    WeaponSystem: _weapon_systems,
    Agreement: _agreements,
    Claim: _claims,
}

COMPARED = tuple(_READERS)
"""Types of records among which duplicates are looked for."""


def _pairs(model: type[Any], *columns: str) -> Any:
    return model.objects.order_by().values_list(*columns).iterator()


def _names(model: type[Any]) -> _Lists:
    rows = model.objects.exclude(kind__in=_NO_NAMES).order_by()
    return _Lists.of(rows.values_list(f"{model.owner}_id", "text").iterator())


def _identifiers(model: type[Any]) -> _Lists:
    rows = _pairs(model, f"{model.owner}_id", "scheme", "value")
    return _Lists.of((number, f"{scheme}:{value}") for number, scheme, value in rows)


def _words(names: Iterable[str]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words for name in names if (words := words_of(name))))


def _site(website: str) -> str:
    """Take the host of an address, without `www.`."""
    return (urlsplit(website).hostname or "").removeprefix("www.")
