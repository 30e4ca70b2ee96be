"""Records and categories as cells name them: by id, or by a name that only one of them has."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db import models

from records.enums import ReviewStatus
from records.models import Agreement, Category, Organization, Record, Source, WeaponSystem
from records.models.relations import owned_rows
from records.services.importing.errors import CellError
from records.services.importing.tables import Table
from records.services.states import State
from records.values.folding import fold
from records.values.public_ids import (
    PublicIdError,
    RecordType,
    format_public_id,
    parse_public_id,
)

NAMES: dict[type[models.Model], str] = {
    Organization: "name",
    WeaponSystem: "designation",
    Agreement: "title",
    Source: "title",
}
"""The column by which people know a record; claims are known by their ids only."""

_ID = re.compile(rf"((?:{'|'.join(RecordType)})-[0-9]+)(?:\s+(.*))?", re.DOTALL)
_BATCH = 500
_NAMELESS = (ReviewStatus.REJECTED, ReviewStatus.MERGED)

Item = TypeVar("Item")

Key = Any
"""A primary key: the number of a record, the code of a category."""


class References:
    """Remembers what was looked up, so that a file takes few queries however long it is."""

    def __init__(self) -> None:
        """Start without any."""
        self._names: dict[type[models.Model], dict[Key, str]] = defaultdict(dict)
        self._called: dict[type[models.Model], dict[str, set[Key]]] = defaultdict(dict)

    def learn(self, model: type[models.Model], texts: Iterable[str], keys: Iterable[Key]) -> None:
        """Look up what cells say, and the names of records whose keys are known."""
        numbers = {text: _number(model, text) for text in texts}
        wanted = {*keys, *numbers.values()} - {None}
        if model is Category:
            wanted |= numbers.keys()
        names = {folded(text) for text, number in numbers.items() if number is None}
        if model is not Category or not self._called[model]:
            self._learn_names(model, names - self._called[model].keys())
        self._learn_keys(model, wanted - self._names[model].keys())

    def find(self, model: type[models.Model], text: str) -> Key:
        """Return the key of what a cell names. Raises CellError."""
        if model is Category and text in self._names[model]:
            return text
        if issubclass(model, Record):
            found = _ID.fullmatch(text)
            if found:
                return self._by_id(model, found[1], found[2] or "")
        keys = self._called[model].get(folded(text), set())
        if len(keys) == 1:
            return next(iter(keys))
        raise CellError(_unknown(model) if not keys else _ambiguous(model, keys))

    def show(self, model: type[models.Model], key: Key) -> str:
        """Write a key as cells have it: `ORG-7 BAE Systems`, or a category's code."""
        if not issubclass(model, Record):
            return str(key)
        name = self._names[model].get(key, "")
        return f"{format_public_id(model.record_type, key)} {name}".strip()

    def _by_id(self, model: type[Record], public_id: str, name: str) -> int:
        try:
            number = parse_public_id(public_id, model.record_type)
        except PublicIdError as error:
            raise CellError(str(error)) from error
        if number not in self._names[model]:
            raise CellError(f"There is no {model._meta.verbose_name} {public_id}: correct the id.")
        known = self._names[model][number]
        if name and folded(name) != folded(known):
            raise CellError(
                f"{public_id} is “{known}”: correct the id, or leave out the words after it."
                if known
                else f"Write {public_id} alone, without words after it."
            )
        return number

    def _learn_keys(self, model: type[models.Model], keys: set[Key]) -> None:
        column = NAMES.get(model, "pk")
        for some in batches(keys):
            for key, name in model._default_manager.filter(pk__in=some).values_list("pk", column):
                self._names[model][key] = name if column != "pk" else ""

    def _learn_names(self, model: type[models.Model], names: set[str]) -> None:
        called = self._called[model]
        called.update((name, set()) for name in names)
        if model is Category:
            for code, name in Category.objects.values_list("pk", "name"):
                called.setdefault(folded(name), set()).add(code)
        elif model in NAMES:
            self._learn_called(model, f"{NAMES[model]}_folded", "pk", names)
            row = owned_rows(model).get("names")
            if row:
                others = {name for name in names if not called[name]}
                self._learn_called(row, "text_folded", f"{row.owner}_id", others, called)
        found = {key for name in names for key in called[name]}
        self._learn_keys(model, found - self._names[model].keys())

    def _learn_called(
        self,
        model: type[models.Model],
        column: str,
        key: str,
        names: set[str],
        called: dict[str, set[Key]] | None = None,
    ) -> None:
        """Find who is called so; what was rejected or merged is called nothing any more."""
        called = self._called[model] if called is None else called
        owner = key.removesuffix("_id")
        state = "review_status" if key == "pk" else f"{owner}__review_status"
        for some in batches(names):
            rows = model._default_manager.filter(**{f"{column}__in": some})
            rows = rows.exclude(**{f"{state}__in": _NAMELESS}).order_by()
            for name, number in rows.values_list(column, key):
                called[name].add(number)


def keys_in(table: Table, taken: Iterable[State]) -> dict[type[models.Model], set[Key]]:
    """Collect the keys that states of records have, by the model that they point at."""
    keys: dict[type[models.Model], set[Key]] = defaultdict(set)
    for state in taken:
        for column, target in table.links:
            rows = state["lists"][column.list] if column.list else [state["columns"]]
            keys[target].update(row[column.field.attname] for row in rows)
    return {target: found - {None} for target, found in keys.items()}


def folded(text: str) -> str:
    """Fold a name as its column is."""
    return fold(text)[:500]


def batches(values: Iterable[Item], size: int = _BATCH) -> Iterator[list[Item]]:
    """Cut values into lists of which each fits a query."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


def _number(model: type[models.Model], text: str) -> int | None:
    """Read the number of an id of the model, if the cell has one."""
    found = _ID.fullmatch(text)
    if not found or not issubclass(model, Record):
        return None
    try:
        return parse_public_id(found[1], model.record_type)
    except PublicIdError:
        return None


def _unknown(model: type[models.Model]) -> str:
    if model is Category:
        return "There is no such category: write its code, such as artillery.towed."
    called = "is called so" if model in NAMES else "has this id"
    example = format_public_id(model.record_type, 12)  # type: ignore[attr-defined]
    return (f"No {model._meta.verbose_name} {called}: write its id, such as {example}, or enter "
            "it first.")  # fmt: skip


def _ambiguous(model: type[models.Model], keys: set[Key]) -> str:
    ids = sorted(keys) if model is Category else [
        format_public_id(model.record_type, key) for key in sorted(keys)[:5]  # type: ignore[attr-defined]
    ]  # fmt: skip
    return f"More than one {model._meta.verbose_name} is called so: write one of {', '.join(ids)}."
