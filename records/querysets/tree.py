"""Descendants and ancestors in a table that points at itself."""

from collections.abc import Collection

from django.db import models
from django.db.models.expressions import RawSQL


def descendants(model: type[models.Model], parent: str, roots: Collection[int]) -> RawSQL:
    """Build a subquery of the primary keys of `roots` and all below them.

    `parent` names the foreign key to the row above. `UNION` ends the walk even on a cycle.
    """
    table, column = model._meta.db_table, f"{parent}_id"
    marks = ", ".join(["%s"] * len(roots))
    return RawSQL(  # noqa: S611 only names of tables and columns are spliced in
        f"WITH RECURSIVE tree(id) AS (SELECT id FROM {table} WHERE id IN ({marks})"  # noqa: S608
        f" UNION SELECT below.id FROM {table} below JOIN tree ON below.{column} = tree.id)"
        " SELECT id FROM tree",
        tuple(roots),
    )


def ancestors(model: type[models.Model], parent: str, start: int) -> RawSQL:
    """Build a subquery of the primary keys of `start` and all above it."""
    table, column = model._meta.db_table, f"{parent}_id"
    return RawSQL(  # noqa: S611 only names of tables and columns are spliced in
        f"WITH RECURSIVE tree(id) AS (SELECT id FROM {table} WHERE id = %s"  # noqa: S608
        f" UNION SELECT above.{column} FROM {table} above JOIN tree ON above.id = tree.id"
        f" WHERE above.{column} IS NOT NULL) SELECT id FROM tree",
        (start,),
    )
