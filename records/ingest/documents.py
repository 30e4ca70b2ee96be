"""Findings as JSON: stored with a reading, shown by the API, and read back exactly.

A finding has the `id` of its place, such as `organizations.0` or `agreement.parties.1`, by which
others name it. Records stand with their public ids, and figures are decimals written as text.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from records.ingest.findings import Candidate, Finding, Findings
from records.values.decimals import plain
from records.values.public_ids import RecordType, format_public_id, split_public_id

Document = dict[str, Any]

_TYPES = {
    "organizations": RecordType.ORGANIZATION,
    "weapon_systems": RecordType.WEAPON_SYSTEM,
}
"""Types of the candidates of each list of names."""

_PLACE = "organization"
"""The field that holds the place of a finding in the list of organizations."""


def to_document(findings: Findings) -> Document:
    """Write findings down."""
    return {name: _written(getattr(findings, name), name) for name in _names(Findings)}


def from_document(document: Mapping[str, Any]) -> Findings:
    """Read what `to_document` wrote; what is younger than the document has its default."""
    findings: Findings = _read_fields(Findings, document)
    return findings


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _written(value: Any, path: str) -> Any:
    """Give a value as JSON has it; `path` is its place in the findings."""
    if isinstance(value, tuple):
        return [_written(each, f"{path}.{place}") for place, each in enumerate(value)]
    if isinstance(value, Candidate):
        record_type = _TYPES[path.partition(".")[0]]
        return {"id": format_public_id(record_type, value.number), "name": value.name}
    if isinstance(value, Finding):
        kind: Any = type(value)
        named = {name: _written(getattr(value, name), f"{path}.{name}") for name in _names(kind)}
        return {"id": path, **named}
    if path.endswith(f".{_PLACE}") and value is not None:
        return f"organizations.{value}"
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    return value.value if isinstance(value, Enum) else value


@cache
def _readers(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """Map each field of a dataclass to what makes its value from JSON."""
    return {
        name: _read_place if name == _PLACE else _reader(hint)
        for name, hint in get_type_hints(kind).items()
    }


def _reader(hint: Any) -> Callable[[Any], Any]:
    arguments = [each for each in get_args(hint) if each not in {type(None), Ellipsis}]
    if get_origin(hint) is tuple:
        each = _reader(arguments[0])
        return lambda values: tuple(each(value) for value in values)
    if get_origin(hint) is UnionType:
        some = _reader(arguments[0])
        return lambda value: None if value is None else some(value)
    if hint is Candidate:
        return _read_candidate
    if is_dataclass(hint):
        return lambda value: _read_fields(hint, value)
    made: Callable[[Any], Any] = hint
    return made


def _read_fields(kind: Any, values: Mapping[str, Any]) -> Any:
    return kind(
        **{name: read(values[name]) for name, read in _readers(kind).items() if name in values}
    )


def _read_candidate(value: Mapping[str, str]) -> Candidate:
    return Candidate(number=split_public_id(value["id"])[1], name=value["name"])


def _read_place(value: str | None) -> int | None:
    return None if value is None else int(value.rpartition(".")[2])
