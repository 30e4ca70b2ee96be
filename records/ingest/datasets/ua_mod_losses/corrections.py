"""What the file of corrections says.

Each row has, for every field, a number that is not zero where the General Staff recounted. The
number is that part of the step between the cumulative counts of two days which is no loss of the
second day. So the count of the first day, as corrected, is that count and the number: 5181
armored vehicles and -25 make 5156, to which the 11 lost the next day were added to give 5167.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from records.enums import ClaimKind
from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.losses import Count, Place, Statement
from records.ingest.datasets.rows import Row
from records.ingest.datasets.ua_mod_losses.vocabulary import CORRECTIONS, FIRST_DAY, OBJECTS
from records.ingest.datasets.ua_mod_losses.wording import shown

_DAY = timedelta(1)

Statements = Mapping[date, Statement]


def correct(day: date, row: Row, statements: Statements) -> Statement:
    """Make the statement that replaces the one of the day before the step.

    Raises DatasetError when the daily counts leave no step that the row can belong to.
    """
    changes = {name: row.whole(name) for name in OBJECTS if name in row.values}
    if not any(changes.values()):
        raise DatasetError(f"{row.place}: the row corrects nothing; remove it.")
    after = _step(day, row, changes, statements)
    corrected = statements[after - _DAY]
    counts = tuple(replace(count, value=count.value + changes.get(count.words, 0))
                   for count in corrected.counts)  # fmt: skip
    for count in counts:
        if count.value < 0:
            raise row.error(count.words, changes[count.words], "leaves less than none; correct it")
    return Statement(
        places=(Place(CORRECTIONS, day.isoformat()),),
        text=_text(after, corrected, counts),
        kind=ClaimKind.CORRECTION,
        occurred=after.isoformat(),
        period=corrected.period,
        losers=corrected.losers,
        counts=counts,
        corrects=corrected.places[0],
    )


def _step(day: date, row: Row, changes: Mapping[str, int], statements: Statements) -> date:
    """Return the later day of the step: the row's own day, or else the next one.

    A step fits when no day's own losses come out below zero.
    """
    for after in (day, day + _DAY):
        if _fits(after, changes, statements):
            return after
    raise DatasetError(
        f"{row.place}, date: the counts of {day - _DAY}, {day} and {day + _DAY} leave no step that "
        "these corrections can be part of; correct the numbers, or add the days that are missing."
    )


def _fits(after: date, changes: Mapping[str, int], statements: Statements) -> bool:
    if after not in statements or after - _DAY not in statements:
        return False
    before = {count.words: count.value for count in statements[after - _DAY].counts}
    now = {count.words: count.value for count in statements[after].counts}
    return all(
        name in before and name in now and now[name] - before[name] >= change
        for name, change in changes.items()
        if change or (name in before and name in now)
    )


def _text(after: date, corrected: Statement, counts: tuple[Count, ...]) -> str:
    pairs = list(zip(counts, corrected.counts, strict=True))
    replaced = ", ".join(
        f"{shown(new)} instead of {old.value} ({new.value - old.value:+})"
        for new, old in pairs
        if new.value != old.value
    )
    kept = ", ".join(shown(new) for new, old in pairs if new.value == old.value)
    return (
        f"Correction, made with the counts of {after}, of the losses of Russia since {FIRST_DAY} "
        f"as of {after - _DAY}: {replaced}. Unchanged: {kept}."
    )
