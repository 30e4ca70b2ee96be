"""Parameters of an endpoint's own, which choose what is asked instead of which records match."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.http import QueryDict

from records.api.errors import ErrorItem
from records.api.filters.bad_values import BadValueError, BadValuesError, unlisted
from records.api.filters.base import JsonSchema
from records.api.filters.ranges import ModifierFilter
from records.values.quoting import quote

_DIGITS = re.compile(r"0|[1-9][0-9]{0,17}")
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class OwnParameter(ModifierFilter):
    """A parameter with one value, or its default when it is not given."""

    def __init__(self, *, help_text: str, default: Any = None, needed: bool = False) -> None:
        """Describe the parameter; one that is `needed` has no default."""
        super().__init__(None, help_text=help_text)
        self.default = default
        self.needed = needed


class OneOf(OwnParameter):
    """One word of a list."""

    def __init__(self, words: Sequence[str] | type[TextChoices], **kwargs: Any) -> None:
        """Name the words."""
        super().__init__(**kwargs)
        self.choices = words if isinstance(words, type) else None
        self.words = list(words.values if isinstance(words, type) else words)

    @property
    def vocabulary(self) -> type[TextChoices] | None:
        """The enumeration whose codes are the words, if they are."""
        return self.choices

    def parse(self, text: str) -> str:
        """Accept a word of the list."""
        if text not in self.words:
            raise unlisted("invalid_choice", text, self.words)
        return text

    def schema(self) -> JsonSchema:
        """List the words."""
        chosen = {} if self.default is None else {"default": self.default}
        example = self.default if isinstance(self.default, str) else self.words[0]
        return {"type": "string", "enum": self.words, **chosen, "example": example}


class SomeOf(OneOf):
    """Several words of a list, in the order given."""

    single = False

    def __init__(
        self, words: Sequence[str] | type[TextChoices], *, most: int | None = None, **kwargs: Any
    ) -> None:
        """Name the words and how many of them may be given, all unless said otherwise."""
        super().__init__(words, **kwargs)
        self.most = most or len(self.words)

    def schema(self) -> JsonSchema:
        """List the words."""
        return {"type": "string", "enum": self.words, "example": self.words[: self.most]}


class WholeNumber(OwnParameter):
    """A whole number between two bounds."""

    def __init__(self, low: int, high: int, *, default: int, **kwargs: Any) -> None:
        """Name the bounds, both included."""
        super().__init__(default=default, **kwargs)
        self.low, self.high = low, high

    def parse(self, text: str) -> int:
        """Accept a number in the range."""
        if _DIGITS.fullmatch(text) and self.low <= int(text) <= self.high:
            return int(text)
        raise BadValueError(
            "number_out_of_range",
            f"{quote(text)} is not a number from {self.low} to {self.high}.",
        )

    def schema(self) -> JsonSchema:
        """Describe the range."""
        return {
            "type": "integer",
            "minimum": self.low,
            "maximum": self.high,
            "default": self.default,
            "example": self.default,
        }


class Day(OwnParameter):
    """One day of the calendar."""

    def parse(self, text: str) -> date:
        """Accept a day."""
        if re.fullmatch(_DAY, text):
            try:
                return date.fromisoformat(text)
            except ValueError as error:
                raise BadValueError(
                    "no_such_date", f"{quote(text)} is not in the calendar."
                ) from error
        raise BadValueError("invalid_day", f"{quote(text)} is not a day such as 2025-04-04.")

    def schema(self) -> JsonSchema:
        """Describe the form."""
        return {"type": "string", "format": "date", "pattern": f"^{_DAY}$", "example": "2025-04-04"}


def read_own(
    parameters: Mapping[str, OwnParameter], query: QueryDict
) -> tuple[dict[str, Any], list[ErrorItem]]:
    """Read the parameters of an endpoint's own, and list what is wrong with them."""
    values: dict[str, Any] = {}
    items: list[ErrorItem] = []
    for name, each in parameters.items():
        values[name] = each.default
        if each.needed and name not in query:
            detail = f"Give {name}, such as {name}={each.schema()['example']}."
            items.append(ErrorItem(f"?{name}", "parameter_missing", detail))
        if name in query:
            try:
                values[name] = each.read(query.getlist(name))
            except BadValuesError as bad:
                items.extend(ErrorItem(f"?{name}", error.code, str(error)) for error in bad.errors)
    return values, items
