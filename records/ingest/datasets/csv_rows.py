"""Rows from a CSV file."""

import csv
import io
from collections.abc import Collection, Iterator
from pathlib import Path

from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.files import read_text
from records.ingest.datasets.rows import Row
from records.values.quoting import quote


def read_csv_rows(path: Path, known: Collection[str], required: Collection[str]) -> Iterator[Row]:
    """Yield the rows under the header, each placed at its line. Raises DatasetError.

    The header has all `required` columns and none but `known` ones.
    """
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header(path.name, header, known, required)
        for cells in reader:
            place = f"{path.name}, line {reader.line_num}"
            if len(cells) != len(header):
                raise DatasetError(
                    f"{place}: {len(cells)} cells under {len(header)} columns; write one for each."
                )
            yield Row(place, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise DatasetError(
            f"{path.name}, line {reader.line_num}: this is no CSV ({error}); get the file again."
        ) from error


def _check_header(
    name: str, header: list[str], known: Collection[str], required: Collection[str]
) -> None:
    place = f"{name}, line 1"
    for column in header:
        if header.count(column) > 1:
            raise DatasetError(f"{place}: the column {quote(column)} stands twice; remove one.")
    Row(place, dict.fromkeys(header)).check_fields(known, required)
