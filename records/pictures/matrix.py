"""Who stands to whom in two roles: a grid with a number in each cell, darker where it is larger."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from records.pictures.numbers import agreements, counted
from records.pictures.picture import WIDTH, Picture, said
from records.pictures.shapes import (
    INK,
    SMALL,
    SOFT,
    Element,
    box,
    circle,
    group,
    marks,
    named,
    slanted,
    text,
    titled,
)
from records.pictures.text import clean, shortened, width

ROWS, COLUMNS = 20, 10
"""Rows and columns that can be read at 390 pixels."""

_NAMES = 124.0
_CELL = 34.0
_ROW = 26.0
_HEADING = 100.0
_LIGHTEST, _DARKEST = 0.08, 0.4


@dataclass(frozen=True, slots=True)
class Cell:
    """What two have in common who are known by keys; `words` says more of it."""

    row: str
    column: str
    count: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Grid:
    rows: list[str]
    columns: list[str]
    names: Mapping[str, str]
    axes: tuple[str, str]
    top: float
    cell: float

    def x(self, column: str) -> float:
        return _NAMES + 8 + self.columns.index(column) * self.cell

    def y(self, row: str) -> float:
        return self.top + self.rows.index(row) * _ROW


def matrix(
    title: str,
    cells: Sequence[Cell],
    *,
    names: Mapping[str, str],
    axes: tuple[str, str],
    notes: Sequence[str] = (),
) -> Picture:
    """Draw the agreements of the rows and columns that have most of them.

    `names` has the name of each key; `axes` say who the rows and the columns are.
    """
    if not cells:
        return said(title, "No two have these roles in what was asked for.", notes)
    rows = _largest(cells, lambda cell: cell.row, ROWS)
    columns = _largest(cells, lambda cell: cell.column, COLUMNS)
    longest = max(width(clean(names[column]), SMALL) for column in columns)
    heading = min(longest, _HEADING)
    top = 38 + heading * 0.71
    grid = _Grid(rows, columns, names, axes, top, min(_CELL, _room(len(columns))))
    shown = [cell for cell in cells if cell.row in rows and cell.column in columns]
    most = max((cell.count for cell in shown), default=1)
    return Picture(
        title,
        _words(title, cells, grid),
        grid.top + _ROW * len(rows) + 4,
        [
            *_axes(grid),
            *(_row_name(grid, row) for row in rows),
            *(_column_name(grid, column) for column in columns),
            *_empty(grid, shown),
            *(_cell(grid, cell, most) for cell in shown),
        ],
        [*_left_out(cells, rows, columns, shown), *notes],
    )


def _room(columns: int) -> float:
    return (WIDTH - _NAMES - 8 - _HEADING * 0.72) / columns


def _largest(cells: Sequence[Cell], name: Callable[[Cell], str], limit: int) -> list[str]:
    sums: dict[str, int] = defaultdict(int)
    for cell in cells:
        sums[name(cell)] += cell.count
    return sorted(sums, key=lambda each: (-sums[each], each))[:limit]


def _axes(grid: _Grid) -> list[Element]:
    """Name rows and columns, with an arrow to them; names that are cut off are in the words."""
    row, column = (shortened(name, SMALL, room) for name, room in
                   zip(grid.axes, (_NAMES - 16, WIDTH - _NAMES - 24), strict=True))  # fmt: skip
    return [
        text(f"{row} ↓", _NAMES, grid.top - 8, size=SMALL, text_anchor="end", **SOFT),
        text(f"{column} →", _NAMES + 8, 12, size=SMALL, **SOFT),
    ]


def _row_name(grid: _Grid, row: str) -> Element:
    y = grid.y(row) + _ROW / 2 + 4
    return named(grid.names[row], _NAMES, y, _NAMES, text_anchor="end")


def _column_name(grid: _Grid, column: str) -> Element:
    x = grid.x(column) + grid.cell / 2 + 3
    return slanted(grid.names[column], x, grid.top - 6, _HEADING)


def _empty(grid: _Grid, shown: Sequence[Cell]) -> list[Element]:
    """Dot the cells without a number, so that a row can be followed with the eye."""
    full = {(cell.row, cell.column) for cell in shown}
    return [
        circle(grid.x(column) + grid.cell / 2, grid.y(row) + _ROW / 2, 1, fill_opacity=0.4)
        for row in grid.rows
        for column in grid.columns
        if (row, column) not in full
    ]


def _shade(grid: _Grid, cell: Cell, most: int) -> Element:
    dark = _LIGHTEST + (_DARKEST - _LIGHTEST) * sqrt(cell.count / most)
    return box(
        grid.x(cell.column) + 1, grid.y(cell.row) + 1, grid.cell - 2, _ROW - 2,
        rx=2, fill_opacity=round(dark, 3), stroke=INK, stroke_width=0.5, stroke_opacity=0.6,
    )  # fmt: skip


def _cell(grid: _Grid, cell: Cell, most: int) -> Element:
    x, y = grid.x(cell.column) + grid.cell / 2, grid.y(cell.row) + _ROW / 2
    element = text(_short(cell.count), x, y + 4, size=SMALL, text_anchor="middle")
    (row, column), names = grid.axes, grid.names
    told = f"{row}: {names[cell.row]}. {column}: {names[cell.column]}. {agreements(cell.count)}."
    return titled(group([marks([_shade(grid, cell, most)]), element]), told, cell.words)


def _short(count: int) -> str:
    """Write a number in three or four characters; its title has it in full."""
    for power, letter in ((10**9, "G"), (10**6, "M"), (10**3, "k")):
        if count >= power:
            return f"{count // power}{letter}"
    return str(count)


def _left_out(
    cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str], shown: Sequence[Cell]
) -> list[str]:
    hidden = len(cells) - len(shown)
    all_rows, all_columns = ({cell.row for cell in cells}, {cell.column for cell in cells})
    told = (
        f"{len(rows)} of {counted(len(all_rows), 'row')} and {len(columns)} of "
        f"{counted(len(all_columns), 'column')} are drawn, those with the largest sums; "
        f"{counted(hidden, 'cell')} not drawn."
    )
    return [told] if hidden else []


def _words(title: str, cells: Sequence[Cell], grid: _Grid) -> str:
    ordered = sorted(cells, key=lambda cell: (-cell.count, cell.row, cell.column))
    told = "; ".join(
        f"{grid.names[cell.row]} and {grid.names[cell.column]}, {agreements(cell.count)}"
        for cell in ordered[:ROWS]
    )
    return f"{title}. {grid.axes[0]} and {grid.axes[1]}, the most first: {told}."
