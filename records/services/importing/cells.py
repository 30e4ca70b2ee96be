"""Cells and the values that the states of records hold: text, and keys of other rows."""

from difflib import get_close_matches
from typing import Any

from django.db import models

from records.models.fields import CountryField, CurrencyField, EdtfField
from records.services.importing.errors import CellError
from records.services.importing.formulas import NotAValue
from records.services.importing.numbers import read_number
from records.services.importing.references import References
from records.services.importing.tables import Column
from records.values.dates_as_typed import normalise
from records.values.edtf import EdtfError


def read_cell(column: Column, text: str, references: References, decimal_mark: str) -> Any:
    """Return the value of a cell that is not empty. Raises CellError.

    Only what it takes to understand the cell is checked here; the model's rules come later.
    """
    if isinstance(text, NotAValue):
        raise CellError(
            "This is a formula: put its result there. In CSV, an apostrophe before it says that "
            "it is text."
        )
    field, text = column.field, text.strip()
    match field:
        case models.ForeignKey():
            return references.find(field.related_model, text)
        case models.DecimalField():
            return read_number(text, decimal_mark)
        case EdtfField():
            return _date(text)
        case CountryField() | CurrencyField():
            return text.upper()
    return _code(field, text) if field.choices else text


def show_cell(column: Column, value: Any, references: References) -> str:
    """Write a value so that `read_cell` reads the same."""
    if value is None or value == "":
        return ""
    field = column.field
    if isinstance(field, models.ForeignKey):
        return references.show(field.related_model, value)
    return str(value)


def empty(column: Column) -> Any:
    """Return the value of a cell in which nothing stands."""
    return None if column.field.null else ""


def default(column: Column) -> Any:
    """Return the value that a new row has where its cell is empty."""
    return column.field.get_default() if column.field.has_default() else empty(column)


def _date(text: str) -> str:
    try:
        return normalise(text)
    except EdtfError as error:
        raise CellError(str(error)) from error


def _code(field: "models.Field[Any, Any]", text: str) -> str:
    """Read a code of a vocabulary, or the label that the desk shows for it."""
    labels = {str(label).casefold(): str(code) for code, label in field.flatchoices}
    codes = set(labels.values())
    folded = text.casefold()
    exact = next((code for code in codes if code.casefold() == folded), None)
    found = exact or labels.get(folded)
    if found is None:
        near = get_close_matches(folded[:100], sorted(codes), n=3)
        raise CellError(
            f"There is no such code. Did you mean {' or '.join(f'“{each}”' for each in near)}?"
            if near
            else f"There is no such code: write one of {', '.join(sorted(codes))}."
        )
    return found
