"""What is wrong in files, said so that whoever edits them can put it right."""

from collections.abc import Iterable
from difflib import get_close_matches


class LoadError(Exception):
    """The files cannot be loaded; nothing was stored.

    `problems` holds one sentence for each: the file, the entry, the field, the value and what to
    do.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        """Take the sentences."""
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


def nearest(value: str, valid: Iterable[str]) -> str:
    """Name the valid value nearest to one that is not; empty when none comes near."""
    found = get_close_matches(value, list(valid), n=1)
    return f" Did you mean “{found[0]}”?" if found else ""
