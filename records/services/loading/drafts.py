"""An entry of a file taken apart: what fills columns, and what names other records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import models

from records.models import Record
from records.services.loading.files import Entry
from records.services.loading.shapes import LATER


class Key(NamedTuple):
    """The natural key of a record or a category; of a claim, its source's title and the place."""

    model: type[models.Model]
    parts: tuple[str, ...]

    def __str__(self) -> str:
        """Write it as messages show it."""
        return f"{self.model._meta.verbose_name} “{', '.join(self.parts)}”"


@dataclass(slots=True)
class Cells:
    """What a file says of a record's own columns or of one of its rows.

    `links` maps foreign keys to what they name; `where` is the path inside the entry.
    """

    where: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    links: dict[str, Key] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A record as a file describes it, not yet looked for in the register."""

    model: type[Record]
    entry: Entry
    own: Cells
    rows: dict[str, list[Cells]]

    def links(self, *, later: bool = True) -> Iterator[tuple[str, Key]]:
        """Yield what the entry names, with its path; without `later`, only what must be there."""
        put_off = () if later else LATER.get(self.model, ())
        lists = [cells for name, rows in self.rows.items() if name not in put_off for cells in rows]
        for cells in (self.own, *lists):
            for name, key in cells.links.items():
                yield f"{cells.where}{name}", key
