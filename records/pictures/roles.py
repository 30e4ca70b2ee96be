"""Draws the matrix of two roles."""

from collections.abc import Mapping, Sequence

from records.analysis.actors import Actor
from records.analysis.roles.matrix import Matrix, Tally
from records.enums import PartyRole
from records.pictures.matrix import Cell, matrix
from records.pictures.numbers import agreements, counted, written
from records.pictures.picture import Picture

_NOBODY = "not named"


def roles_picture(
    found: Matrix, actors: Mapping[int, Actor], rows: Sequence[str], columns: Sequence[str]
) -> Picture:
    """Draw who has one of some roles where somebody else has one of others."""
    axes = _named(rows), _named(columns)
    cells = [
        Cell(str(row), str(column), tally.agreements, _values(tally))
        for (row, column), tally in found.cells.items()
    ]
    names = {str(key): actors[key].name if key in actors else _NOBODY
             for pair in found.cells for key in pair}  # fmt: skip
    title = f"{axes[0]} and {axes[1].lower()} of agreements"
    return matrix(title, cells, names=names, axes=axes, notes=_notes(found))


def _named(roles: Sequence[str]) -> str:
    """Name roles in a few words: `Funder or donor`."""
    labels = [PartyRole(role).label for role in roles]
    return " or ".join([labels[0], *(label.lower() for label in labels[1:])])


def _values(tally: Tally) -> str:
    worth = [f"{written(amount)} {currency} in {agreements(tally.valued[currency])}"
             for currency, amount in sorted(tally.sums.items())]  # fmt: skip
    return f"Values: {'; '.join(worth)}." if worth else "No value is known."


def _notes(found: Matrix) -> list[str]:
    """Say what the numbers are, and what is not among them."""
    total = agreements(found.total.agreements)
    notes = [f"Numbers: agreements that have both; {total} in all, each in one cell or more."]
    if found.cells_beyond:
        notes.append(f"Beyond the limit asked for: {counted(found.cells_beyond, 'smaller cell')}.")
    if found.neither:
        notes.append(f"Left out: {agreements(found.neither)} with nobody in any of the roles.")
    return notes
