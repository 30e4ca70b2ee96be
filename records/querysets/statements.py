"""Statements that are compiled once and then sent with other values.

Django builds and compiles a queryset anew for each request. For what everybody asks, a page or one
record, and for what every write asks, that takes longer than the database's answer.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection, connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

AMONG = {
    "postgresql": "= ANY(%s::bigint[])",
    "sqlite": "IN (SELECT value FROM json_each(%s))",
}
"""The condition that takes all numbers as one parameter, so that the text never varies."""

NUMBERS = {
    "postgresql": "SELECT unnest(%s::bigint[])",
    "sqlite": "SELECT value FROM json_each(%s)",
}
"""The subquery that gives all numbers of one parameter, one to a row."""


def as_parameter(numbers: Collection[int], vendor: str) -> Any:
    """Give numbers as the parameter of `AMONG` or `NUMBERS`."""
    return list(numbers) if vendor == "postgresql" else orjson.dumps(list(numbers)).decode()


def among(numbers: Collection[int]) -> RawSQL:
    """Build the subquery of many numbers, for `__in`: one parameter, so that no limit is met."""
    vendor = connection.vendor
    return RawSQL(NUMBERS[vendor], (as_parameter(numbers, vendor),))  # noqa: S611 no input is spliced in


@dataclass(frozen=True, slots=True)
class Statement:
    """A compiled query whose last parameters may have other values each time."""

    database: str
    sql: str
    fixed: tuple[Any, ...]
    converters: dict[int, tuple[list[Any], Any]]

    @classmethod
    def of(cls, queryset: "QuerySet[Any, tuple[Any, ...]]", *varying: Any) -> "Statement":
        """Compile a queryset of `values_list` that was made with the varying values.

        Raises ValueError unless they are the last parameters, as the database takes them.
        """
        compiler = queryset.query.get_compiler(queryset.db)
        sql, parameters = compiler.as_sql()
        end = len(parameters) - len(varying)
        if tuple(parameters[end:]) != varying:
            raise ValueError(f"The last parameters of {sql!r} are not {varying!r}.")
        converters = compiler.get_converters([column for column, _, _ in compiler.select or ()])
        return cls(queryset.db, sql, tuple(parameters[:end]), converters)

    def rows(self, *varying: Any) -> list[tuple[Any, ...]]:
        """Send the statement, with values as the database takes them."""
        connection = connections[self.database]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, (*self.fixed, *varying))
            found: Sequence[tuple[Any, ...]] = cursor.fetchall()
        return list(self._converted(found, connection) if self.converters else found)

    def _converted(
        self, rows: Sequence[tuple[Any, ...]], connection: Any
    ) -> Iterator[tuple[Any, ...]]:
        for row in rows:
            values = list(row)
            for place, (converters, expression) in self.converters.items():
                for convert in converters:
                    values[place] = convert(values[place], expression, connection)
            yield tuple(values)
