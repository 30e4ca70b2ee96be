"""Turns what a model refuses into sentences about the file."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from records.services.loading.drafts import Draft
from records.services.loading.files import Entry, Value
from records.services.loading.shapes import list_shapes


def refused(entry: Entry, error: ValidationError) -> list[str]:
    """Say for each field of an entry what was refused."""
    return [
        entry.problem(_place(path, {}), message)
        for path, messages in error.message_dict.items()
        for message in messages
    ]


def invalid(draft: Draft, error: ValidationError) -> list[str]:
    """Say for each field what was refused, with the value as it stands in the file."""
    names = {shape.attribute: name for name, shape in list_shapes(draft.model).items()}
    return [
        draft.entry.problem(_place(path, names), f"{_shown(draft, path, names)}{message}")
        for path, messages in error.message_dict.items()
        for message in messages
    ]


def _place(path: str, names: dict[str, str]) -> str:
    if path == NON_FIELD_ERRORS:
        return "as a whole"
    first, dot, rest = path.partition(".")
    return f"{names.get(first, first)}{dot}{rest}"


def _shown(draft: Draft, path: str, names: dict[str, str]) -> str:
    value = _value(draft.entry.values, _place(path, names).split("."))
    return f"“{value}”: " if isinstance(value, str) and value else ""


def _value(value: Value | None, path: list[str]) -> Value | None:
    """Follow a path into what the file says; None when it leads nowhere."""
    if not path:
        return value
    first, *rest = path
    if isinstance(value, dict):
        return _value(value.get(first), rest)
    if isinstance(value, list) and first.isdigit() and int(first) < len(value):
        return _value(value[int(first)], rest)
    return value if isinstance(value, str) else None
