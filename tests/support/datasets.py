"""Small copies of the shipped daily counts, and hand-made files of the other datasets."""

import json
from pathlib import Path
from typing import Any

from records.ingest.datasets.files import locate, read_text
from records.ingest.datasets.ua_mod_losses.vocabulary import CORRECTIONS, EQUIPMENT, PERSONNEL
from records.services.datasets.known import FOLDER

UA_MOD = FOLDER / "ua_mod_losses"
Rows = dict[str, list[dict[str, Any]]]


def shipped(first: str, last: str) -> Rows:
    """Return the rows of these days, by file; a correction needs the days around its step."""
    return {
        file: [row for row in json.loads(read_text(locate(UA_MOD, file)))
               if first <= row["date"] <= last]
        for file in (EQUIPMENT, PERSONNEL, CORRECTIONS)
    }  # fmt: skip


def write_rows(folder: Path, rows: Rows) -> Path:
    """Write the files as published, and return their folder."""
    for file, content in rows.items():
        (folder / file).write_text(json.dumps(content), encoding="utf-8")
    return folder


def write_csv(path: Path, header: str, *lines: str) -> Path:
    """Write a CSV file, and return its path."""
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return path


TREATY_COLUMNS = (
    "uuid,title,country_name,signed_event_date,definative_eif_event_date,terminated_event_date"
)
LOSS_COLUMNS = (
    "country,equipment_type,destroyed,abandoned,captured,damaged,type_total,date_recorded"
)
