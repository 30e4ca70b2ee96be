"""Filters by numbers, always exact."""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Any, ClassVar

from django.db.models import DecimalField, Q, Value

from records.api.filters.asked import Asked
from records.api.filters.bad_values import BadValueError
from records.api.filters.base import JsonSchema
from records.api.filters.ranges import RangeFilter
from records.values.quoting import quote

MAX_DIGITS = 30
_EXACT = Context(prec=2 * MAX_DIGITS)
_NUMBER = re.compile(rf"-?[0-9]{{1,{MAX_DIGITS}}}(\.[0-9]{{1,{MAX_DIGITS}}})?")


class NumberFilter(RangeFilter):
    """One end of a range of numbers; the number itself is included."""

    lookup: ClassVar[str] = "gte"

    def __init__(self, field_name: str, *, places: int, **kwargs: Any) -> None:
        """Name the column and its decimal places."""
        super().__init__(field_name, **kwargs)
        self.places = places

    def parse(self, text: str) -> Decimal:
        """Read a plain decimal number."""
        if _NUMBER.fullmatch(text):
            return Decimal(text)
        raise BadValueError(
            "invalid_number",
            f"{quote(text)} is not a plain decimal number of at most {MAX_DIGITS} digits before "
            "and after the point. Write one such as 105 or 14.5, without exponent or separators.",
        )

    def where(self, value: Decimal, asked: Asked) -> Q:
        """Compare the column with the number."""
        del asked
        return Q(**{f"{self.field_name}__{self.lookup}": self.bound(value)})

    def bound(self, value: Decimal) -> Any:
        """Pass a number whole: a bare one would be rounded to the nearest, or refused as too long.

        Places beyond the column's are taken off towards the inside of the range, which changes
        no answer, because SQLite compares no more than 15 digits of a fraction.
        """
        inward = ROUND_FLOOR if self.upper else ROUND_CEILING
        number = value.quantize(Decimal(1).scaleb(-self.places), inward, _EXACT)
        return Value(number, DecimalField(max_digits=2 * MAX_DIGITS, decimal_places=self.places))

    def schema(self) -> JsonSchema:
        """Describe the number, as a text so that no digit is lost."""
        example = "1000000000" if self.upper else "1"
        pattern = f"^{_NUMBER.pattern}$"
        return {"type": "string", "format": "decimal", "pattern": pattern, "example": example}


class NumberMin(NumberFilter):
    """The least number."""


class NumberMax(NumberFilter):
    """The greatest number."""

    upper = True
    lookup = "lte"


class AmountFilter(NumberFilter):
    """One end of a range of amounts of money, which need one currency to be compared."""

    def problem(self, name: str, asked: Asked) -> BadValueError | None:
        """Refuse amounts without exactly one currency."""
        currencies = asked.values.get("currency", [])
        if len(currencies) == 1:
            return super().problem(name, asked)
        return BadValueError(
            "currency_ambiguous" if currencies else "currency_missing",
            "Amounts in different currencies cannot be compared; add one currency=EUR or another.",
        )


class AmountMin(AmountFilter):
    """The least amount."""


class AmountMax(AmountFilter):
    """The greatest amount."""

    upper = True
    lookup = "lte"


class FigureMin(NumberMin):
    """The least number that a measure's figure, a value or a range, must reach."""

    def where(self, value: Decimal, asked: Asked) -> Q:
        """Match figures whose upper end is not below; a range without one is unbounded."""
        del asked
        return (
            Q(value__gte=self.bound(value))
            | Q(value_max__gte=self.bound(value))
            | Q(value_max__isnull=True, value_min__isnull=False)
        )


class FigureMax(NumberMax):
    """The greatest number that a measure's figure, a value or a range, must reach."""

    def where(self, value: Decimal, asked: Asked) -> Q:
        """Match figures whose lower end is not above; a range without one is unbounded."""
        del asked
        return (
            Q(value__lte=self.bound(value))
            | Q(value_min__lte=self.bound(value))
            | Q(value_min__isnull=True, value_max__isnull=False)
        )
