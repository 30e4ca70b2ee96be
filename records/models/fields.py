"""Field types that more than one record uses."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from records.validators.codes import validate_country, validate_currency, validate_language
from records.validators.dates import validate_edtf
from records.validators.text import validate_plain_text
from records.values.edtf import parse_edtf
from records.values.folding import fold
from records.values.readings import searchable

if TYPE_CHECKING:
    TextColumn = models.TextField[str, str]
    CharColumn = models.CharField[str, str]
    AnyColumn = models.Field[Any, Any]
    BoundColumn = models.DateField[date | None, date | None]
    DateColumn = models.DateField[date, date]
    DecimalColumn = models.DecimalField[Decimal | str | int | None, Decimal | None]
else:
    TextColumn, CharColumn, AnyColumn = models.TextField, models.CharField, models.Field
    BoundColumn = DateColumn = models.DateField
    DecimalColumn = models.DecimalField

UNDATED = date.min
"""Where a record without a date sorts: before every date."""


class PlainTextField(TextColumn):
    """Text of any length without control characters."""

    default_validators = [validate_plain_text]


class ShortTextField(CharColumn):
    """One line of text, at most 500 characters, without control characters."""

    default_validators = [validate_plain_text]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take CharField's arguments; the length is set here."""
        kwargs.setdefault("max_length", 500)
        super().__init__(*args, **kwargs)


class CountryField(CharColumn):
    """ISO 3166-1 alpha-2 code, empty when there is none."""

    default_validators = [validate_country]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take CharField's arguments; the length is set here."""
        super().__init__(*args, **(kwargs | {"max_length": 2}))


class CurrencyField(CharColumn):
    """ISO 4217 code, empty when there is none."""

    default_validators = [validate_currency]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take CharField's arguments; the length is set here."""
        super().__init__(*args, **(kwargs | {"max_length": 3}))


class LanguageField(CharColumn):
    """BCP 47 tag, empty when the language is not known."""

    default_validators = [validate_language]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take CharField's arguments; the length is set here."""
        super().__init__(*args, **(kwargs | {"max_length": 35}))


class EdtfField(CharColumn):
    """A date as precise as it is known, in EDTF, empty when it is not known."""

    default_validators = [validate_edtf]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take CharField's arguments; the length and the blank default are set here."""
        super().__init__(*args, **({"blank": True} | kwargs | {"max_length": 64}))


class DerivedField(AnyColumn):
    """A column computed from another field of the same row each time the row is saved."""

    def __init__(self, source: str = "", **kwargs: Any) -> None:
        """Name the field that this one is computed from."""
        self.source = source
        super().__init__(**(kwargs | {"editable": False}))

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Add the source to what a migration writes down."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, list(args), kwargs | {"source": self.source}

    def derive(self, value: str) -> Any:
        """Compute the column's value from the source field's."""
        raise NotImplementedError

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ARG002, FBT001 Django's signature
        """Compute the value and set it on the instance."""
        value = self.derive(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value


class CodePointField(TextColumn):
    """Text that is ordered by code point."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, str | None]:
        """Order by code point on PostgreSQL, whatever its locale, as SQLite does."""
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


class FoldedField(DerivedField, CodePointField):
    """Text folded for matching: no case, no accents (see `records.values.folding`).

    At most 500 characters, so that it fits an index entry; folding can lengthen a text.
    """

    def derive(self, value: str) -> str:
        """Fold the text."""
        return fold(value)[:500]


class WordsField(DerivedField, TextColumn):
    """The words that a text is found by, for an index (see `records.values.readings`)."""

    def derive(self, value: str) -> str:
        """Take the text apart."""
        return searchable(value)


class EarliestField(DerivedField, BoundColumn):
    """First day that an EDTF date can mean; null when unknown or open."""

    def derive(self, value: str) -> date | None:
        """Read the lower bound."""
        return parse_edtf(value).earliest if value else None


class LatestField(DerivedField, BoundColumn):
    """Last day that an EDTF date can mean; null when unknown or open."""

    def derive(self, value: str) -> date | None:
        """Read the upper bound."""
        return parse_edtf(value).latest if value else None


class SortDateField(DerivedField, DateColumn):
    """Last known day of an EDTF date, never null, so that lists can be ordered by it."""

    def derive(self, value: str) -> date:
        """Take the last bound that there is."""
        if not value:
            return UNDATED
        parsed = parse_edtf(value)
        return parsed.latest or parsed.earliest or UNDATED
