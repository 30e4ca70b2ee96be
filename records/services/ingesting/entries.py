"""What becomes of each statement of a digest."""

from dataclasses import dataclass, field
from enum import StrEnum

from records.ingest.findings import Findings
from records.ingest.reading import Digest, Statement
from records.services.importing.plans import Progress


class State(StrEnum):
    """How a statement stands to the register."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Alike:
    """A claim that says nearly the same: its number, and how alike the texts are, in percent."""

    claim: int
    similarity: int


@dataclass(slots=True)
class Entry:
    """A statement and what becomes of it.

    `claim` is the number of the draft, or of the claim that is there already; None for what a dry
    run would store. `source` likewise. `findings` are None for what is there already.
    """

    statement: Statement
    source: int | None
    state: State = State.NEW
    claim: int | None = None
    earlier: Alike | None = None
    near: tuple[Alike, ...] = ()
    published: str = ""
    unread: str = ""
    findings: Findings | None = None


@dataclass(frozen=True, slots=True)
class Part(Progress):
    """How far the ingest is, with the entries that are done since the last part."""

    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Summary:
    """What became of a digest.

    `sources` has the numbers of those that its statements cite, in order; `new_sources` counts
    those that were not there before.
    """

    digest: Digest
    stored: bool
    sources: list[int] = field(default_factory=list)
    new_sources: int = 0
    counts: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))

    @property
    def has_stored_some(self) -> bool:
        """Tell whether the register has something that it had not."""
        return self.stored and self.counts[State.NEW] + self.counts[State.CHANGED] > 0
