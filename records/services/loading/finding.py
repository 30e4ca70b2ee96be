"""Looks in the register for what files name."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from records.enums import IdentifierScheme, OrganizationKind
from records.models import Category, Claim, Organization, Record, Source
from records.services.loading.drafts import Draft, Key
from records.services.loading.parsing import is_country
from records.services.loading.shapes import KEYS
from records.values.public_ids import format_public_id


@dataclass(slots=True)
class Finder:
    """Remembers the primary key of everything that was found or stored.

    `places` are the locators that the files give claims; `doubtful` has the keys that more than
    one record answers to, with the public ids.
    """

    places: frozenset[str]
    numbers: dict[Key, Any] = field(default_factory=dict)
    doubtful: dict[Key, str] = field(default_factory=dict)

    def find(self, key: Key, draft: Draft | None = None) -> bool:
        """Look for a record or category; a draft also gives what it is known by second."""
        if key in self.numbers:
            return True
        found = self._find(key, draft)
        if found:
            self.numbers[key] = found[0]
        if len(found) > 1:
            model: type[Record] = key.model  # type: ignore[assignment] # codes are unique
            ids = (format_public_id(model.record_type, number) for number in found)
            self.doubtful[key] = ", ".join(ids)
        return bool(found)

    def _find(self, key: Key, draft: Draft | None) -> list[Any]:
        if key.model is Category:
            return list(Category.objects.filter(code=key.parts[0]).values_list("pk", flat=True))
        if key.model is Claim:
            return self._find_claim(key, draft)
        if is_country(key):
            return _numbers(state(key.parts[0]))
        model: type[Record] = key.model  # type: ignore[assignment] # what is no category
        found = _numbers(model.objects.filter(**{KEYS[model]: key.parts[0]}))
        digest = draft.own.columns.get("sha256") if draft and model is Source else None
        return found or (_numbers(Source.objects.filter(sha256=digest)) if digest else [])

    def _find_claim(self, key: Key, draft: Draft | None) -> list[Any]:
        """Find a claim by the place it cites, or else by its text and its source."""
        title, locator = key.parts
        source = Key(Source, (title,))
        if not self.find(source):
            return []
        citing = Claim.objects.filter(
            citations__source=self.numbers[source], citations__locator=locator
        )
        text = draft.own.columns.get("text") if draft else None
        if text and not citing.exists():
            alike = Claim.objects.filter(citations__source=self.numbers[source], text=text)
            citing = alike.exclude(citations__locator__in=self.places)
        return _numbers(citing)

    def known(self, model: "type[models.Model]") -> list[str]:
        """List what the register holds, by name, to suggest one of it."""
        column = KEYS[model] if issubclass(model, Record) else "code"
        return [] if model is Claim else list(model._default_manager.values_list(column, flat=True))


def state(code: str) -> "QuerySet[Record]":
    """Find a state by its identifier, or by kind and country when it has lost that."""
    identified = Organization.objects.filter(
        identifiers__scheme=IdentifierScheme.ISO3166, identifiers__value=code
    )
    if identified.exists():
        return identified
    return Organization.objects.filter(Q(kind=OrganizationKind.STATE), country=code)


def _numbers(records: "QuerySet[Record]") -> list[Any]:
    return list(records.order_by("pk").values_list("pk", flat=True).distinct())
