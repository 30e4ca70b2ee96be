"""Filters by codes."""

import re
from collections.abc import Sequence
from typing import Any

from django.db.models import Q, TextChoices

from records.api.filters.asked import Asked
from records.api.filters.bad_values import BadValueError, unlisted
from records.api.filters.base import JsonSchema, RecordFilter
from records.values.codes import COUNTRIES, CURRENCIES, is_language
from records.values.quoting import quote

MAX_TAG = 35
_TAG = "^[A-Za-z]+([-_][A-Za-z0-9]+)*$"
_UNIT = re.compile(r"[A-Z0-9]{2,3}")
UNIT_SCHEMA: JsonSchema = {"type": "string", "pattern": f"^{_UNIT.pattern}$", "example": "TNE"}


class ChoiceFilter(RecordFilter):
    """Codes of one vocabulary."""

    def __init__(
        self, choices: type[TextChoices], field_name: str | None = None, **kwargs: Any
    ) -> None:
        """Name the vocabulary."""
        super().__init__(field_name, **kwargs)
        self.choices = choices

    @property
    def vocabulary(self) -> type[TextChoices]:
        """The enumeration."""
        return self.choices

    def parse(self, text: str) -> str:
        """Accept a code of the vocabulary."""
        if text not in self.choices.values:
            raise unlisted("invalid_choice", text, self.choices.values)
        return text

    def schema(self) -> JsonSchema:
        """List the codes."""
        codes = list(self.choices.values)
        return {"type": "string", "enum": codes, "example": codes[0]}


class CountryFilter(RecordFilter):
    """Countries by ISO 3166-1 alpha-2 code."""

    def parse(self, text: str) -> str:
        """Accept a code."""
        return country(text)

    def only(self, value: Sequence[str], asked: Asked) -> tuple[str, str] | None:
        """Give the one code."""
        del asked
        return (str(self.field_name), value[0]) if len(value) == 1 else None

    def schema(self) -> JsonSchema:
        """Describe the code's form."""
        return {"type": "string", "pattern": "^[A-Z]{2}$", "example": "UA"}


def country(text: str) -> str:
    """Accept an ISO 3166-1 alpha-2 code."""
    if text in COUNTRIES:
        return text
    hint = f"Write {text.upper()}." if text.upper() in COUNTRIES else "Write a code such as UA."
    raise BadValueError(
        "invalid_country", f"{quote(text)} is not an ISO 3166-1 alpha-2 country code. {hint}"
    )


class CurrencyFilter(RecordFilter):
    """Currencies by ISO 4217 code."""

    def parse(self, text: str) -> str:
        """Accept a code."""
        if text in CURRENCIES:
            return text
        hint = f"Write {text.upper()}." if text.upper() in CURRENCIES else "Write one such as EUR."
        raise BadValueError(
            "invalid_currency", f"{quote(text)} is not an ISO 4217 currency code. {hint}"
        )

    def schema(self) -> JsonSchema:
        """Describe the code's form."""
        return {"type": "string", "pattern": "^[A-Z]{3}$", "example": "EUR"}


class LanguageFilter(RecordFilter):
    """Languages by BCP 47 tag; a tag includes the more precise ones (RFC 4647, basic filtering)."""

    def parse(self, text: str) -> str:
        """Accept a tag of registered subtags."""
        if len(text) <= MAX_TAG and text.isascii() and is_language(text):
            return text
        raise BadValueError(
            "invalid_language",
            f"{quote(text)} is not a BCP 47 language tag. Write one such as en or uk-Latn.",
        )

    def where(self, value: Sequence[str], asked: Asked) -> Q:
        """Match the tag itself and tags that begin with it."""
        del asked
        found = Q()
        for tag in value:
            found |= Q(**{f"{self.field_name}__iexact": tag})
            found |= Q(**{f"{self.field_name}__istartswith": f"{tag}-"})
        return found

    def schema(self) -> JsonSchema:
        """Describe the tag."""
        return {"type": "string", "pattern": _TAG, "maxLength": MAX_TAG, "example": "en"}


class UnitFilter(RecordFilter):
    """Units of measures: UN/CEFACT codes, and for money ISO 4217 codes."""

    def parse(self, text: str) -> str:
        """Accept what has the form of a code."""
        return unit(text)

    def where(self, value: Sequence[str], asked: Asked) -> Q:
        """Match the unit or the currency."""
        del asked
        return Q(unit_code__in=value) | Q(currency__in=value)

    def schema(self) -> JsonSchema:
        """Describe the code's form."""
        return dict(UNIT_SCHEMA)


def unit(text: str) -> str:
    """Accept what has the form of a UN/CEFACT code or an ISO 4217 code."""
    if _UNIT.fullmatch(text):
        return text
    raise BadValueError(
        "invalid_unit",
        f"{quote(text)} is not a unit code. Write a UN/CEFACT code such as TNE (tonnes) or "
        "an ISO 4217 code such as EUR.",
    )
