"""What every filter of the API is: it reads its values, and says which records match them.

Filters are declared as django-filter's are, but evaluated here: django-filter copies every
filter and builds a form for each request, and joins a table once for each parameter over it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Q, QuerySet, TextChoices
from django_filters import Filter  # type: ignore[import-untyped]

from records.api.errors import nearest
from records.models import OwnedRow
from records.values.quoting import quote

JsonSchema = dict[str, Any]
MAX_VALUES = 100
MAX_IDS = 500
MOST_LISTED = 30


class BadValueError(ValueError):
    """One value cannot be used; the text names it and how to put it right."""

    def __init__(self, code: str, detail: str) -> None:
        """Take the code of the problem and the sentence for the client."""
        super().__init__(detail)
        self.code = code


class BadValuesError(ValueError):
    """Everything that is wrong with the values of one parameter."""

    def __init__(self, *errors: BadValueError) -> None:
        """Take the errors, at least one."""
        super().__init__(*errors)
        self.errors = errors


def unlisted(code: str, text: str, known: Sequence[str]) -> BadValueError:
    """Build the error of a value that is not on a list, with the nearest that are."""
    near = nearest(text, known)
    hint = f"Nearest: {', '.join(near)}." if near else f"Accepted: {', '.join(known[:MOST_LISTED])}"
    hint += "" if near else "." if len(known) <= MOST_LISTED else ", …"
    return BadValueError(code, f"{quote(text)} is not an accepted value. {hint}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What one request asks: the values read, by parameter, and the records it may see."""

    values: Mapping[str, Any]
    visible: QuerySet[Any]

    def flag(self, name: str) -> bool:
        """Tell whether a modifier is switched on."""
        return bool(self.values.get(name, False))


@dataclass(frozen=True, slots=True)
class Condition:
    """What a record, or one row that it owns, must be like.

    Conditions on the same `rows` must hold for one and the same row, unless they have different
    keys in `alone`. A negated one holds when no row is like that. `carried` is what a condition
    on the record implies for the record's date where rows carry a copy of it.
    """

    where: Q
    rows: type[OwnedRow] | None = None
    alone: str = ""
    negated: bool = False
    carried: Q | None = None


class RecordFilter(Filter):  # type: ignore[misc]
    """A filter that takes several values, any of which may match.

    `field_name` is a lookup path from the record, or from the owned row that `rows` names.
    """

    negatable: ClassVar[bool] = True
    single: ClassVar[bool] = False
    separator: ClassVar[str] = ","
    minimum: ClassVar[int] = 1

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
        yield Condition(self.where(value, asked), self.rows, negated=negated)

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


class ModifierFilter(RecordFilter):
    """A parameter that matches nothing by itself and changes what others match."""

    single = True
    negatable = False

    def conditions(
        self, name: str, value: Any, asked: Asked, *, negated: bool
    ) -> Iterator[Condition]:
        """Yield nothing."""
        del name, value, asked, negated
        return iter(())


class FlagFilter(ModifierFilter):
    """A modifier that is on or off."""

    def parse(self, text: str) -> bool:
        """Accept true and false."""
        if text not in {"true", "false"}:
            raise unlisted("invalid_choice", text, ("true", "false"))
        return text == "true"

    def schema(self) -> JsonSchema:
        """Describe the switch."""
        return {"type": "boolean", "default": False, "example": True}


class RangeFilter(RecordFilter):
    """One end of a range. The parameter's name ends in _after, _before, _min or _max."""

    single = True
    negatable = False
    upper: ClassVar[bool] = False

    def problem(self, name: str, asked: Asked) -> BadValueError | None:
        """Refuse a range whose lower end lies above its upper end; told at the lower end."""
        stem, _, end = name.rpartition("_")
        opposite = f"{stem}_{ {'after': 'before', 'min': 'max'}.get(end, '') }"
        value, other = asked.values[name], asked.values.get(opposite)
        if other is None or value <= other:
            return None
        return BadValueError(
            "range_reversed",
            f"{name} begins at {value}, beyond the end of {opposite}, {other}; exchange them.",
        )
