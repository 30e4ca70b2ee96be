"""Counts of losses as claims state them, whatever dataset they come from."""

from dataclasses import dataclass
from typing import NamedTuple

from records.enums import ClaimKind, Metric, Qualifier


class Place(NamedTuple):
    """Where a statement stands: a file of the dataset, and the locator in it."""

    file: str
    locator: str


@dataclass(frozen=True, slots=True)
class Object:
    """What is counted: its metric and the code of its category, empty for people."""

    metric: Metric
    category: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many were lost, in the words of the dataset.

    `precision` is the place value of the last digit reported, None for a count to the piece.
    """

    words: str
    counted: Object
    value: int
    qualifier: Qualifier = Qualifier.EXACT
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim to be made: the counts of one day, or a correction of them.

    `places` are cited; the first tells whether the claim is there already. `occurred` and `period`
    are EDTF dates. `losers` are country codes of the states whose losses are counted. `corrects`
    is the first place of the statement that this one replaces. `passed_over` counts what is not
    loaded, by reason.
    """

    places: tuple[Place, ...]
    text: str
    kind: ClaimKind
    occurred: str
    period: str
    losers: tuple[str, ...]
    counts: tuple[Count, ...]
    corrects: Place | None = None
    passed_over: tuple[tuple[str, int], ...] = ()
