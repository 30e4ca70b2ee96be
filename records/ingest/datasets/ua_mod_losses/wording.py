"""How a row of numbers is told."""

from records.enums import Qualifier
from records.ingest.datasets.losses import Count

_WORDS = {Qualifier.EXACT: "", Qualifier.ABOUT: "about ", Qualifier.MORE_THAN: "more than "}


def shown(count: Count) -> str:
    """Write a count after the name that the dataset gives it: `tank 80`."""
    return f"{count.words} {_WORDS[count.qualifier]}{count.value}"
