"""Takes one change back from a state that other changes have followed: pure functions."""

from collections.abc import Sequence

from records.services.merging.uniting import Row, without
from records.services.states import State


class ConflictError(Exception):
    """A column or list was changed twice; `place` names it."""

    def __init__(self, place: str) -> None:
        """Name the column or list."""
        self.place = place
        super().__init__(place)


def reconciled(before: State, after: State, now: State) -> State:
    """Take the change from `before` to `after` back from what the record is now.

    Raises ConflictError where a later change has changed the same column, or removed or changed
    a row that the change had added.
    """
    return {
        "columns": {
            column: _column(column, before["columns"].get(column, value),
                            after["columns"].get(column, value), value)
            for column, value in now["columns"].items()
        },
        "lists": {
            name: _rows(name, before["lists"].get(name, []), after["lists"].get(name, []), rows)
            for name, rows in now["lists"].items()
        },
    }  # fmt: skip


def _column(name: str, before: object, after: object, now: object) -> object:
    if before == after:
        return now
    if now != after:
        raise ConflictError(name.removesuffix("_id"))
    return before


def _rows(
    name: str, before: Sequence[Row], after: Sequence[Row], now: Sequence[Row]
) -> Sequence[Row]:
    if now == after:
        return before
    added, gone = without(after, before), without(before, after)
    left = without(now, added)
    if len(left) + len(added) != len(now):
        raise ConflictError(name)
    return [*left, *gone]
