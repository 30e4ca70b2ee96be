"""Reads the query string of a list or a record strictly: what is not known is refused."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from django.http import QueryDict

from records.api.errors import ErrorItem, InvalidQueryError, nearest
from records.api.pagination import (
    DEFAULT_PAGE_SIZE,
    MAX_PAGE_SIZE,
    CursorError,
    Ordering,
    Place,
    read_cursor,
)
from records.api.resources import Resource
from records.values.quoting import quote

PAGE_PARAMETERS = ("cursor", "page_size", "ordering", "count", "facets")
MOST_NAMED = 20
"""How many unknown names one answer explains; nobody reads more."""

_BOOLEANS = {"true": True, "false": False}

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Shape:
    """Which fields of a document to keep, and which brief records to expand."""

    fields: tuple[str, ...]
    expand: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of a list to read."""

    ordering: Ordering
    size: int
    after: Place | None
    count: bool


@dataclass(slots=True)
class QueryReader:
    """Reads parameters one by one and gathers what is wrong with them."""

    query: QueryDict
    resource: Resource
    items: list[ErrorItem] = field(default_factory=list)

    def refuse(self, name: str, code: str, detail: str) -> None:
        """Note that a parameter is wrong."""
        self.items.append(ErrorItem(f"?{name}", code, detail))

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Note every parameter that is not known, with the nearest ones that are.

        The parameters that shape documents are known to every reader.
        """
        shaping = ("fields", "omit", "expand") if self.resource.expandable else ("fields", "omit")
        every = {*known, *shaping}
        self.items.extend(unknown_parameters(self.query, every))

    def shape(self) -> Shape:
        """Read `fields`, `omit` and `expand`."""
        fields = self._names("fields", self.resource.fields)
        omit = self._names("omit", self.resource.fields)
        expand = self._names("expand", self.resource.expandable)
        kept = tuple(
            name for name in self.resource.fields if (not fields or name in fields)
            and name not in omit
        )  # fmt: skip
        for path in expand:
            if path.partition(".")[0] not in kept:
                self.refuse(
                    "expand", "expansion_not_selected", f"{quote(path)} is not among the fields."
                )
        if not kept:
            self.refuse("omit", "nothing_left", "No field is left; omit fewer.")
        return Shape(kept, expand, whole=len(kept) == len(self.resource.fields))

    def ordering(self, default: str = "") -> Ordering:
        """Read `ordering`."""
        default = default or self.resource.default_ordering
        return Ordering.of(self.resource, self._read("ordering", self._ordering, default))

    def page(self, default_ordering: str = "") -> Page:
        """Read `ordering`, `page_size`, `cursor` and `count`."""
        chosen = self.ordering(default_ordering)
        return Page(
            ordering=chosen,
            size=self._read("page_size", self._page_size, DEFAULT_PAGE_SIZE),
            after=self._read("cursor", lambda text: self._cursor(text, chosen), None),
            count=self._read("count", self._boolean, default=False),
        )

    def facets(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """Read `facets`."""
        return self._names("facets", known)

    def finish(self) -> None:
        """Raise InvalidQueryError if anything was wrong."""
        if self.items:
            raise InvalidQueryError(self.items)

    def _read(self, name: str, read: Callable[[str], Value], default: Value) -> Value:
        values = self.query.getlist(name)
        if not values:
            return default
        if len(values) > 1:
            self.refuse(name, "repeated_parameter", "Give this parameter once.")
            return default
        try:
            return read(values[0])
        except CursorError as error:
            self.refuse(name, error.code, str(error))
        except _RefusedError as error:
            self.refuse(name, error.code, error.detail)
        return default

    def _names(self, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
        given = dict.fromkeys(
            each for value in self.query.getlist(name) for each in value.split(",")
        )
        for each in islice((each for each in given if each not in known), MOST_NAMED):
            self.refuse(name, f"unknown_{_NOUNS[name]}", unknown(_NOUNS[name], each, known))
        return tuple(each for each in given if each in known)

    def _ordering(self, text: str) -> str:
        names = self.resource.ordering_names
        if text not in names:
            raise _RefusedError("unknown_ordering", unknown("ordering", text, names))
        return text

    def _page_size(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= 9):  # noqa: PLR2004
            raise _RefusedError(
                "invalid_page_size", f"{quote(text)} is not a whole number such as 50."
            )
        size = int(text)
        if not 1 <= size <= MAX_PAGE_SIZE:
            raise _RefusedError(
                "page_size_out_of_range", f"{size} is not between 1 and {MAX_PAGE_SIZE}."
            )
        return size

    def _cursor(self, text: str, ordering: Ordering) -> Place:
        return read_cursor(text, self.resource, ordering)

    def _boolean(self, text: str) -> bool:
        if text not in _BOOLEANS:
            raise _RefusedError("invalid_boolean", f"{quote(text)} is neither true nor false.")
        return _BOOLEANS[text]


_NOUNS = {"fields": "field", "omit": "field", "expand": "expansion", "facets": "facet"}


class _RefusedError(ValueError):
    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code, self.detail = code, detail


def unknown_parameters(query: QueryDict, known: Collection[str]) -> list[ErrorItem]:
    """List parameters that are not known, each with the nearest ones that are."""
    strange = (name for name in query if name not in known)
    return [
        ErrorItem(f"?{name}", "unknown_parameter", unknown("parameter", name, known))
        for name in islice(strange, MOST_NAMED)
    ]


def refuse_parameters(query: QueryDict, known: Collection[str] = ()) -> None:
    """Raise InvalidQueryError if a parameter is not known."""
    if items := unknown_parameters(query, known):
        raise InvalidQueryError(items)


def unknown(noun: str, given: str, known: Collection[str]) -> str:
    """Say that a word is not known and which ones are near it, or all when none is."""
    plain = sorted(name for name in known if not name.endswith("!"))
    near = nearest(given, plain) or plain
    hint = f"did you mean {', '.join(near)}?" if near else "none is taken here."
    return f"There is no {noun} {quote(given)}; {hint}"
