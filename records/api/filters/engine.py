"""Evaluates the filters that a query names, and no others."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from records.api.errors import ErrorItem, InvalidQueryError
from records.api.filters.asked import Asked, Condition
from records.api.filters.bad_values import BadValueError, BadValuesError
from records.api.filters.base import RecordFilter
from records.models import OwnedRow

NEGATION = "!"

Filters = dict[str, RecordFilter]
Carriers = Mapping[type[OwnedRow], str]


def ask(
    filters: Filters, query: QueryDict, visible: QuerySet[Any], *, whole: bool = False
) -> Asked:
    """Read the values of every parameter that a filter knows.

    Raises InvalidQueryError with everything that is wrong with them.
    """
    values: dict[str, Any] = {}
    items: list[ErrorItem] = []
    for name in query:
        found = filters.get(name.removesuffix(NEGATION))
        if found is None or (name.endswith(NEGATION) and not found.negatable):
            continue
        try:
            values[name] = found.read(query.getlist(name))
        except BadValuesError as bad:
            items.extend(_item(name, error) for error in bad.errors)
    asked = Asked(values, visible, whole)
    if not items:
        items.extend(_between_parameters(filters, asked))
    if items:
        raise InvalidQueryError(items)
    return asked


def conditions(filters: Filters, asked: Asked) -> list[Condition]:
    """List what the parameters ask for."""
    found: list[Condition] = []
    for name, value in asked.values.items():
        each, negated = filters[name.removesuffix(NEGATION)], name.endswith(NEGATION)
        found.extend(each.conditions(name, value, asked, negated=negated))
    return found


def carried(asked: Sequence[Condition]) -> dict[str, Any]:
    """Collect what conditions imply for copies of the record's date."""
    return {lookup: value for each in asked for lookup, value in each.carried.items()}


def matching(
    asked: Sequence[Condition], carriers: Carriers, implied: Mapping[str, Any], *, whole: bool
) -> list[Q]:
    """Build what a record must satisfy; each owned table is asked once for all positive filters.

    `carriers` are the owned tables with a copy of the record's date, of which `implied` holds, and
    with at most one row for each record and value. For a `whole` selection the rows are found
    first: SQLite would look them up for each record, which only pays where a page ends early.
    """
    has = _is_among if whole else _exists
    found: list[Q] = []
    joined: dict[tuple[type[OwnedRow], str], Q] = {}
    for each in asked:
        if each.rows is None:
            found.append(~each.where if each.negated else each.where)
        elif each.negated:
            found.append(~_exists(each.rows, each.where))
        else:
            key = (each.rows, each.alone)
            joined[key] = joined.get(key, Q()) & each.where
    for (rows, _), where in joined.items():
        found.append(has(rows, where & Q(**implied) if rows in carriers else where))
    return found


def _exists(rows: type[OwnedRow], where: Q) -> Q:
    own = rows._default_manager.filter(**{f"{rows.owner}_id": OuterRef("pk")})
    return Q(Exists(own.filter(where)))


def _is_among(rows: type[OwnedRow], where: Q) -> Q:
    found = rows._default_manager.filter(where).order_by()
    return Q(pk__in=found.values(f"{rows.owner}_id"))


def _between_parameters(filters: Filters, asked: Asked) -> Iterable[ErrorItem]:
    for name in asked.values:
        error = filters[name.removesuffix(NEGATION)].problem(name, asked)
        if error:
            yield _item(name, error)


def _item(name: str, error: BadValueError) -> ErrorItem:
    return ErrorItem(f"?{name}", error.code, str(error))
