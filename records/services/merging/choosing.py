"""Whose value the survivor of a merge keeps, facet by facet.

A facet is a column, or several that say one thing together, such as an amount and its currency.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError

from records.models import Agreement, Claim, Record
from records.services.states import State, columns_of
from records.values.quoting import quote


class Side(StrEnum):
    """One of the two records of a merge."""

    SURVIVOR = "survivor"
    MERGED = "merged"


Choices = Mapping[str, str]
"""`{facet: side}`; facets that it does not name are chosen by `default_side`."""

_TOGETHER: dict[type[Record], dict[str, tuple[str, ...]]] = {
    Agreement: {"value": ("value_amount", "value_currency")},
    Claim: {
        "text": ("text", "language"),
        "said_by": ("said_by_id", "speaker_name", "speaker_title"),
        "occurred": ("occurred", "occurred_words", "occurred_unresolved"),
        "due": ("due", "due_words", "due_unresolved"),
    },
}


def facets(model: type[Record]) -> dict[str, tuple[str, ...]]:
    """Map each facet of a record to its columns, in the order of the columns."""
    together = _TOGETHER.get(model, {})
    named = {column: name for name, columns in together.items() for column in columns}
    return {
        facet: together.get(facet, (column.attname,))
        for column in columns_of(model)
        for facet in [named.get(column.attname, column.name)]
    }


def sides(model: type[Record], survivor: State, merged: State, choices: Choices) -> dict[str, Side]:
    """Choose a side for every facet; the keys of a ValidationError are `choices.<facet>`."""
    _validate(model, choices)
    return {
        facet: Side(choices[facet])
        if facet in choices
        else default_side(_values(survivor, columns), _values(merged, columns))
        for facet, columns in facets(model).items()
    }


def default_side(survivor: Mapping[str, Any], merged: Mapping[str, Any]) -> Side:
    """Keep the survivor's value, unless it has none."""
    return Side.SURVIVOR if _given(survivor) or not _given(merged) else Side.MERGED


def chosen(
    model: type[Record], survivor: State, merged: State, by_facet: Mapping[str, Side]
) -> dict[str, Any]:
    """Collect the columns of the survivor after the merge."""
    columns: dict[str, Any] = {}
    for facet, names in facets(model).items():
        columns |= _values(merged if by_facet[facet] == Side.MERGED else survivor, names)
    return columns


def _values(state: State, columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: state["columns"][column] for column in columns}


def _given(values: Mapping[str, Any]) -> bool:
    return any(value not in {None, ""} for value in values.values())


def _validate(model: type[Record], choices: Choices) -> None:
    known = facets(model)
    errors: dict[str, ValidationError] = {}
    for facet, side in choices.items():
        if facet not in known:
            text = f"There is nothing to choose by this name; it is one of {', '.join(known)}."
            errors[f"choices.{facet}"] = ValidationError(text, code="unknown_field")
        elif side not in list(Side):
            text = f"Choose “survivor” or “merged”, not {quote(str(side))}."
            errors[f"choices.{facet}"] = ValidationError(text, code="invalid_choice")
    if errors:
        raise ValidationError(errors)
