"""Takes entries apart, and collects everything that is wrong with how they are written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from records.models import Claim, Organization, Record
from records.models.fields import AnyColumn
from records.services.loading.drafts import Cells, Draft, Key
from records.services.loading.errors import nearest
from records.services.loading.files import Entry, Value
from records.services.loading.shapes import KEYS, ListShape, RowShape, list_shapes, row_shape

_COUNTRY = re.compile(r"[A-Z]{2}")
_CLAIM_PARTS = ("source", "locator")


def parse(model: type[Record], entry: Entry, problems: list[str]) -> tuple[Key, Draft] | None:
    """Take an entry apart; None, with a sentence added to `problems`, when it has no key."""
    draft = _Parser(entry, problems).draft(model)
    parts = _claim_parts(draft) if model is Claim else (draft.own.columns.get(KEYS[model], ""),)
    if not all(parts):
        wanted = "a first citation with source and locator" if model is Claim else "a value"
        problems.append(entry.problem(KEYS[model], f"the entry is known by it; give it {wanted}."))
        return None
    return Key(model, parts), draft


def _claim_parts(draft: Draft) -> tuple[str, ...]:
    for citation in draft.rows.get("citations", [])[:1]:
        if "source" in citation.links:
            return (*citation.links["source"].parts, citation.columns.get("locator", ""))
    return ("",)


def is_country(key: Key) -> bool:
    """Return whether a key names a state by its ISO 3166-1 code."""
    return key.model is Organization and bool(_COUNTRY.fullmatch(key.parts[0]))


@dataclass(slots=True)
class _Parser:
    """Reads one entry."""

    entry: Entry
    problems: list[str]

    def draft(self, model: type[Record]) -> Draft:
        lists = list_shapes(model)
        own = {name: value for name, value in self.entry.values.items() if name not in lists}
        return Draft(
            model,
            self.entry,
            self._cells("", row_shape(model), own, others=lists),
            {
                name: self._rows(name, shape, self.entry.values[name])
                for name, shape in lists.items()
                if name in self.entry.values
            },
        )

    def _rows(self, name: str, shape: ListShape, value: Value) -> list[Cells]:
        if not isinstance(value, list):
            if value:
                self._wrong(name, "must be a list; start each row with “- ”, or use [a, b].")
            return []
        return [self._row(f"{name}.{i}", shape, row) for i, row in enumerate(value)]

    def _row(self, path: str, shape: ListShape, value: Value) -> Cells:
        if shape.single and not isinstance(value, dict):
            return self._cells(f"{path}.", shape.row, {shape.single: value})
        if isinstance(value, dict):
            return self._cells(f"{path}.", shape.row, value)
        self._wrong(path, "must be “field: value” pairs.")
        return Cells(f"{path}.")

    def _cells(
        self, where: str, shape: RowShape, values: dict[str, Value], others: Iterable[str] = ()
    ) -> Cells:
        cells = Cells(where)
        for name, value in values.items():
            path = f"{where}{name}"
            if name not in shape.columns:
                known = [*shape.columns, *others]
                self._wrong(path, f"there is no such field here.{nearest(name, known)}"
                            f" Valid fields: {', '.join(known)}.")  # fmt: skip
            elif name in shape.targets:
                if value:
                    self._link(cells, path, name, shape.targets[name], value)
            elif not isinstance(value, str):
                self._wrong(path, "must be one value.")
            elif value:
                self._check_choice(path, shape.columns[name], value)
                cells.columns[name] = value
        return cells

    def _link(
        self, cells: Cells, path: str, name: str, target: type[models.Model], value: Value
    ) -> None:
        parts = self._claim(path, value) if target is Claim else self._text(path, value)
        if parts:
            cells.links[name] = Key(target, parts)

    def _text(self, path: str, value: Value) -> tuple[str, ...]:
        if isinstance(value, str):
            return (value,)
        self._wrong(path, "must name one record.")
        return ()

    def _claim(self, path: str, value: Value) -> tuple[str, ...]:
        found = [value.get(part) for part in _CLAIM_PARTS] if isinstance(value, dict) else []
        parts = tuple(part for part in found if isinstance(part, str) and part)
        if isinstance(value, dict) and len(value) == len(parts) == len(_CLAIM_PARTS):
            return parts
        self._wrong(path, "must name a claim as {source: its source's title, locator: the place}.")
        return ()

    def _check_choice(self, path: str, column: AnyColumn, value: str) -> None:
        codes = [str(code) for code, _ in column.flatchoices]
        if codes and value not in codes:
            self._wrong(path, f"“{value}” is not one of its codes.{nearest(value, codes)}"
                        f" Valid codes: {', '.join(codes)}.")  # fmt: skip

    def _wrong(self, path: str, sentence: str) -> None:
        self.problems.append(self.entry.problem(path, sentence))
