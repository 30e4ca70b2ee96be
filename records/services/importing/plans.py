"""What an import would do, record by record."""

from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from records.services.importing.errors import Problem
from records.services.importing.tables import Table

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is."""

    step: str
    done: int
    total: int


Steps = Generator[Progress, None, Result]
"""Work that says how far it is while it goes on."""


class Outcome(StrEnum):
    """What becomes of a record."""

    CREATED = "created"
    CHANGED = "changed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Difference:
    """A column or list that changes, with what it shows before and after, a line for each entry."""

    column: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What becomes of one record.

    `revision` is the one that the plan was made for, None for a new record. `state` is that of the
    record afterwards (`records.services.states`), empty if nothing changes. `lists` are the owned
    lists that change. `rows` maps them to the rows of their entries.
    """

    row: int
    number: int | None
    name: str
    outcome: Outcome
    revision: int | None = None
    is_public: bool = False
    state: str = ""
    lists: tuple[str, ...] = ()
    rows: dict[str, tuple[int, ...]] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Plan:
    """All entries of a file, in its order, or what is wrong with it."""

    table: Table
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many records are created, changed and left."""
        found = Counter(entry.outcome for entry in self.entries)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def writes(self) -> list[Entry]:
        """The entries of records that are created or changed."""
        return [entry for entry in self.entries if entry.outcome is not Outcome.LEFT]

    @property
    def digest(self) -> str:
        """SHA-256 of all that is planned: another file or another register gives another one."""
        digest = sha256()
        for entry in self.entries:
            line = (entry.row, entry.number, entry.outcome, entry.revision, entry.state)
            digest.update(repr(line).encode())
        return digest.hexdigest()


def finish(steps: Steps[Result], told: Callable[[Progress], None] | None = None) -> Result:
    """Do all of the work, tell of each step, and return the result."""
    while True:
        try:
            progress = next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
        if told:
            told(progress)
