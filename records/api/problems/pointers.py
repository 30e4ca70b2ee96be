"""Where a validation error lies, as a JSON Pointer (RFC 6901) into the body of the request."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from rest_framework.settings import api_settings

from records.api.authorship import REASON_HEADER
from records.api.errors import ErrorItem

Path = tuple[str, ...]


def pointer(path: Path) -> str:
    """Join the names of members and positions in lists; no names mean the whole body."""
    return "".join(f"/{name.replace('~', '~0').replace('/', '~1')}" for name in path)


def django_items(error: ValidationError) -> list[ErrorItem]:
    """List what a ValidationError of a model or service says.

    Keys are fields or paths such as `parties.0.role`; `__all__` stands for what contains it.
    """
    by_path = error.error_dict if hasattr(error, "error_dict") else {"": error.error_list}
    return [
        ErrorItem(
            _HEADERS.get(key) or pointer(_path(key)),
            single.code or "invalid",
            " ".join(single.messages),
        )
        for key, found in by_path.items()
        for single in found
    ]


def serializer_items(detail: Any) -> list[ErrorItem]:
    """List what a serializer says: nested dictionaries and lists with messages at the leaves."""
    return list(_leaves(detail, ()))


def _path(key: str) -> Path:
    return tuple(name for name in key.split(".") if name not in {"", NON_FIELD_ERRORS})


def _leaves(detail: Any, path: Path) -> Iterator[ErrorItem]:
    if isinstance(detail, dict):
        for key, value in detail.items():
            inner = () if key in _WHOLE else (str(key),)
            yield from _leaves(value, (*path, *inner))
    elif isinstance(detail, Sequence) and not isinstance(detail, str):
        for position, value in enumerate(detail):
            nested = isinstance(value, dict | list)
            yield from _leaves(value, (*path, str(position)) if nested else path)
    else:
        yield ErrorItem(pointer(path), getattr(detail, "code", None) or "invalid", str(detail))


_HEADERS = {"reason": f"header:{REASON_HEADER}"}
"""What the services check and a request says in a header."""

_WHOLE = {NON_FIELD_ERRORS, api_settings.NON_FIELD_ERRORS_KEY}
