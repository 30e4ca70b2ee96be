"""Draws the matrix of two roles."""

from collections.abc import Mapping, Sequence

from records.analysis.actors import Actor
from records.analysis.roles.matrix import Matrix, Tally
from records.enums import PartyRole
from records.pictures.matrix import Cell, matrix
from records.pictures.numbers import agreements, counted, written
from records.pictures.picture import Picture

NOT_NAMED = "not named"
"""Who has a role that the agreement names nobody in."""


def roles_picture(found: Matrix, actors: Mapping[int, Actor], axes: tuple[str, str]) -> Picture:
    """Draw who has one role where somebody else has another; `axes` name the roles."""
    cells = [
        Cell(str(row), str(column), tally.agreements, _values(tally))
        for (row, column), tally in found.cells.items()
    ]
    names = {str(key): actors[key].name if key in actors else NOT_NAMED
             for pair in found.cells for key in pair}  # fmt: skip
    title = f"{axes[0]} and {axes[1].lower()} of agreements"
    return matrix(title, cells, names=names, axes=axes, notes=_notes(found))


def name_of(roles: Sequence[str]) -> str:
    """Name roles in a few words: `Funder, donor or lender`."""
    first, *others = (PartyRole(role).label for role in roles)
    names = [first, *(label.lower() for label in others)]
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


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
