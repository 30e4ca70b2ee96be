"""Loads a dataset in batches, so that who stops it can go on later."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from records.enums import Channel
from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.losses import Statement
from records.representations.locking import take_turn
from records.services.authorship import Authorship
from records.services.datasets.losses import LossClaims, LossDataset
from records.services.entering import Entry
from records.services.errors import EntriesRefusedError
from records.services.importing.plans import Progress, Steps
from records.services.importing.references import batches
from records.services.saving import enter_records

BATCH = 50
"""Statements of one transaction."""


@dataclass(slots=True)
class Loaded:
    """How many claims were created, or would be, and how many were there already."""

    created: int = 0
    present: int = 0


def load_losses(
    dataset: LossDataset, folder: Path, *, until: str = "", dry_run: bool = False
) -> Steps[Loaded]:
    """Enter as published claims what the files of a folder state and the register lacks.

    A statement is known by its place in its source: a claim that cites it is never touched,
    whoever changed it. All files are checked before anything is stored; then each batch is one
    transaction. `until` is the last day taken, as 2022-12-31. A dry run stores nothing.

    Raises DatasetError, and LoadError for what the dataset's sources and organizations say.
    """
    statements = [each for each in dataset.read(folder) if not until or each.occurred <= until]
    claims = LossClaims(dataset)
    if not dry_run:
        with transaction.atomic():
            claims.complete()
    loaded = Loaded()
    corrections = [each for each in statements if each.corrects]
    others = [each for each in statements if not each.corrects]
    for group in (others, corrections):  # what is corrected is there before its correction
        for some in batches(group, BATCH):
            with transaction.atomic():
                take_turn()
                _enter(some, claims, dataset, loaded, dry_run=dry_run)
            yield Progress("Claims", loaded.created + loaded.present, len(statements))
    return loaded


def _enter(
    some: Sequence[Statement],
    claims: LossClaims,
    dataset: LossDataset,
    loaded: Loaded,
    *,
    dry_run: bool,
) -> None:
    asked = [each.places[0] for each in some] + [each.corrects for each in some if each.corrects]
    known = claims.known(asked)
    new = [each for each in some if each.places[0] not in known]
    if not dry_run:
        entries = [
            claims.make(each, known[each.corrects] if each.corrects else None) for each in new
        ]
        _store(new, entries, f"Loaded from the dataset {dataset.folder.name}.")
    loaded.created += len(new)
    loaded.present += len(some) - len(new)


def _store(new: Sequence[Statement], entries: Sequence[Entry], reason: str) -> None:
    try:
        enter_records(entries, Authorship(channel=Channel.COMMAND, reason=reason))
    except EntriesRefusedError as refusal:
        position, error = next(iter(refusal.errors.items()))
        raise DatasetError(_refused(new[position], error)) from refusal


def _refused(statement: Statement, error: ValidationError) -> str:
    file, locator = statement.places[0]
    path, messages = next(iter(error.message_dict.items()))
    return f"{file}, {locator}: the register refuses {path}: {messages[0]}"
