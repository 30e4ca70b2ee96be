"""From the files of the dataset to treaties."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from records.enums import AgreementStatus, MilestoneKind
from records.ingest.datasets.csv_rows import read_csv_rows
from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.rows import Row
from records.ingest.datasets.uk_treaties.kinds import kind_of
from records.ingest.datasets.uk_treaties.parties import Parties, read_parties
from records.ingest.datasets.uk_treaties.treaty import Treaty

DEFENCE, ALL = FILES = ("uk_treaties_defence.csv", "uk_treaties_all_core.csv")
"""The first knows more of each treaty, the second knows more treaties."""

MAX_TITLE = 500

Milestones: TypeAlias = tuple[tuple[MilestoneKind, str], ...]

_NUMBER, _TITLE, _PARTIES = "uuid", "title", "country_name"
_DATES = {
    "signed_event_date": MilestoneKind.SIGNATURE,
    "definative_eif_event_date": MilestoneKind.ENTRY_INTO_FORCE,
    "terminated_event_date": MilestoneKind.TERMINATION,
}
_REQUIRED = (_NUMBER, _TITLE, _PARTIES, "signed_event_date")
_KNOWN = (*_REQUIRED, *_DATES, "id", "field3", "subject", "signed_event_location", "references",
          "document_url")  # fmt: skip
_TOLD = {
    MilestoneKind.SIGNATURE: "signed",
    MilestoneKind.ENTRY_INTO_FORCE: "entered into force",
    MilestoneKind.TERMINATION: "terminated",
}
_STATUS = {
    MilestoneKind.SIGNATURE: AgreementStatus.SIGNED,
    MilestoneKind.ENTRY_INTO_FORCE: AgreementStatus.IN_FORCE,
    MilestoneKind.TERMINATION: AgreementStatus.TERMINATED,
}


def read_uk_treaties(path: Path) -> list[Treaty]:
    """Return the treaties of a file, or of those in a folder, each once.

    Everything is read and checked before the first is returned. Raises DatasetError.
    """
    treaties: dict[str, Treaty] = {}
    for file in _files(path):
        seen: set[str] = set()
        for row in read_csv_rows(file, _KNOWN, _REQUIRED):
            treaty = _treaty(row)
            if treaty.number in seen:
                raise row.error(_NUMBER, treaty.number, "stands above already; remove one row")
            seen.add(treaty.number)
            treaties.setdefault(treaty.number, treaty)
    return list(treaties.values())


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = [path / name for name in FILES if (path / name).is_file()]
    if not found:
        raise DatasetError(
            f"{path}: there is neither {DEFENCE} nor {ALL} here; give the folder or the file."
        )
    return found


def _treaty(row: Row) -> Treaty:
    parties = read_parties(row.text(_PARTIES))
    milestones = tuple(_milestones(row))
    title = row.text(_TITLE)
    return Treaty(
        number=row.text(_NUMBER),
        title=title if len(title) <= MAX_TITLE else f"{title[: MAX_TITLE - 1]}…",
        text=_text(title, parties, milestones),
        kind=kind_of(title),
        status=_STATUS[milestones[-1][0]] if milestones else AgreementStatus.UNKNOWN,
        occurred=milestones[0][1] if milestones else "",
        milestones=milestones,
        states=tuple(parties.states),
        organizations=tuple(parties.organizations),
        passed_over=tuple(parties.passed_over.items()),
    )


def _milestones(row: Row) -> Iterator[tuple[MilestoneKind, str]]:
    """Read the dates that a row has: 10/04/1854 is 1854-04-10."""
    for column, kind in _DATES.items():
        if value := row.values.get(column):
            try:
                day = datetime.strptime(value, "%d/%m/%Y").date()  # noqa: DTZ007 a day has no zone
            except ValueError as error:
                raise row.error(
                    column, value, "is no day of the calendar; write one as 25/02/2022"
                ) from error
            yield kind, day.isoformat()


def _text(title: str, parties: Parties, milestones: Milestones) -> str:
    told = [f"parties {', '.join(parties.names)}"] if parties.names else []
    told += [f"{_TOLD[kind]} {date}" for kind, date in milestones]
    return f"“{title}”: {'; '.join(told)}."
