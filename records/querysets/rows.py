"""Row values: several columns compared as one, which an index over them answers."""

from typing import Any

from django.db.models import BooleanField, Expression, F, Func, Value
from django.db.models.fields import Field


def row_after(columns: "dict[str, tuple[Field[Any, Any], Any]]", *, descending: bool) -> Expression:
    """Build `(a, b) > (x, y)`, or `<` when descending.

    `columns` maps each lookup path to the field whose type the value has, and the value. Django's
    own tuple lookups fall apart into ORs on SQLite.
    """
    row = Func(*(F(path) for path in columns), template="(%(expressions)s)")
    values = (Value(value, output_field=field) for field, value in columns.values())
    place = Func(*values, template="(%(expressions)s)")
    return Func(
        row,
        place,
        template="%(expressions)s",
        arg_joiner=" < " if descending else " > ",
        output_field=BooleanField(),
    )
