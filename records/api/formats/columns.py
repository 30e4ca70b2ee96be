"""Documents as rows of a table: columns are read from the serializer, so they never vary."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from rest_framework.serializers import Serializer


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the way to a value in a document."""

    path: tuple[str, ...]

    @property
    def name(self) -> str:
        """Heading, such as `occurred.edtf`."""
        return ".".join(self.path)

    def cell(self, document: Mapping[str, Any]) -> str:
        """Write the value that a document has there; nothing where the way ends early."""
        value: Any = document
        for name in self.path:
            if value is None:
                return ""
            value = value[name]
        return _text(value)


def columns_of(serializer: type[Serializer[Any]]) -> tuple[Column, ...]:
    """Read the columns of documents of a serializer: nested documents become several."""
    return tuple(_columns(serializer(), ()))


def _columns(serializer: Serializer[Any], way: tuple[str, ...]) -> Iterator[Column]:
    for name, field in serializer.fields.items():
        if isinstance(field, Serializer):
            yield from _columns(field, (*way, name))
        else:
            yield Column((*way, name))


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() if not any(isinstance(each, dict | list) for each in value):
            return "; ".join(_text(each) for each in value)
        case dict() | list():
            return orjson.dumps(value).decode()
    return str(value)
