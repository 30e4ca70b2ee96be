"""Loads a folder of entries: creates what is missing, and leaves alone what is there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from records.enums import Channel, ReviewStatus
from records.models import Claim, OwnedRow, Record, Source
from records.services.authorship import Authorship
from records.services.loading.drafts import Cells, Draft, Key
from records.services.loading.errors import LoadError, nearest
from records.services.loading.files import read_entries
from records.services.loading.finding import Finder
from records.services.loading.messages import invalid
from records.services.loading.parsing import parse
from records.services.loading.shapes import FILES, LATER, list_shapes
from records.services.saving import save_record

Drafts = dict[Key, Draft]

AUTHORSHIP = Authorship(channel=Channel.COMMAND, reason="Loaded from curated files.")


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many records of each kind were created, and how many were there already."""

    created: dict[type[Record], int] = field(default_factory=dict)
    present: dict[type[Record], int] = field(default_factory=dict)


@transaction.atomic
def load_folder(folder: Path) -> Loaded:
    """Load the YAML files of a folder as published records.

    A record is known by its natural key: one that is there is never touched, whoever changed it.
    What claims are about is created along with the first claim that needs it, so that an
    organization, weapon system or agreement that was renamed since does not come back.

    Raises LoadError with everything that is wrong in the files; then nothing is stored.
    """
    drafts = _read(folder)
    finder = Finder(frozenset(key.parts[1] for key in drafts if key.model is Claim))
    for key, draft in drafts.items():
        finder.find(key, draft)
    _check_links(drafts, finder)
    wanted = {key: drafts[key] for key in _wanted(drafts, finder)}
    _refuse_doubtful(wanted, finder)
    for key, draft in wanted.items():
        finder.numbers[key] = _create(draft, finder).pk
    for key, draft in wanted.items():
        _complete(draft, finder, finder.numbers[key])
    return _count(drafts, wanted)


def _read(folder: Path) -> Drafts:
    drafts: Drafts = {}
    problems = [
        f"{path.name}: no file of this name is loaded.{nearest(path.name, FILES.values())}"
        for path in sorted(folder.glob("*.y*ml"))
        if path.name not in FILES.values()
    ]
    for model, name in FILES.items():
        path = folder / name
        for entry in read_entries(path) if path.is_file() else ():
            parsed = parse(model, entry, problems)
            if parsed is None:
                continue
            key, draft = parsed
            if key in drafts:
                line = drafts[key].entry.line
                problems.append(f"{name}, entry at line {entry.line}: {key} stands at line {line} "
                                "already; merge the two or tell them apart.")  # fmt: skip
            drafts[key] = draft
    _raise(problems)
    return drafts


def _check_links(drafts: Drafts, finder: Finder) -> None:
    """Refuse links to what is nowhere, and to what is loaded too late."""
    problems = []
    order = {key: place for place, key in enumerate(drafts)}
    for own, draft in drafts.items():
        soon = dict(draft.links(later=False))
        for path, key in draft.links():
            if key not in drafts and not finder.find(key):
                named = (other.parts[0] for other in drafts if other.model is key.model)
                near = nearest(key.parts[0], [*named, *finder.known(key.model)])
                problems.append(draft.entry.problem(path, f"{key} is neither in the files nor in "
                                f"the register.{near} Correct it or add an entry."))  # fmt: skip
            elif path in soon and order.get(key, -1) >= order[own]:
                problems.append(draft.entry.problem(path, f"{key} stands below this entry; move "
                                "it above."))  # fmt: skip
    _raise(problems)


def _wanted(drafts: Drafts, finder: Finder) -> list[Key]:
    """List what to create, in the order of the files."""
    missing = {key for key in drafts if key not in finder.numbers}
    claims = {key for key in drafts if key.model is Claim}
    named = _reachable(drafts, claims)
    needed = _reachable(drafts, claims & missing)
    return [
        key
        for key in drafts
        if key in missing and (key in needed or key not in named or key.model is Source)
    ]


def _reachable(drafts: Drafts, start: Iterable[Key]) -> set[Key]:
    """Collect entries and all that they name, directly or through others."""
    reached: set[Key] = set()
    pending = list(start)
    while pending:
        key = pending.pop()
        if key in drafts and key not in reached:
            reached.add(key)
            pending += [named for _, named in drafts[key].links()]
    return reached


def _refuse_doubtful(wanted: Drafts, finder: Finder) -> None:
    _raise(
        draft.entry.problem(path, f"{key} is not one record but several: {finder.doubtful[key]}. "
                            "Rename all but one of them.")
        for draft in wanted.values()
        for path, key in draft.links()
        if key in finder.doubtful
    )  # fmt: skip


def _create(draft: Draft, finder: Finder) -> Record:
    record = draft.model(**_values(draft.own, finder), review_status=ReviewStatus.PUBLISHED)
    later = LATER.get(draft.model, ())
    return _save(draft, record, {name for name in draft.rows if name not in later}, finder)


def _complete(draft: Draft, finder: Finder, number: Any) -> None:
    """Store the lists that had to wait for other records."""
    lists = {name for name in LATER.get(draft.model, ()) if draft.rows.get(name)}
    if lists:
        _save(draft, draft.model.objects.get(pk=number), lists, finder)


def _save(draft: Draft, record: Record, names: set[str], finder: Finder) -> Record:
    shapes = list_shapes(draft.model)
    owned: dict[str, list[OwnedRow]] = {
        shapes[name].attribute: [
            shapes[name].model(**_values(cells, finder)) for cells in draft.rows[name]
        ]
        for name in draft.rows
        if name in names
    }
    try:
        return save_record(record=record, owned=owned, authorship=AUTHORSHIP)
    except ValidationError as error:
        raise LoadError(invalid(draft, error)) from error


def _values(cells: Cells, finder: Finder) -> dict[str, object]:
    links = {f"{name}_id": finder.numbers[key] for name, key in cells.links.items()}
    return {**cells.columns, **links}


def _count(drafts: Drafts, wanted: Drafts) -> Loaded:
    loaded = Loaded(dict.fromkeys(FILES, 0), dict.fromkeys(FILES, 0))
    for key, draft in drafts.items():
        (loaded.created if key in wanted else loaded.present)[draft.model] += 1
    return loaded


def _raise(problems: Iterable[str]) -> None:
    found = list(problems)
    if found:
        raise LoadError(found)
