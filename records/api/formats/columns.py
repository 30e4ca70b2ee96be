"""Documents as rows of a table: columns are read from the serializer, so they never vary.

A column is a way into the document, such as `occurred.edtf`. Where the way leads through a list,
as `measures.value` does, the cell holds what each entry has there, in order. The `url` of a record
inside another one is left out, as its `id` says it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drf_spectacular.drainage import get_override
from rest_framework import serializers

from records.api.formats.cells import Column, Entries, Object, Part, Value

BETWEEN, WITHIN = "; ", ", "
"""What stands between the entries of a list, and of a list that is inside such an entry."""

_NUMBERS = (serializers.DecimalField, serializers.IntegerField, serializers.FloatField)


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of documents of one shape."""

    document: Object

    @classmethod
    def of(cls, serializer: type[serializers.Serializer[Any]]) -> "Table":
        """Read the columns from a serializer."""
        return cls(Object.of(_members(serializer(), "", BETWEEN)))

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""
        return self.document.columns

    def only(self, names: Collection[str]) -> "Table":
        """Keep the columns of some members of the document."""
        return Table(Object.of(each for each in self.document.members if each[0] in names))

    def beside(self, name: str, members: Collection[str]) -> "Table":
        """Add the columns of one more object, of plain values."""
        values = ((each, Value(Column(f"{name}.{each}"), BETWEEN)) for each in members)
        return Table(Object.of([*self.document.members, (name, Object.of(values))]))

    def cells(self, document: Mapping[str, Any]) -> list[str]:
        """Write a document as a row of texts."""
        cells: list[str] = []
        self.document.fill(cells, document)
        return cells


def _members(
    serializer: serializers.Serializer[Any], way: str, separator: str
) -> Iterator[tuple[str, Part]]:
    fields = serializer.fields
    for name, field in fields.items():
        if not (way and name == "url" and "id" in fields):
            yield name, _part(_described(serializer, field), f"{way}{name}", separator)


def _part(described: Any, name: str, separator: str) -> Part:
    match described:
        case serializers.ListSerializer(child=serializers.Serializer() as entry):
            return Entries(Object.of(_members(entry, f"{name}.", WITHIN)), separator)
        case serializers.Serializer():
            return Object.of(_members(described, f"{name}.", separator))
    return Value(Column(name, isinstance(described, _NUMBERS)), separator)


def _described(serializer: serializers.Serializer[Any], field: Any) -> Any:
    """Find what the schema shows for a field, where that is not the field itself."""
    if isinstance(field, serializers.SerializerMethodField):
        return get_override(getattr(serializer, str(field.method_name)), "field")
    return get_override(field, "field", field)
