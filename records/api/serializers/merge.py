"""What a merge is asked for."""

from typing import Any

from django.core.exceptions import ValidationError

from records.api.errors import nearest
from records.api.serializers.fields import type_name
from records.models import Record
from records.services.merging.choosing import Side, facets
from records.values.public_ids import PublicIdError, parse_public_id, public_id_pattern
from records.values.quoting import quote

JsonSchema = dict[str, Any]

_DEFAULTS: dict[str, Any] = {"into": None, "into_revision": None, "choices": {}, "preview": False}
_TYPES: dict[str, tuple[type, str]] = {
    "into": (str, "an id"),
    "into_revision": (int, "a revision"),
    "choices": (dict, "an object"),
    "preview": (bool, "true or false"),
}
MAX_REVISION = 2**31 - 1


class MergeInput:
    """The body `{into, into_revision, choices, preview}`, of which only `into` is required."""

    def __init__(self, model: type[Record], document: Any) -> None:
        """Take the type of the records and the parsed body."""
        self.model, self.document = model, document

    def validated(self) -> dict[str, Any]:
        """Give all members; the keys of a ValidationError are their names."""
        if not isinstance(self.document, dict):
            raise ValidationError(
                f"Write an object, not {type_name(self.document)}.", code="wrong_type"
            )
        errors = {name: error for name, value in self.document.items()
                  if (error := self._error(name, value))}  # fmt: skip
        if "into" not in self.document:
            errors["into"] = ValidationError("Name the record that stays.", code="required")
        if errors:
            raise ValidationError(errors)
        return _DEFAULTS | self.document

    def _error(self, name: str, value: Any) -> ValidationError | None:
        if name not in _TYPES:
            near = ", ".join(nearest(name, _TYPES) or _TYPES)
            text = f"There is no field {quote(name)}; did you mean {near}?"
            return ValidationError(text, code="unknown_field")
        kind, expected = _TYPES[name]
        if type(value) is not kind:
            text = f"Write {expected}, not {type_name(value)}."
            return ValidationError(text, code="wrong_type")
        return self._out_of_form(name, value)

    def _out_of_form(self, name: str, value: Any) -> ValidationError | None:
        if name == "into_revision" and not 1 <= value <= MAX_REVISION:
            text = f"A revision is between 1 and {MAX_REVISION}."
            return ValidationError(text, code="out_of_range")
        if name != "into":
            return None
        try:
            parse_public_id(value, self.model.record_type)
        except PublicIdError as error:
            return ValidationError(str(error), code=error.code)
        return None


def merge_schema(model: type[Record]) -> JsonSchema:
    """Describe the body for OpenAPI."""
    side = {"type": "string", "enum": [each.value for each in Side]}
    return {
        "type": "object",
        "required": ["into"],
        "properties": {
            "into": {
                "type": "string",
                "pattern": f"^{public_id_pattern(model.record_type)}$",
                "description": "Id of the record that stays.",
            },
            "into_revision": {
                "type": "integer",
                "minimum": 1,
                "maximum": MAX_REVISION,
                "description": "Its revision as it was read; refused with 412 when it is another.",
            },
            "choices": {
                "type": "object",
                "description": (
                    "Whose value stays, by field. Without a choice the survivor keeps its own, "
                    "unless it has none."
                ),
                "properties": dict.fromkeys(facets(model), side),
                "additionalProperties": False,
            },
            "preview": {
                "type": "boolean",
                "default": False,
                "description": "Whether to say what would happen, and store nothing.",
            },
        },
        "additionalProperties": False,
    }
