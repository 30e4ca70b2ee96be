"""From the file of daily counts to statements."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from records.enums import ClaimKind, Metric
from records.ingest.datasets.csv_rows import read_csv_rows
from records.ingest.datasets.files import locate
from records.ingest.datasets.losses import Count, Object, Place, Statement
from records.ingest.datasets.oryx_losses.vocabulary import (
    CATEGORIES,
    COUNTRIES,
    FATES,
    FILE,
    FIRST_DAY,
    SUMS,
)
from records.ingest.datasets.rows import Row

_COUNTED = ("destroyed", "abandoned", "captured", "damaged", "type_total")
_REQUIRED = ("country", "equipment_type", "date_recorded", *_COUNTED)
_CHANGES = (*(f"{each}_diff" for each in _COUNTED), *(f"{each}_diff_diff" for each in _COUNTED))

_Key = tuple[date, str]


def read_oryx_losses(path: Path) -> list[Statement]:
    """Return a statement for each day and country of which the file, or that of a folder, tells.

    Everything is read and checked before the first is returned. Raises DatasetError.
    """
    file = locate(path, FILE) if path.is_dir() else path
    counted: defaultdict[_Key, dict[str, Row]] = defaultdict(dict)
    passed: defaultdict[_Key, int] = defaultdict(int)
    for row in read_csv_rows(file, (*_REQUIRED, *_CHANGES), _REQUIRED):
        key = row.day("date_recorded"), row.one_of("country", COUNTRIES)
        _check_total(row)
        kind = row.text("equipment_type")
        if key[0] < FIRST_DAY or kind.startswith(SUMS):
            passed[key] += 1
            continue
        _check_type(row, kind)
        if kind in counted[key]:
            raise row.error("equipment_type", kind, "has a row for this day; remove one")
        counted[key][kind] = row
    return [_statement(*key, counted[key], passed[key]) for key in sorted(counted) if counted[key]]


def _check_total(row: Row) -> None:
    total = sum(row.number(fate) for fate in FATES)
    if total != row.number("type_total"):
        raise row.error("type_total", row.text("type_total"),
                        f"is not the sum of the four counts; write {total}")  # fmt: skip


def _check_type(row: Row, kind: str) -> None:
    if kind not in CATEGORIES:
        near = get_close_matches(kind, CATEGORIES, n=1)
        hint = f"write “{near[0]}”, if that is meant" if near else "remove the row"
        raise row.error("equipment_type", kind, f"is no type that is known; {hint}")


def _statement(day: date, country: str, rows: dict[str, Row], passed: int) -> Statement:
    told = "; ".join(
        f"{kind} " + ", ".join(f"{row.number(fate)} {fate}" for fate in FATES)
        for kind, row in rows.items()
    )
    return Statement(
        places=(Place(FILE, f"{country} {day}"),),
        text=f"Documented losses of {country} since {FIRST_DAY} as of {day}, types whose counts "
        f"changed: {told}.",
        kind=ClaimKind.LOSSES,
        occurred=day.isoformat(),
        period=f"{FIRST_DAY}/{day}",
        losers=(COUNTRIES[country],),
        counts=tuple(_counts(rows)),
        passed_over=(("sums of types", passed),) if passed else (),
    )


def _counts(rows: dict[str, Row]) -> Iterator[Count]:
    for kind, row in rows.items():
        counted = Object(Metric.EQUIPMENT_LOSSES, CATEGORIES[kind])
        for fate in FATES:
            yield Count(f"{kind}, {fate}", counted, row.number(fate))
