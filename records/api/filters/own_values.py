"""Parameters of an endpoint's own that name a category, a record, a day, a unit or words."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from records.api.filters.bad_values import BadValuesError, unlisted
from records.api.filters.base import JsonSchema
from records.api.filters.categories import CATEGORIES
from records.api.filters.choices import UNIT_SCHEMA, unit
from records.api.filters.dates import DateAfter, DateBefore, DateFilter
from records.api.filters.own import OwnParameter
from records.api.filters.references import number
from records.api.filters.text import MAX_LENGTH, folded
from records.validators.text import PLAIN_TEXT_PATTERN
from records.values.codes import CATEGORY_PATTERN
from records.values.public_ids import RecordType, public_id_pattern


class OneCategory(OwnParameter):
    """The code of one weapon category."""

    def read(self, given: Sequence[str]) -> str:
        """Accept a known code."""
        code: str = super().read(given)
        if CATEGORIES.missing([code]):
            raise BadValuesError(unlisted("unknown_category", code, CATEGORIES.codes()))
        return code

    def parse(self, text: str) -> str:
        """Leave the code as it is."""
        return text

    def schema(self) -> JsonSchema:
        """Describe the code's form."""
        return {"type": "string", "pattern": CATEGORY_PATTERN, "example": "artillery"}


class OneRecord(OwnParameter):
    """The public id of one record; one that no record has matches nothing."""

    def __init__(self, record_type: RecordType, *, help_text: str) -> None:
        """Name the type of record."""
        super().__init__(help_text=help_text)
        self.record_type = record_type

    def parse(self, text: str) -> int:
        """Read the id's number."""
        return number(text, self.record_type)

    def schema(self) -> JsonSchema:
        """Describe the id's form."""
        pattern = f"^{public_id_pattern(self.record_type)}$"
        return {"type": "string", "pattern": pattern, "example": f"{self.record_type}-1"}


class FirstDay(OwnParameter):
    """The first day of a period, as an EDTF date."""

    dates: ClassVar[DateFilter] = DateAfter("", help_text="")

    def parse(self, text: str) -> date:
        """Read the date as filters by dates do."""
        return self.dates.parse(text)

    def schema(self) -> JsonSchema:
        """Describe the date."""
        return self.dates.schema()


class LastDay(FirstDay):
    """The last day of a period, as an EDTF date."""

    dates = DateBefore("", help_text="")


class OneUnit(OwnParameter):
    """A UN/CEFACT code, or for money an ISO 4217 code."""

    def parse(self, text: str) -> str:
        """Accept what has the form of a code."""
        return unit(text)

    def schema(self) -> JsonSchema:
        """Describe the code's form."""
        return dict(UNIT_SCHEMA)


class Words(OwnParameter):
    """Words within a text, whatever their case and accents."""

    def parse(self, text: str) -> str:
        """Fold the words."""
        return folded(text)

    def schema(self) -> JsonSchema:
        """Describe the text."""
        return {
            "type": "string",
            "pattern": PLAIN_TEXT_PATTERN,
            "minLength": 1,
            "maxLength": MAX_LENGTH,
            "example": "drone",
        }
