"""Rows as JSON arrays, written by the database."""

from typing import Any

from django.db.models import Func, Subquery, TextField


class Line(Func):
    """Columns of one row as a JSON array."""

    function = "json_array"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Use PostgreSQL's name of the function."""
        return self.as_sql(compiler, connection, function="json_build_array", **context)


class Lines(Subquery):
    """The lines of a subquery as one JSON array, in no order."""

    template = "json((SELECT json_group_array(json(part.line)) FROM (%(subquery)s) part))"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Use PostgreSQL's name of the function, which gives null for no rows."""
        template = "(SELECT json_agg(part.line) FROM (%(subquery)s) part)"
        return self.as_sql(compiler, connection, template=template, **context)
