"""Reads the rows that answers are made of: a page of a list, or one record."""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from records.api.documents import Visible
from records.api.pagination import Ordering, Place
from records.api.query import Page
from records.enums import ReviewStatus
from records.models import Record
from records.querysets.statements import Statement

Row = tuple[int, Any, str | None]
"""Primary key, ordering key and document of a record."""


def read_record(
    model: type[Record], number: int, visible: Visible
) -> tuple[int, str | None] | None:
    """Read the revision and the document of a record; None when there is none to be seen.

    Nobody sees a merged one: another record answers for it.
    """
    found = _record_statement(model, drafts=visible.drafts).rows(number)
    return (found[0][0], found[0][1]) if found else None


def read_page(rows: QuerySet[Any], page: Page) -> tuple[list[Row], bool]:
    """Read a page of filtered rows, and whether another page follows."""
    return _cut(list(_ordered(rows, page.ordering, page.size, page.after)), page)


def read_unfiltered_page(
    model: type[Record], page: Page, visible: Visible
) -> tuple[list[Row], bool]:
    """Read a page of all that is to be seen of a model, and whether another page follows."""
    sample = Place(_SAMPLES[type(page.after.key)], 1) if page.after else None
    statement = _page_statement(model, page.ordering, page.size, sample, drafts=visible.drafts)
    return _cut(statement.rows(*_values(model, page.ordering, page.after)), page)


_SAMPLES: dict[type, Any] = {
    date: date.min, datetime: datetime.min.replace(tzinfo=UTC), str: "", int: 1,
}  # fmt: skip
"""A key of each type that orderings have, to compile a statement with."""


def _cut(found: list[Any], page: Page) -> tuple[list[Row], bool]:
    """Take off the one row more than the page holds, which says that another page follows."""
    return found[: page.size], len(found) > page.size


def _ordered(
    rows: QuerySet[Any], ordering: Ordering, size: int, after: Place | None
) -> "QuerySet[Any, tuple[Any, ...]]":
    ordered = ordering.sort(rows)
    if after:
        ordered = ordering.after(ordered, after)
    return ordered.values_list("pk", ordering.column, "document")[: size + 1]


def _values(model: type[Record], ordering: Ordering, place: Place | None) -> tuple[Any, ...]:
    """Give what `Ordering.after` compares with, as the database takes it."""
    if place is None:
        return ()
    if ordering.column == "id":
        return (place.number,)
    (column,) = (each for each in model._meta.concrete_fields if each.name == ordering.column)
    return (column.get_db_prep_value(place.key, connection), place.number)


@lru_cache(maxsize=128)
def _page_statement(
    model: type[Record], ordering: Ordering, size: int, sample: Place | None, *, drafts: bool
) -> Statement:
    rows = _ordered(Visible(drafts=drafts).of(model), ordering, size, sample)
    return Statement.of(rows, *_values(model, ordering, sample))


@lru_cache
def _record_statement(model: type[Record], *, drafts: bool) -> Statement:
    standing = Visible(drafts=drafts).of(model).exclude(review_status=ReviewStatus.MERGED)
    rows = standing.filter(pk=1)
    return Statement.of(rows.values_list("revision", "document"), 1)
