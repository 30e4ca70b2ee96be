"""How an act is placed in time, and a verb with its auxiliaries."""

from dataclasses import dataclass
from enum import Enum, auto

from records.ingest.finding.events.verbs import Verb


class Tense(Enum):
    """How an act is placed in time, or that it is not a finite verb."""

    PRESENT = auto()
    PAST = auto()
    PERFECT = auto()
    PROGRESSIVE = auto()
    MODAL = auto()
    INFINITIVE = auto()
    GERUND = auto()
    REDUCED = auto()  # “signed in 2018” after its noun
    NOUN = auto()

    @property
    def is_finite(self) -> bool:
        """Whether it makes a clause."""
        return self in _FINITE


_FINITE = frozenset({Tense.PRESENT, Tense.PAST, Tense.PERFECT, Tense.PROGRESSIVE, Tense.MODAL})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries at tokens `first` to `last` (included)."""

    verb: Verb
    tense: Tense
    first: int
    last: int
    passive: bool = False
    negated: bool = False
    modal: str = ""
