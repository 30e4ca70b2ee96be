"""Loads a dataset in batches, so that who stops it can go on later."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from records.enums import Channel
from records.ingest.datasets.errors import DatasetError
from records.representations.locking import take_turn
from records.services.authorship import Authorship
from records.services.entering import Entry
from records.services.errors import EntriesRefusedError
from records.services.importing.plans import Progress, Steps
from records.services.importing.references import batches
from records.services.saving import enter_records

BATCH = 50
"""Items of one transaction."""


class Stated(Protocol):
    """Something that a dataset states and that becomes a claim."""

    @property
    def occurred(self) -> str:
        """The day, such as 2022-12-31, or empty."""

    @property
    def passed_over(self) -> tuple[tuple[str, int], ...]:
        """How many values of it no record will have, by reason."""


Item = TypeVar("Item", bound=Stated)


class Dataset(Protocol[Item]):
    """What can be read, looked for in the register and stored there."""

    @property
    def folder(self) -> Path:
        """Where its sources and organizations are, and its files if they are shipped."""

    def read(self, path: Path) -> Sequence[Sequence[Item]]:
        """Check all files and return the items; a later group may need what is in an earlier."""

    def prepare(self) -> None:
        """Look for what the records will name, and create what is missing but reference data."""

    def known(self, items: Sequence[Item]) -> set[int]:
        """Tell by position which of the items are in the register, whatever became of them."""

    def store(self, items: Sequence[Item], authorship: Authorship) -> None:
        """Create the records of new items."""


@dataclass(slots=True)
class Loaded:
    """How many items were created, or would be, and how many were there already.

    `passed_over` counts by reason the values of new items that their records do not have.
    """

    created: int = 0
    present: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)


def load(
    dataset: Dataset[Item], path: Path, *, until: str = "", dry_run: bool = False
) -> Steps[Loaded]:
    """Enter as published records what the files state and the register lacks.

    An item is known by its place in its source: a claim that cites it is never touched, whoever
    changed it. All files are checked before anything is stored; then each batch is one
    transaction. `until` is the last day taken, as 2022-12-31. A dry run stores nothing.

    Raises DatasetError, and LoadError for what the dataset's sources and organizations say.
    """
    groups = [
        [item for item in group if not until or item.occurred <= until]
        for group in dataset.read(path)
    ]
    if not dry_run:
        with transaction.atomic():
            take_turn()  # or another load would create the same sources
            dataset.prepare()
    reason = f"Loaded from the dataset {dataset.folder.name}."
    authorship = None if dry_run else Authorship(channel=Channel.COMMAND, reason=reason)
    loaded, total = Loaded(), sum(map(len, groups))
    for group in groups:
        for some in batches(group, BATCH):
            with transaction.atomic():
                take_turn()
                _load(dataset, some, loaded, authorship)
            yield Progress("Claims", loaded.created + loaded.present, total)
    return loaded


def _load(
    dataset: Dataset[Item], items: Sequence[Item], loaded: Loaded, authorship: Authorship | None
) -> None:
    known = dataset.known(items)
    new = [item for position, item in enumerate(items) if position not in known]
    if authorship and new:
        dataset.store(new, authorship)
    loaded.created += len(new)
    loaded.present += len(known)
    for item in new:
        loaded.passed_over.update(dict(item.passed_over))


def enter_all(entries: Sequence[Entry], places: Sequence[str], authorship: Authorship) -> None:
    """Enter new records of one model; `places` say where they stand, for the error.

    Raises DatasetError for the first that the register refuses.
    """
    try:
        enter_records(entries, authorship)
    except EntriesRefusedError as refusal:
        position, error = next(iter(refusal.errors.items()))
        raise refused(places[position], error) from refusal


def refused(place: str, error: ValidationError) -> DatasetError:
    """Say what the register refuses of an item."""
    path, messages = next(iter(error.message_dict.items()))
    return DatasetError(f"{place}: the register refuses {path}: {messages[0]}")
