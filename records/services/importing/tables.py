"""The tables that files hold, and their columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models

from records.models import Agreement, Claim, Organization, Record, WeaponSystem
from records.models.relations import owned_rows
from records.services.states import columns_of

ID, REVISION, STATUS, KEY = "id", "revision", "review_status", "key"
OF_THE_RECORD = (ID, REVISION, STATUS)
"""Columns that say which record a row is; they are exported, and compared when they come back."""

LIST_NAMES = {
    "manufacturer_links": "manufacturers",
    "agreement_links": "agreements",
    "organization_links": "organizations",
    "weapon_system_links": "weapon_systems",
    "category_links": "categories",
    "country_links": "countries",
}
"""Owned lists that the public knows by another name."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its name in the header, the model's field, and the list it belongs to."""

    name: str
    field: "models.Field[Any, Any]"
    list: str = ""


@dataclass(frozen=True)
class Table:
    """The columns of one type of record."""

    code: str
    model: type[Record]

    @cached_property
    def own(self) -> tuple[Column, ...]:
        """Columns of the record itself; the editors' notes come last."""
        fields = sorted(columns_of(self.model), key=lambda field: field.name == "notes")
        return tuple(Column(field.name, field) for field in fields)

    @cached_property
    def lists(self) -> dict[str, tuple[Column, ...]]:
        """Columns of each owned list."""
        return {name: tuple(_of_list(name, row)) for name, row in owned_rows(self.model).items()}

    @cached_property
    def columns(self) -> dict[str, Column]:
        """All columns that have a field, by name, in the order of the file."""
        lists = (column for columns in self.lists.values() for column in columns)
        return {column.name: column for column in (*self.own, *lists)}

    @cached_property
    def links(self) -> tuple[tuple[Column, type[models.Model]], ...]:
        """Columns that name a record or category, with its model."""
        return tuple(
            (column, column.field.related_model)
            for column in self.columns.values()
            if isinstance(column.field, models.ForeignKey)
        )

    @cached_property
    def header(self) -> tuple[str, ...]:
        """Names of the columns that are exported."""
        return (*OF_THE_RECORD, *self.columns)

    @property
    def title(self) -> str:
        """What the records are called, such as “weapon systems”."""
        return str(self.model._meta.verbose_name_plural)


def _of_list(name: str, row: type[models.Model]) -> Iterator[Column]:
    """Name the columns `parties.role`, or `areas` where a list has one column only."""
    shown = LIST_NAMES.get(name, name)
    fields = list(columns_of(row))
    for field in fields:
        yield Column(shown if len(fields) == 1 else f"{shown}.{field.name}", field, name)


TABLES = {
    table.code: table
    for table in (
        Table("organizations", Organization),
        Table("weapon-systems", WeaponSystem),
        Table("agreements", Agreement),
        Table("claims", Claim),
    )
}
"""Tables by the name that commands and addresses use."""
