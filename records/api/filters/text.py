"""Filters by words."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q, TextField, Value
from django.db.models.functions import Replace
from django.db.models.lookups import Contains

from records.api.filters.asked import Asked
from records.api.filters.bad_values import BadValueError, unlisted
from records.api.filters.base import JsonSchema, RecordFilter
from records.enums import IdentifierScheme
from records.models import OwnedRow
from records.validators.text import PLAIN_TEXT_PATTERN, validate_plain_text
from records.values.folding import fold
from records.values.quoting import quote

MAX_LENGTH = 500
_PRINTABLE = PLAIN_TEXT_PATTERN.removeprefix("^").removesuffix("*$")


class ExactTextFilter(RecordFilter):
    """Text as it stands. Commas are part of it, so that only repeating gives alternatives."""

    separator = ""

    def parse(self, text: str) -> str:
        """Accept text that can be stored."""
        return storable(text)

    def schema(self) -> JsonSchema:
        """Describe the text."""
        form = {"pattern": PLAIN_TEXT_PATTERN, "minLength": 1, "maxLength": MAX_LENGTH}
        return {"type": "string", **form, "example": "line 4"}


class TextFilter(ExactTextFilter):
    """Words within a text, whatever their case and accents. `field_name` is a folded column."""

    def parse(self, text: str) -> str:
        """Fold the words as the column is folded."""
        return folded(text)

    def where(self, value: Sequence[str], asked: Asked) -> Q:
        """Match texts that contain one of the values."""
        del asked
        return any_of(Q(**{f"{self.field_name}__contains": text}) for text in value)

    def schema(self) -> JsonSchema:
        """Describe the text."""
        return super().schema() | {"example": "ukraine"}


class NameFilter(TextFilter):
    """Words within the main name or any other name of a record."""

    def __init__(self, field_name: str, *, names: type[OwnedRow], **kwargs: Any) -> None:
        """Name the folded column of the main name and the table of other names."""
        super().__init__(field_name, **kwargs)
        self.names = names

    def where(self, value: Sequence[str], asked: Asked) -> Q:
        """Match the main name or another one."""
        del asked
        others = self.names._default_manager.filter(**{f"{self.names.owner}_id": OuterRef("pk")})
        return self.contains(self.field_name, value) | Q(
            Exists(others.filter(self.contains("text_folded", value)))
        )

    def contains(self, column: str, values: Sequence[str]) -> Q:
        """Match a folded column that contains one of the values."""
        return any_of(Q(**{f"{column}__contains": text}) for text in values)


class DesignationFilter(NameFilter):
    """Names of weapon systems, in which hyphens and spaces do not count: L119, L-119, L 119."""

    def contains(self, column: str, values: Sequence[str]) -> Q:
        """Match with hyphens and spaces left out on both sides."""
        bare = Replace(Replace(F(column), Value("-")), Value(" "), output_field=TextField())
        return any_of(Q(Contains(bare, text.replace("-", "").replace(" ", ""))) for text in values)

    def parse(self, text: str) -> str:
        """Refuse what has nothing but hyphens and spaces."""
        found = super().parse(text)
        if not found.strip("- "):
            raise BadValueError("empty_value", f"{quote(text)} has no letters; give some.")
        return found


class IdentifierFilter(RecordFilter):
    """Identifiers in other registers, written scheme:value."""

    separator = ""

    def parse(self, text: str) -> Q:
        """Split the scheme from the value."""
        scheme, colon, value = storable(text).partition(":")
        if not colon or not value:
            raise BadValueError(
                "invalid_identifier",
                f"{quote(text)} is not an identifier. Write scheme:value, such as wikidata:Q42.",
            )
        if scheme not in IdentifierScheme.values:
            raise unlisted("invalid_choice", scheme, IdentifierScheme.values)
        return Q(scheme=scheme, value=value)

    def where(self, value: Sequence[Q], asked: Asked) -> Q:
        """Match one of the identifiers exactly."""
        del asked
        return any_of(value)

    def schema(self) -> JsonSchema:
        """Describe the form."""
        schemes = "|".join(IdentifierScheme.values)
        return {
            "type": "string",
            "pattern": f"^({schemes}):{_PRINTABLE}+$",
            "example": "iso3166:UA",
        }


def any_of(conditions: Iterable[Q]) -> Q:
    """Match one of the conditions."""
    return reduce(or_, conditions)


def folded(text: str) -> str:
    """Fold words, of which something must be left."""
    found = fold(storable(text))
    if not found:
        raise BadValueError("empty_value", f"{quote(text)} has no letters; give some.")
    return found


def storable(text: str) -> str:
    """Accept text of a length and with characters that a column can have."""
    if len(text) > MAX_LENGTH:
        raise BadValueError(
            "value_too_long",
            f"{quote(text)} is longer than {MAX_LENGTH} characters; shorten it.",
        )
    try:
        validate_plain_text(text)
    except ValidationError as error:
        raise BadValueError(str(error.code), error.messages[0]) from error
    return text
