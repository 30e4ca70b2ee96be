"""Where names can begin for those who type a part of one."""

from collections.abc import Iterable
from enum import IntEnum

from records.values.readings import readings

MOST_STARTS = 20
MAX_START = 100
"""Words of a name that it can begin with, and characters that are kept from there on."""


class StartPlace(IntEnum):
    """Which name it is and where in it, the likeliest to be meant first."""

    NAME = 0
    OTHER_NAME = 1
    WITHIN_NAME = 2
    WITHIN_OTHER_NAME = 3


def name_starts(name: str, others: Iterable[str] = ()) -> dict[str, StartPlace]:
    """Map the words of a record's names, from each word on, to the likeliest place of theirs."""
    found: dict[str, StartPlace] = {}
    for text, first, within in (
        (name, StartPlace.NAME, StartPlace.WITHIN_NAME),
        *((each, StartPlace.OTHER_NAME, StartPlace.WITHIN_OTHER_NAME) for each in others),
    ):
        for words in readings(text):
            for skipped in range(min(len(words), MOST_STARTS)):
                start = " ".join(words[skipped:])[:MAX_START]
                place = within if skipped else first
                found[start] = min(place, found.get(start, place))
    return found
