"""Objects and lists of a body."""

from collections.abc import Mapping
from copy import copy
from functools import cache
from itertools import islice
from typing import Any, ClassVar, Self

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from rest_framework import serializers

from records.api.errors import nearest
from records.api.serializers.fields import column_input, column_of, empty_value, type_name
from records.models import OwnedRow, Record
from records.models.relations import owned_rows
from records.representations.rendering import SERIALIZERS
from records.values.quoting import quote

MAX_STRANGE = 20
"""How many unknown members of one object are named; looking for near names takes time."""

MAX_ROWS = 500
"""How many rows an owned list may have."""


class ObjectInput(serializers.Serializer[Any]):
    """An object whose members are all known."""

    read_only_names: ClassVar[frozenset[str]] = frozenset()

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        """Read the members; refuse what is not known or not for the client to write."""
        if not isinstance(data, Mapping):
            text = f"Write an object, not {type_name(data)}."
            # Of a whole body, REST framework takes nothing but a dictionary.
            raise serializers.ValidationError({NON_FIELD_ERRORS: [text]}, code="wrong_type")
        unknown = islice((name for name in data if name not in self.fields), MAX_STRANGE)
        strange = {name: [self._strange(name)] for name in unknown}
        try:
            values: dict[str, Any] = super().to_internal_value(data)
        except serializers.ValidationError as error:
            raise serializers.ValidationError(strange | dict(error.detail)) from error  # type: ignore[arg-type]
        if strange:
            raise serializers.ValidationError(strange)
        return values

    def _strange(self, name: str) -> serializers.ErrorDetail:
        if name in self.read_only_names:
            return serializers.ErrorDetail(
                "The register sets this itself; leave it out.", "read_only_field"
            )
        near = nearest(name, self.fields) or sorted(self.fields)
        return serializers.ErrorDetail(
            f"There is no field {quote(name)}; did you mean {', '.join(near)}?", "unknown_field"
        )


class RowInput(ObjectInput):
    """A row of a model. `Meta.fields` names columns; other members are declared."""

    @classmethod
    def many_init(cls, *args: Any, **kwargs: Any) -> Any:
        """Limit the length of a list of rows."""
        return super().many_init(*args, **({"max_length": MAX_ROWS} | kwargs))

    def get_fields(self) -> dict[str, Any]:
        """Build the inputs of the columns, in the order of `Meta.fields`."""
        declared = super().get_fields()
        model = self.Meta.model  # type: ignore[attr-defined]
        return {
            name: declared.get(name) or column_input(model, name)
            for name in self.Meta.fields  # type: ignore[attr-defined]
        }


class EachInput(serializers.ListField):
    """An owned list whose rows are written as one value: `["UA", "GB"]`."""

    def __init__(self, model: type[models.Model], name: str) -> None:
        """Name the column that each value fills."""
        super().__init__(child=column_input(model, name), required=False, max_length=MAX_ROWS)
        self.column = column_of(model, name)

    def to_internal_value(self, data: Any) -> list[dict[str, Any]]:
        """Read the values as rows with one column; do not even look at too many."""
        if isinstance(data, list):
            self.run_validators(data)
        return [{self.column.attname: value} for value in super().to_internal_value(data)]


class RecordInput(RowInput):
    """A record with its owned lists.

    `lists` maps a member to the owned list that it fills, where the two differ.
    """

    lists: ClassVar[dict[str, str]] = {}

    @classmethod
    def of(cls, data: Any, *, partial: bool) -> Self:
        """Take a body to read.

        The inputs of its members are those of every other body: a claim has sixty, and building
        them takes longer than reading with them. They hold nothing of what they read.
        """
        body = copy(cls._empty(partial=partial))
        body.initial_data = data
        return body

    @classmethod
    @cache
    def _empty(cls, *, partial: bool) -> Self:
        empty = cls(partial=partial)
        _ = empty.fields  # REST framework builds them when they are first asked for
        return empty

    def get_fields(self) -> dict[str, Any]:
        """Add what every record has."""
        model = self.Meta.model  # type: ignore[attr-defined]
        return super().get_fields() | {"notes": column_input(model, "notes")}

    @property
    def read_only_names(self) -> frozenset[str]:  # type: ignore[override]
        """Fields of the record's document that clients do not write."""
        return frozenset(SERIALIZERS[self.Meta.model].Meta.fields)  # type: ignore[attr-defined]

    def split(self) -> tuple[dict[str, Any], dict[str, list[OwnedRow]]]:
        """Part what was read into values of columns and unsaved rows of owned lists."""
        model: type[Record] = self.Meta.model  # type: ignore[attr-defined]
        values = dict(self.validated_data)
        rows = owned_rows(model)
        owned = {}
        for member in list(values):
            name = self.lists.get(member, member)
            if name in rows:
                owned[name] = [rows[name](**row) for row in values.pop(member)]
        return values, owned

    def absent(self) -> tuple[dict[str, Any], dict[str, list[OwnedRow]]]:
        """Build the empty values of the members that a body may leave out."""
        model: type[Record] = self.Meta.model  # type: ignore[attr-defined]
        columns = {
            column.attname: empty_value(column)
            for column in model._meta.concrete_fields
            if column.editable and (column.blank or column.has_default()) and not column.primary_key
        }
        return columns, {name: [] for name in owned_rows(model)}
