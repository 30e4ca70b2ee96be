"""Single values of a body.

They check the JSON type only; whether a value is allowed, the model says, so that the API and the
admin give the same errors.
"""

import re
from decimal import Decimal
from typing import Any, cast

from django.db import models
from django.db.models.expressions import DatabaseDefault
from rest_framework import serializers

from records.api.serializers.forms import decimal_form_of, form_of
from records.enums import Vocabulary
from records.models import Record
from records.models.fields import AnyColumn
from records.values.public_ids import PublicIdError, parse_public_id, public_id_pattern
from records.values.quoting import quote

JsonSchema = dict[str, Any]
_MAX_QUOTED = 1000
_NUMBER = r"^-?[0-9]{1,40}(\.[0-9]{1,40})?$"


class ColumnInput(serializers.Field[Any, Any, Any, Any]):
    """The value of one column."""

    default_error_messages = {
        "wrong_type": "Write {expected}, not {given}.",
        "max_length": "At most {most} characters are stored; this has {given}.",
    }
    expected = "a string"

    def __init__(
        self, model: type[models.Model], name: str, *, required: bool | None = None
    ) -> None:
        """Name the column; by default it is required if it has no default and cannot be empty."""
        column = column_of(model, name)
        super().__init__(
            required=not (column.blank or column.has_default()) if required is None else required,
            allow_null=column.blank,
        )
        self.column = column

    @property
    def _spectacular_annotation(self) -> dict[str, JsonSchema]:
        """Tell drf-spectacular what it asks for; not before, as every request builds fields."""
        text = str(self.column.help_text)
        return {"field": self.described() | ({"description": text} if text else {})}

    def bind(self, field_name: str, parent: Any) -> None:
        """Fill the column, whatever the member is called."""
        super().bind(field_name, parent)
        self.source_attrs = [self.column.attname]

    def described(self) -> JsonSchema:
        """Describe the value for OpenAPI."""
        return _vocabulary(self.column) if self.column.choices else form_of(self.column)

    def to_internal_value(self, data: Any) -> Any:
        """Take a string as it is, unless it is far too long for the model to quote it."""
        if not isinstance(data, str):
            self.fail("wrong_type", expected=self.expected, given=type_name(data))
        most = getattr(self.column, "target_field", self.column).max_length
        if most and len(data) > max(most, _MAX_QUOTED):
            self.fail("max_length", most=most, given=f"{len(data):,}")
        return data

    def validate_empty_values(self, data: Any) -> tuple[bool, Any]:
        """Store null as the column's own empty value.

        A change may leave out members of the record; a row is new and needs what any row needs.
        """
        if data is serializers.empty and self.required and self.parent is not self.root:
            self.fail("required")
        done, value = super().validate_empty_values(data)
        return done, empty_value(self.column) if done and value is None else value


class DecimalInput(ColumnInput):
    """An exact decimal: a string, or a whole number."""

    default_error_messages = {
        "invalid_number": "{given} is not a plain decimal number. Write one such as 105 or 14.5, "
        "without exponent or separators."
    }
    expected = "a decimal number in a string, such as “14.5”"

    def described(self) -> JsonSchema:
        """Describe the value for OpenAPI."""
        return decimal_form_of(cast("models.DecimalField[Any, Any]", self.column))

    def to_internal_value(self, data: Any) -> Decimal:
        """Read the number; floats are refused, because they are not exact."""
        if isinstance(data, bool) or not isinstance(data, int | str):
            self.fail("wrong_type", expected=self.expected, given=type_name(data))
        if not re.fullmatch(_NUMBER, str(data)):
            self.fail("invalid_number", given=quote(str(data)))
        return Decimal(data)


class ReferenceInput(ColumnInput):
    """The public id of another record."""

    @property
    def target(self) -> type[Record]:
        """Model of the record."""
        return self.column.related_model  # type: ignore[return-value]

    def described(self) -> JsonSchema:
        """Describe the value for OpenAPI."""
        return {
            "type": "string",
            "pattern": f"^{public_id_pattern(self.target.record_type)}$",
            "description": str(self.column.help_text)
            or f"Id of the {self.target._meta.verbose_name}.",
        }

    def to_internal_value(self, data: Any) -> int:
        """Read the id; whether there is such a record, the service says."""
        text = super().to_internal_value(data)
        try:
            return parse_public_id(text, self.target.record_type)
        except PublicIdError as error:
            raise serializers.ValidationError(str(error), code=error.code) from error


def _vocabulary(column: AnyColumn) -> JsonSchema:
    """Reference the component of a column's codes, which the documents name, too."""
    codes = [code for code, _ in column.flatchoices if code]
    name = next(each.__name__ for each in Vocabulary.__subclasses__() if each.values == codes)
    return {"$ref": f"#/components/schemas/{name}"}


def column_of(model: type[models.Model], name: str) -> AnyColumn:
    """Look a column up."""
    return model._meta.get_field(name)  # type: ignore[return-value] # never a reverse relation


def empty_value(column: AnyColumn) -> Any:
    """Return what a column holds when nothing was given; a default of the database's as a value."""
    default = column.get_default()
    return column.to_python("") if isinstance(default, DatabaseDefault) else default


def column_input(
    model: type[models.Model], name: str, *, required: bool | None = None
) -> ColumnInput:
    """Choose the input of a column."""
    column = column_of(model, name)
    if isinstance(column, models.DecimalField):
        return DecimalInput(model, name, required=required)
    if isinstance(column, models.ForeignKey) and issubclass(column.related_model, Record):
        return ReferenceInput(model, name, required=required)
    return ColumnInput(model, name, required=required)


def type_name(data: Any) -> str:
    """Name a JSON value's type."""
    names = {
        dict: "an object",
        list: "a list",
        str: "a string",
        bool: "a boolean",
        type(None): "null",
    }
    return names.get(type(data), "a number")
