"""What every filter of the API is: it reads its values, and says which records match them.

Filters are declared as django-filter's are, but evaluated here: django-filter copies every
filter and builds a form for each request, and joins a table once for each parameter over it.
"""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.db.models import Q, TextChoices
from django_filters import Filter  # type: ignore[import-untyped]

from records.api.filters.asked import Asked, Condition
from records.api.filters.bad_values import BadValueError, BadValuesError
from records.models import OwnedRow

JsonSchema = dict[str, Any]
MAX_VALUES = 100
MAX_IDS = 500


class RecordFilter(Filter):  # type: ignore[misc]
    """A filter that takes several values, any of which may match.

    `field_name` is a lookup path from the record, or from the owned row that `rows` names.
    """

    negatable: ClassVar[bool] = True
    single: ClassVar[bool] = False
    separator: ClassVar[str] = ","
    minimum: ClassVar[int] = 1
    needed: bool = False

    def __init__(
        self,
        field_name: str | None = None,
        *,
        help_text: str,
        rows: type[OwnedRow] | None = None,
    ) -> None:
        """Describe the filter; the field's name is the parameter's unless given."""
        super().__init__(field_name, help_text=help_text)
        self.help_text = help_text
        self.rows = rows
        self.most = MAX_VALUES

    def read(self, given: Sequence[str]) -> Any:
        """Turn the parameter's texts into values. Raises BadValuesError for all that are bad."""
        if self.single:
            return self._read_single(given)
        values, errors = [], []
        for text in self._pieces(given):
            try:
                values.append(self._parse(text))
            except BadValueError as error:
                errors.append(error)
        if errors:
            raise BadValuesError(*errors)
        return values

    def parse(self, text: str) -> Any:
        """Turn one text, never empty, into a value. Raises BadValueError."""
        raise NotImplementedError

    def problem(self, name: str, asked: Asked) -> BadValueError | None:  # noqa: ARG002 for overriding
        """Say what is wrong between this parameter and others."""
        return None

    def where(self, value: Any, asked: Asked) -> Q:  # noqa: ARG002 for overriding
        """Match the record, or the row of `rows`, with the values read."""
        return Q(**{f"{self.field_name}__in": value})

    def conditions(
        self, name: str, value: Any, asked: Asked, *, negated: bool
    ) -> Iterator[Condition]:
        """Yield what the parameter `name` asks for."""
        del name
        where, only = self.where(value, asked), self.only(value, asked)
        yield Condition(where, self.rows, negated=negated, only=only)

    def only(self, value: Any, asked: Asked) -> tuple[str, Any] | None:  # noqa: ARG002 for overriding
        """Give the column and its one value, if nothing else is asked."""
        return None

    def schema(self) -> JsonSchema:
        """Describe one value as JSON Schema, with an example."""
        raise NotImplementedError

    @property
    def vocabulary(self) -> type[TextChoices] | None:
        """The enumeration whose codes are the values, if they are."""
        return None

    def _read_single(self, given: Sequence[str]) -> Any:
        if len(given) > 1:
            detail = f"It takes one value and is given {len(given)} times; give it once."
            raise BadValuesError(BadValueError("repeated_parameter", detail))
        try:
            return self._parse(given[0])
        except BadValueError as error:
            raise BadValuesError(error) from error

    def _parse(self, text: str) -> Any:
        if not text:
            raise BadValueError("empty_value", "A value is empty; give one or leave it out.")
        return self.parse(text)

    def _pieces(self, given: Sequence[str]) -> list[str]:
        split = [text.split(self.separator) if self.separator else [text] for text in given]
        pieces = [piece for each in split for piece in each]
        if len(pieces) > self.most:
            detail = (
                f"It takes at most {self.most} values and is given {len(pieces)}; ask in parts."
            )
            raise BadValuesError(BadValueError("too_many_values", detail))
        distinct = list(dict.fromkeys(pieces))
        if len(distinct) < self.minimum:
            detail = f"It takes at least {self.minimum} different values; give more."
            raise BadValuesError(BadValueError("too_few_values", detail))
        return distinct
