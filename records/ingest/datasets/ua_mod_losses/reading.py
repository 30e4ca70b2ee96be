"""From the files of the dataset to statements and corrections."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from records.enums import ClaimKind
from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.json_rows import read_json_rows
from records.ingest.datasets.losses import Count, Place, Statement
from records.ingest.datasets.rows import Row
from records.ingest.datasets.ua_mod_losses.corrections import correct
from records.ingest.datasets.ua_mod_losses.vocabulary import (
    CORRECTIONS,
    DAY,
    EQUIPMENT,
    FIRST_DAY,
    OBJECTS,
    PASSED_OVER,
    PEOPLE,
    PEOPLE_QUALIFIER,
    PERSONNEL,
    QUALIFIERS,
)
from records.ingest.datasets.ua_mod_losses.wording import shown

_REQUIRED = {EQUIPMENT: DAY, PERSONNEL: (*DAY, PEOPLE, PEOPLE_QUALIFIER), CORRECTIONS: DAY}
_KNOWN = {
    EQUIPMENT: {*DAY, *OBJECTS, *PASSED_OVER} - {PEOPLE},
    PERSONNEL: {*DAY, PEOPLE, PEOPLE_QUALIFIER, *PASSED_OVER},
    CORRECTIONS: {*DAY, *OBJECTS},
}


def read_ua_mod_losses(folder: Path) -> list[Statement]:
    """Return the statements of all days in their order, then the corrections in theirs.

    Everything is read and checked before the first is returned. Raises DatasetError.
    """
    equipment = dict(_days(folder, EQUIPMENT))
    personnel = dict(_days(folder, PERSONNEL))
    statements = {
        day: _statement(day, equipment.get(day), personnel.get(day))
        for day in sorted(equipment.keys() | personnel.keys())
    }
    corrections = [correct(day, row, statements) for day, row in _days(folder, CORRECTIONS)]
    return [*statements.values(), *corrections]


def _days(folder: Path, file: str) -> Iterator[tuple[date, Row]]:
    """Yield the rows of a file by day, each day once and after the one before."""
    before = FIRST_DAY - timedelta(1)
    for row in read_json_rows(folder, file):
        row.check_fields(_KNOWN[file], _REQUIRED[file])
        day = row.day("date")
        if day <= before:
            raise DatasetError(
                f"{row.place}, date: {day} does not come after {before}; put the rows in the "
                f"order of their days, from {FIRST_DAY}, each once."
            )
        before = day
        yield day, row


def _statement(day: date, equipment: Row | None, personnel: Row | None) -> Statement:
    places: list[Place] = []
    counts: list[Count] = []
    passed: list[tuple[str, int]] = []
    for file, row in ((EQUIPMENT, equipment), (PERSONNEL, personnel)):
        if row:
            _check_number(row, day)
            places.append(Place(file, day.isoformat()))
            counts += _counts(row)
            passed += [(what, 1) for name, what in PASSED_OVER.items() if name in row.values]
    number = (day - FIRST_DAY).days + 1
    told = ", ".join(map(shown, counts))
    return Statement(
        places=tuple(places),
        text=f"Losses of Russia since {FIRST_DAY} as of {day}, day {number}: {told}.",
        kind=ClaimKind.LOSSES,
        occurred=day.isoformat(),
        period=f"{FIRST_DAY}/{day}",
        losers=("RU",),
        counts=tuple(counts),
        passed_over=tuple(passed),
    )


def _check_number(row: Row, day: date) -> None:
    number = (day - FIRST_DAY).days + 1
    if row.count("day") != number:
        raise row.error("day", row.count("day"), f"is not the number of {day}; write {number}")


def _counts(row: Row) -> Iterator[Count]:
    for name, counted in OBJECTS.items():
        if name not in row.values:
            continue
        value = row.count(name)
        if name == PEOPLE:
            yield _people(row, value)
        else:
            yield Count(name, counted, value)


def _people(row: Row, value: int) -> Count:
    """Read a number of people, which is rounded to tens on nearly all days."""
    words = row.values[PEOPLE_QUALIFIER]
    if not isinstance(words, str) or words not in QUALIFIERS:
        known = " or ".join(QUALIFIERS)
        raise row.error(PEOPLE_QUALIFIER, words, f"is not known; write {known}")
    precision = 1 if value % 10 else 10
    return Count(PEOPLE, OBJECTS[PEOPLE], value, QUALIFIERS[words], precision)
