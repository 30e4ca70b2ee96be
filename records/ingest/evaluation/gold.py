"""Sentences with labels that a person gave them, one JSON object a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import orjson

from records.enums import AgreementKind, AgreementStatus, MeasureMode, Modality, Qualifier


class GoldError(ValueError):
    """A labelled line that cannot be read; the message names line, field, value and fix."""


@dataclass(frozen=True, slots=True)
class MeasureLabel:
    """A figure as labelled; `unit` is a lower-case singular noun, or empty."""

    surface: str
    mode: str
    qualifier: str
    value: Decimal | None
    value_min: Decimal | None
    value_max: Decimal | None
    unit: str
    currency: str


@dataclass(frozen=True, slots=True)
class DateLabel:
    """Words for a date and the EDTF string that they mean, empty when it cannot be told."""

    surface: str
    edtf: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What one sentence says; labels that do not apply are empty."""

    text: str
    date: str
    countries: frozenset[str]
    organizations: tuple[str, ...]
    weapon_systems: tuple[str, ...]
    categories: frozenset[str]
    agreement: str
    agreement_status: str
    modality: str
    speaker: str
    measures: tuple[MeasureLabel, ...]
    dates: tuple[DateLabel, ...]


def read_gold(data: bytes) -> Iterator[Labels]:
    """Read labelled lines; blank ones are passed over. Raises GoldError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"Byte {error.start} is not UTF-8; save the file as UTF-8.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _Line(number, line).labels()


class _Line:
    """One line of labels, read field by field."""

    def __init__(self, number: int, line: str) -> None:
        self.number = number
        try:
            self.values: Any = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise GoldError(f"Line {number} is not JSON: {error}.") from error
        if not isinstance(self.values, dict):
            raise GoldError(f"Line {number} is not an object with labels.")

    def labels(self) -> Labels:
        text = self._text(self.values, "text")
        if not text:
            raise GoldError(f"Line {self.number}: “text” is missing; give the sentence.")
        return Labels(
            text=text,
            date=self._text(self.values, "date"),
            countries=frozenset(self._texts("countries")),
            organizations=self._texts("organizations"),
            weapon_systems=self._texts("weapon_systems"),
            categories=frozenset(self._texts("categories")),
            agreement=self._code("agreement", AgreementKind.values),
            agreement_status=self._code("agreement_status", AgreementStatus.values),
            modality=self._code("modality", Modality.values),
            speaker=self._text(self.values, "speaker"),
            measures=tuple(self._measure(row) for row in self._rows("measures")),
            dates=tuple(
                DateLabel(self._text(row, "surface"), self._text(row, "edtf"))
                for row in self._rows("dates")
            ),
        )

    def _measure(self, row: dict[str, Any]) -> MeasureLabel:
        return MeasureLabel(
            surface=self._text(row, "surface"),
            mode=self._code("mode", MeasureMode.values, row),
            qualifier=self._code("qualifier", Qualifier.values, row),
            value=self._number(row, "value"),
            value_min=self._number(row, "value_min"),
            value_max=self._number(row, "value_max"),
            unit=self._text(row, "unit"),
            currency=self._text(row, "currency"),
        )

    def _text(self, row: dict[str, Any], field: str) -> str:
        value = row.get(field)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self._error(field, value, "a text or null")
        return value

    def _code(self, field: str, known: list[str], row: dict[str, Any] | None = None) -> str:
        value = self._text(self.values if row is None else row, field)
        if value and value not in known:
            raise self._error(field, value, f"one of {', '.join(known)}")
        return value

    def _number(self, row: dict[str, Any], field: str) -> Decimal | None:
        value = row.get(field)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._error(field, value, "a number or null")
        return Decimal(str(value)).normalize()

    def _texts(self, field: str) -> tuple[str, ...]:
        values = self.values.get(field) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self._error(field, values, "a list of texts")
        return tuple(values)

    def _rows(self, field: str) -> list[dict[str, Any]]:
        values = self.values.get(field) or []
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self._error(field, values, "a list of objects")
        return values

    def _error(self, field: str, value: object, wanted: str) -> GoldError:
        return GoldError(f"Line {self.number}: “{field}” is {value!r}; give {wanted}.")
