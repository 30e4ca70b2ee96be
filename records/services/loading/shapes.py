"""How each kind of record is written in a file, read from the models themselves."""

from dataclasses import dataclass
from functools import cache

from django.db import models

from records.models import (
    Agreement,
    Claim,
    Organization,
    OwnedRow,
    Record,
    Source,
    WeaponSystem,
)
from records.models.fields import AnyColumn
from records.models.relations import owned_rows

FILES: dict[type[Record], str] = {
    Source: "sources.yaml",
    Organization: "organizations.yaml",
    WeaponSystem: "weapon_systems.yaml",
    Agreement: "agreements.yaml",
    Claim: "claims.yaml",
}
"""The file of each kind of record, in the order in which they are loaded."""

KEYS: dict[type[Record], str] = {
    Source: "title",
    Organization: "name",
    WeaponSystem: "designation",
    Agreement: "title",
    Claim: "citations",
}
"""The field that a record is known by; a claim is known by its first citation."""

NAMES = {
    "agreement_links": "agreements",
    "organization_links": "organizations",
    "weapon_system_links": "weapon_systems",
    "category_links": "categories",
    "country_links": "countries",
    "manufacturer_links": "manufacturers",
}
"""What files call the owned lists that hold nothing but links."""

SINGLE = {
    "agreements": "agreement",
    "organizations": "organization",
    "weapon_systems": "weapon_system",
    "categories": "category",
    "countries": "country",
    "manufacturers": "organization",
    "areas": "area",
}
"""Lists whose rows are written as one value, and the column that it fills."""

LATER: dict[type[Record], tuple[str, ...]] = {
    Organization: ("evidence",),
    WeaponSystem: ("evidence",),
    Agreement: ("milestones", "relations", "evidence"),
    Claim: ("relations",),
}
"""Lists that can name a record that is loaded later; they are stored when all are there."""


@dataclass(frozen=True, slots=True)
class RowShape:
    """The columns of a row that a file can fill, and those of them that name something."""

    columns: dict[str, AnyColumn]
    targets: dict[str, type[models.Model]]


@dataclass(frozen=True, slots=True)
class ListShape:
    """An owned list: its attribute on the record, its rows, and its one column, if it has one."""

    attribute: str
    model: type[OwnedRow]
    row: RowShape
    single: str


@cache
def row_shape(model: type[models.Model]) -> RowShape:
    """Describe a record's own columns, or those of a row that it owns."""
    owner = getattr(model, "owner", "")
    columns = {
        field.name: field
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name != owner
    }
    targets = {
        name: field.related_model
        for name, field in columns.items()
        if isinstance(field, models.ForeignKey)
    }
    return RowShape(columns, targets)


@cache
def list_shapes(model: type[Record]) -> dict[str, ListShape]:
    """Describe the owned lists of a record by the names that files give them."""
    return {
        NAMES.get(attribute, attribute): _list_shape(attribute, row)
        for attribute, row in owned_rows(model).items()
    }


def _list_shape(attribute: str, row: type[OwnedRow]) -> ListShape:
    name = NAMES.get(attribute, attribute)
    return ListShape(attribute, row, row_shape(row), SINGLE.get(name, ""))
