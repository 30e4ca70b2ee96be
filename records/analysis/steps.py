"""Statements of named steps, for questions that pair rows with rows.

Django's querysets choose the records; what is then joined with itself, grouped and ranked has no
form in the ORM, so each step is written in the SQL that SQLite and PostgreSQL share.
"""

from typing import Any

from django.db import connections
from django.db.models import QuerySet


class Steps:
    """A statement that grows by steps, each of which can read those before it.

    Names of steps, tables and columns stand in the text; everything else is a parameter. Each step
    is computed once, however often it is read.
    """

    def __init__(self, database: str) -> None:
        """Name the database that is asked, by its alias."""
        self.database = database
        self._texts: list[str] = []
        self._parameters: list[Any] = []

    @property
    def vendor(self) -> str:
        """The kind of database: `sqlite` or `postgresql`."""
        return connections[self.database].vendor

    def select(self, heading: str, records: "QuerySet[Any]", *columns: str) -> None:
        """Add a step with columns of chosen records. `heading` names the step and its columns."""
        rows = records.order_by().values_list(*columns)
        compiler = rows.query.get_compiler(self.database, elide_empty=False)
        text, parameters = compiler.as_sql()
        self.add(heading, text, *parameters)

    def add(self, heading: str, text: str, *parameters: Any) -> None:
        """Add a step that is written as SQL."""
        self._texts.append(f"{heading} AS MATERIALIZED ({text})")
        self._parameters.extend(parameters)

    def rows(self, text: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Send the steps with what is asked of them; one query."""
        statement = f"WITH RECURSIVE {', '.join(self._texts)} {text}"
        with connections[self.database].cursor() as cursor:
            cursor.execute(statement, (*self._parameters, *parameters))
            return list(cursor.fetchall())


def marks(values: "list[Any] | tuple[Any, ...]") -> str:
    """Write a placeholder for each value of a list."""
    return ", ".join(["%s"] * len(values))
