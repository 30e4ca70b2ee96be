"""Conditions of check constraints, evaluated on an instance in Python.

Django asks the database to evaluate each condition of each row before it writes the row: a claim
with two measures costs thirty statements that way. The database still has the last word, because
the same conditions are its check constraints.
"""

import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Model, Q

Truth = bool | None
"""True, false, or unknown, as in SQL."""

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "exact": lambda value, other: bool(value == other),
    "in": lambda value, others: value in others,
    "lt": lambda value, other: bool(value < other),
    "lte": lambda value, other: bool(value <= other),
    "gt": lambda value, other: bool(value > other),
    "gte": lambda value, other: bool(value >= other),
    "regex": lambda value, pattern: re.search(pattern, value) is not None,
}


def evaluate(condition: Q, row: Model) -> Truth:
    """Evaluate a condition on the columns of a row, with SQL's logic of unknowns.

    Raises KeyError for a lookup that is not one of the comparisons above or `isnull`.
    """
    parts = [
        evaluate(child, row) if isinstance(child, Q) else _compare(row, *child)  # type: ignore[misc]
        for child in condition.children
    ]
    decisive = condition.connector == Q.OR
    truth: Truth = not decisive
    if decisive in parts:
        truth = decisive
    elif None in parts:
        truth = None
    return truth if truth is None or not condition.negated else not truth


def _compare(row: Model, path: str, operand: Any) -> Truth:
    name, _, lookup = path.partition("__")
    value = _value(row, name)
    other = _value(row, operand.deconstruct()[1][0]) if isinstance(operand, F) else operand
    if lookup == "isnull":
        return (value is None) is other
    if value is None or other is None:
        return None
    return _COMPARISONS[lookup or "exact"](value, other)


def _value(row: Model, name: str) -> Any:
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]


class Check(CheckConstraint):
    """A check constraint whose validation needs no query."""

    def deconstruct(self) -> Any:
        """Appear in migrations as Django's own class: in the database they are the same."""
        _, args, kwargs = super().deconstruct()
        return "django.db.models.CheckConstraint", args, kwargs

    def validate(self, model: Any, instance: Model, exclude: Any = None, using: str = "") -> None:  # noqa: ARG002 Django's signature
        """Raise ValidationError when the condition is false; skip it when a field is excluded."""
        condition: Q = self.condition  # type: ignore[assignment]
        if exclude and condition.referenced_base_fields & set(exclude):
            return
        if evaluate(condition, instance) is False:
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )
