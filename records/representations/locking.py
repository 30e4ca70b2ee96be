"""Holds the records that a document shows, so that none of them changes while it is rendered."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from django.db import connection, models
from django.db.models import Value

from records.models import Record
from records.models.relations import foreign_keys, owned_rows
from records.querysets.statements import AMONG, as_parameter

Shown = dict[type[Record], set[int]]

WRITERS = 4_701_283
"""The advisory lock of PostgreSQL that writers take in turn; any number that nobody else uses."""


def take_turn() -> None:
    """Wait until no other transaction writes records, and keep the others waiting until the end.

    Records show each other in circles (an agreement its claims, a claim its agreements), so no
    order of row locks keeps two writers from waiting for each other. SQLite has one writer at a
    time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])


def shown_by(rows: Iterable[models.Model]) -> Shown:
    """Collect the records that these rows point at, from the instances in memory."""
    shown: Shown = defaultdict(set)
    for row in rows:
        for name, target in foreign_keys(type(row)).items():
            number = getattr(row, f"{name}_id")
            if number is not None:
                shown[target].add(number)
    return shown


def shown_in(model: type[Record], numbers: Collection[int]) -> Shown:
    """Collect the records that stored records of one model point at, in one query."""
    return _shown([(model, "pk"), *_lists(model, model.owned)], numbers)


def shown_in_lists(model: type[Record], numbers: Collection[int], names: Collection[str]) -> Shown:
    """Collect the records that some owned lists of stored records point at, in one query."""
    return _shown(_lists(model, names), numbers)


def _lists(model: type[Record], names: Collection[str]) -> list[tuple[type[models.Model], str]]:
    """Pair the rows of owned lists with the key to their owner."""
    return [(row, row.owner) for name, row in owned_rows(model).items() if name in names]


def _shown(tables: Iterable[tuple[type[models.Model], str]], numbers: Collection[int]) -> Shown:
    keys = [(table, name, target, owner) for table, owner in tables
            for name, target in foreign_keys(table).items()]  # fmt: skip
    queries = [
        table._default_manager.filter(**{f"{owner}__in": numbers, f"{name}__isnull": False})
        .order_by()
        .values_list(Value(target._meta.label), f"{name}_id")
        for table, name, target, owner in keys
    ]
    shown: Shown = defaultdict(set)
    if queries:
        targets = {target._meta.label: target for _, _, target, _ in keys}
        for label, number in queries[0].union(*queries[1:]):
            shown[targets[label]].add(number)
    return shown


def hold(shown: Mapping[type[Record], Collection[int]]) -> dict[type[Record], dict[int, str]]:
    """Lock records against change until the transaction ends; return their review states.

    PostgreSQL takes `FOR SHARE` locks, which also stop a change that does not come through
    `save_record`; SQLite needs none. Records that do not exist are missing from the answer.
    """
    held: dict[type[Record], dict[int, str]] = {model: {} for model in shown if shown[model]}
    if not held:
        return held
    models = tuple(sorted(held, key=lambda model: model.record_type))
    vendor = connection.vendor
    numbers = [as_parameter(shown[model], vendor) for model in models]
    with connection.cursor() as cursor:
        cursor.execute(_hold_statement(models, vendor), numbers)
        for place, number, state in cursor.fetchall():
            held[models[place]][number] = state
    return held


@cache
def _hold_statement(models: tuple[type[Record], ...], vendor: str) -> str:
    """Build one statement for all types of records; locks stand in the parts of a UNION."""
    end = f'{AMONG[vendor]} ORDER BY "id" {"FOR SHARE" if vendor == "postgresql" else ""}'
    return " UNION ALL ".join(
        f'SELECT {place}, "id", "review_status" FROM (SELECT "id", "review_status" '  # noqa: S608
        f'FROM "{model._meta.db_table}" WHERE "id" {end}) AS "held"'
        for place, model in enumerate(models)
    )
