"""Reference data: the category tree with its crosswalk, and the states of ISO 3166-1."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from records.models import Category, CategoryMapping, SchemeCategory
from records.services.loading.errors import LoadError
from records.services.loading.files import Entry, check_fields, read_entries
from records.services.loading.states import create_missing_states
from records.services.loading.syncing import Row, Synced, Table

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
REFERENCE = FIXTURES / "reference"
CATEGORIES, SCHEMES, STATES = "categories.yaml", "schemes.yaml", "states.yaml"


@dataclass(frozen=True, slots=True)
class Reference:
    """What loading the reference data did."""

    categories: Synced
    scheme_categories: Synced
    mappings: Synced
    states_created: int
    states_present: int


@transaction.atomic
def load_reference(folder: Path = REFERENCE) -> Reference:
    """Make categories and their crosswalk equal to the files; create states that are missing.

    A state that exists is left as it is: editors own it. A category that is gone from the file
    is removed unless records use it. Raises LoadError; then nothing is stored.
    """
    schemes = Table(
        SchemeCategory,
        ("scheme", "code"),
        [_row(entry, "scheme", "code", "title") for entry in read_entries(folder / SCHEMES)],
    )
    entries = read_entries(folder / CATEGORIES)
    categories = Table(
        Category, ("code",), [_row(entry, "code", "name", "definition") for entry in entries]
    )
    targets = schemes.store()
    categories.store()
    mappings = Table(
        CategoryMapping,
        ("category_id", "scheme_category_id"),
        [row for entry in entries for row in _mappings(entry, targets)],
    )
    mappings.store()
    for table in (mappings, categories, schemes):
        table.remove_gone()
    states = read_entries(folder / STATES)
    created = create_missing_states(states)
    return Reference(categories.done, schemes.done, mappings.done, created, len(states) - created)


def _row(entry: Entry, *columns: str) -> Row:
    check_fields(entry, columns, ("mappings",) if entry.file == CATEGORIES else ())
    return Row(entry, {column: entry.values[column] for column in columns})


def _mappings(entry: Entry, targets: dict[tuple[Any, ...], Any]) -> Iterator[Row]:
    for mapping in entry.below("mappings"):
        check_fields(mapping, ("scheme", "code", "match"))
        target = (mapping.values["scheme"], mapping.values["code"])
        if target not in targets:
            raise LoadError([mapping.problem("code", f"“{' '.join(target)}” is not in {SCHEMES}; "
                             "correct it or add it there.")])  # fmt: skip
        links = {"category_id": entry.values["code"], "scheme_category_id": targets[target]}
        yield Row(mapping, {**links, "match": mapping.values["match"]})
