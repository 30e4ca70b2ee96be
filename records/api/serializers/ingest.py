"""What an ingest is asked for."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from records.api.errors import nearest
from records.api.serializers.fields import type_name
from records.ingest.reading import DigestFormat
from records.values.codes import LANGUAGE_PATTERN
from records.values.public_ids import PublicIdError, RecordType, parse_public_id, public_id_pattern
from records.values.quoting import quote

JsonSchema = dict[str, Any]

DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
MAX_TEXT = 5_000_000

_DEFAULTS: dict[str, Any] = {
    "text": None, "file": None, "source": None, "published": "", "language": "", "format": None,
    "dry_run": False,
}  # fmt: skip
_BOOLEANS = {"true": True, "false": False}


class IngestInput:
    """The body `{text, source, published, language, format, dry_run}`.

    In a form, `file` stands for `text`. Only the one of the two that the body takes is required.
    """

    def __init__(self, document: Any) -> None:
        """Take the parsed body: of a form, values and files in one dictionary."""
        self.member = "text"
        self.document = document
        if isinstance(document, QueryDict):
            self.member = "file"
            self.document = {name: _of_form(name, document.getlist(name)) for name in document}

    def validated(self) -> dict[str, Any]:
        """Give all members; the keys of a ValidationError are their names."""
        if not isinstance(self.document, Mapping):
            raise ValidationError(
                f"Write an object, not {type_name(self.document)}.", code="wrong_type"
            )
        errors = {name: error for name, value in self.document.items()
                  if (error := self._error(name, value))}  # fmt: skip
        if self.member not in self.document:
            errors[self.member] = ValidationError("Send the digest.", code="required")
        if errors:
            raise ValidationError(errors)
        return _DEFAULTS | dict(self.document)

    def content_of(self, values: dict[str, Any]) -> tuple[str, bytes]:
        """Give the name of the digest's file, empty for a text, and its bytes."""
        given = values[self.member]
        return (given.name, given.read()) if self.member == "file" else ("", given.encode())

    def _error(self, name: Any, value: Any) -> ValidationError | None:
        members = [each for each in _DEFAULTS if each == self.member or each not in _CONTENTS]
        if name not in members:
            near = ", ".join(nearest(name, members) or members)
            return ValidationError(
                f"There is no field {quote(name)}; did you mean {near}?", code="unknown_field"
            )
        kind, expected = _TYPES.get(name, (str, "a string"))
        if not issubclass(type(value), kind):
            return ValidationError(f"Write {expected}, not {type_name(value)}.", code="wrong_type")
        return _FORMS[name](value) if name in _FORMS else None


_CONTENTS = {"text", "file"}
_TYPES: dict[str, tuple[type, str]] = {
    "file": (UploadedFile, "a file"),
    "dry_run": (bool, "true or false"),
}


def _of_form(name: str, values: list[Any]) -> Any:
    """Take a value of a form; only one that stands once can mean only one thing."""
    value = values[0] if len(values) == 1 else values
    return _BOOLEANS.get(value, value) if name == "dry_run" and isinstance(value, str) else value


def _source(value: str) -> ValidationError | None:
    try:
        parse_public_id(value, RecordType.SOURCE)
    except PublicIdError as error:
        return ValidationError(str(error), code=error.code)
    return None


def _format(value: str) -> ValidationError | None:
    if value in set(DigestFormat):
        return None
    return ValidationError(
        f"{quote(value)} is no format; write one of {', '.join(DigestFormat)}, or leave it out.",
        code="invalid_choice",
    )


def _language(value: str) -> ValidationError | None:
    if re.fullmatch(LANGUAGE_PATTERN, value):
        return None
    return ValidationError(
        f"{quote(value)} is no BCP 47 tag: write one such as en or uk, or leave it out.",
        code="invalid_language",
    )


_FORMS: dict[str, Callable[[str], ValidationError | None]] = {
    "source": _source,
    "format": _format,
    "language": _language,
}


def ingest_schema(content: str) -> JsonSchema:
    """Describe the body whose digest is the `text` of a document or the `file` of a form."""
    contents: dict[str, JsonSchema] = {
        "text": {
            "type": "string",
            "minLength": 1,
            "maxLength": MAX_TEXT,
            "description": "The digest: plain text, JSON Lines, an HTML page or a feed.",
        },
        "file": {
            "type": "string",
            "format": "binary",
            "description": "The digest as a file, in any encoding.",
        },
    }
    return {
        "type": "object",
        "required": [content],
        "properties": {
            content: contents[content],
            "source": {
                "type": "string",
                "pattern": f"^{public_id_pattern(RecordType.SOURCE)}$",
                "description": (
                    "Where the statements stand. Without it, the source with these bytes or with "
                    "a statement's address, or a new draft."
                ),
            },
            "published": {
                "type": "string",
                "pattern": DAY_PATTERN,
                "description": (
                    "Day from which relative dates count, for statements without one of their own."
                ),
            },
            "language": {
                "type": "string",
                "pattern": LANGUAGE_PATTERN,
                "maxLength": 35,
                "description": "BCP 47 tag of every statement; told from the words if left out.",
            },
            "format": {
                "type": "string",
                "enum": [each.value for each in DigestFormat],
                "description": "How the digest is written; told from its content if left out.",
            },
            "dry_run": {
                "type": "boolean",
                "default": False,
                "description": "Whether to say what would be stored, and store nothing.",
            },
        },
        "additionalProperties": False,
    }
