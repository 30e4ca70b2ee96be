"""Objects of a body that fill several columns of one row."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models

from records.api.serializers.base import ObjectInput
from records.api.serializers.fields import column_input, column_of, empty_value


class CompositeInput(ObjectInput):
    """An object that fills columns; a member left out empties its column."""

    def __init__(self, model: type[models.Model], members: Mapping[str, str]) -> None:
        """Take the model and, for each member, the name of its column."""
        self.model, self.members = model, members
        super().__init__(source="*", required=False, allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        """Build the inputs of the columns, none of them required."""
        return {
            member: column_input(self.model, name, required=False)
            for member, name in self.members.items()
        }

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        """Read the columns; what is left out is empty, and all of it for null."""
        return self.empty() | (super().to_internal_value(data) if data is not None else {})

    def empty(self) -> dict[str, Any]:
        """The columns without a value."""
        columns = (column_of(self.model, name) for name in self.members.values())
        return {column.attname: empty_value(column) for column in columns}


class DateInput(CompositeInput):
    """A date: its EDTF string."""

    read_only_names: ClassVar[frozenset[str]] = frozenset(
        {"earliest", "latest", "words", "unresolved"}
    )

    def __init__(self, model: type[models.Model], date: str) -> None:
        """Name the model and the date's column."""
        super().__init__(model, {"edtf": date})


class WordedDateInput(CompositeInput):
    """A date with the source's words for it."""

    read_only_names: ClassVar[frozenset[str]] = frozenset({"earliest", "latest", "unresolved"})

    def __init__(self, model: type[models.Model], date: str, words: str) -> None:
        """Name the model and the columns."""
        super().__init__(model, {"edtf": date, "words": words})


class UnresolvedDateInput(CompositeInput):
    """A date with the source's words for it, or why they are no date."""

    read_only_names: ClassVar[frozenset[str]] = frozenset({"earliest", "latest"})

    def __init__(self, model: type[models.Model], date: str) -> None:
        """Name the model and the date's column; the others are named after it."""
        members = {"edtf": date, "words": f"{date}_words", "unresolved": f"{date}_unresolved"}
        super().__init__(model, members)


class ValueInput(CompositeInput):
    """An amount of money as reported."""

    def __init__(self, model: type[models.Model], amount: str, currency: str) -> None:
        """Name the model and the columns."""
        super().__init__(model, {"amount": amount, "currency": currency})
