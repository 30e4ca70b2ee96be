"""Evaluates the filters that a query names, and no others."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from records.api.errors import ErrorItem, InvalidQueryError
from records.api.filters.base import Asked, BadValueError, BadValuesError, Condition, RecordFilter
from records.models import OwnedRow

NEGATION = "!"

Filters = dict[str, RecordFilter]
Carriers = tuple[type[OwnedRow], ...]


def ask(filters: Filters, query: QueryDict, visible: QuerySet[Any]) -> Asked:
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
    asked = Asked(values, visible)
    if not items:
        items.extend(_between_parameters(filters, asked))
    if items:
        raise InvalidQueryError(items)
    return asked


def matching(filters: Filters, asked: Asked, carriers: Carriers) -> list[Q]:
    """Build what a record must satisfy; each owned table is asked once for all positive filters.

    `carriers` are the owned tables that carry a copy of the record's date.
    """
    conditions = list(_conditions(filters, asked))
    carried = [each.carried for each in conditions if each.carried]
    found: list[Q] = []
    joined: dict[tuple[type[OwnedRow], str], Q] = {}
    for each in conditions:
        if each.rows is None:
            found.append(~each.where if each.negated else each.where)
        elif each.negated:
            found.append(~_exists(each.rows, each.where))
        else:
            key = (each.rows, each.alone)
            joined[key] = joined.get(key, Q()) & each.where
    for (rows, _), where in joined.items():
        implied = carried if rows in carriers else []
        found.append(_exists(rows, Q(where, *implied)))
    return found


def _conditions(filters: Filters, asked: Asked) -> Iterator[Condition]:
    for name, value in asked.values.items():
        found = filters[name.removesuffix(NEGATION)]
        yield from found.conditions(name, value, asked, negated=name.endswith(NEGATION))


def _exists(rows: type[OwnedRow], where: Q) -> Q:
    own = rows._default_manager.filter(**{f"{rows.owner}_id": OuterRef("pk")})
    return Q(Exists(own.filter(where)))


def _between_parameters(filters: Filters, asked: Asked) -> Iterable[ErrorItem]:
    for name in asked.values:
        error = filters[name.removesuffix(NEGATION)].problem(name, asked)
        if error:
            yield _item(name, error)


def _item(name: str, error: BadValueError) -> ErrorItem:
    return ErrorItem(f"?{name}", error.code, str(error))
