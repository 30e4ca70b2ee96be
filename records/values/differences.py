"""What differs between two JSON documents, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Json = Any


class _Absent:
    """Stands for a member or row that one of the documents does not have."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = _Absent()


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs; `path` leads to it, as names of members and positions of rows.

    A position is the one that the row has in the later document or, when it is gone, had in the
    earlier one.
    """

    path: tuple[str | int, ...]
    before: Json
    after: Json


def differences(before: Json, after: Json, path: tuple[str | int, ...] = ()) -> list[Difference]:
    """List what differs, in the order of the later document.

    Rows of lists are matched as a whole first, so that a row that was put in or taken out does
    not make those below it differ; what is left between two matches is compared in order.
    """
    return list(_compared(before, after, path))


def _compared(before: Json, after: Json, path: tuple[str | int, ...]) -> Iterator[Difference]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in dict.fromkeys([*after, *before]):
            yield from _compared(before.get(name, ABSENT), after.get(name, ABSENT), (*path, name))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_rows(before, after, path)
    elif before != after:
        yield Difference(path, before, after)


def _of_rows(
    before: Sequence[Json], after: Sequence[Json], path: tuple[str | int, ...]
) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, [repr(row) for row in before], [repr(row) for row in after],
                              autojunk=False)  # fmt: skip
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        changed = min(end - start, other_end - other_start)
        for step in range(changed):
            place = (*path, other_start + step)
            yield from _compared(before[start + step], after[other_start + step], place)
        for position in range(start + changed, end):
            yield Difference((*path, position), before[position], ABSENT)
        for position in range(other_start + changed, other_end):
            yield Difference((*path, position), ABSENT, after[position])
