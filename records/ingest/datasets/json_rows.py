"""Rows from a JSON file that is a list of objects."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.files import locate, read_text
from records.ingest.datasets.rows import Row
from records.values.quoting import quote


def read_json_rows(folder: Path, name: str) -> Iterator[Row]:
    """Yield the objects of a file in their order. Raises DatasetError."""
    try:
        content = json.loads(read_text(locate(folder, name)), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise DatasetError(
            f"{name}, line {error.lineno}: this is no JSON ({error.msg}); get the file again."
        ) from error
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{name}: this is no list of rows ({error}); correct it.") from error
    if not isinstance(content, list):
        raise DatasetError(f"{name}: the file must be a list of objects, [{{…}}, {{…}}].")
    for number, values in enumerate(content, start=1):
        place = f"{name}, entry {number}"
        if not isinstance(values, dict):
            raise DatasetError(f"{place}: {quote(values)} is no object; write {{…}}.")
        yield Row(place, values)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field “{twice}” stands twice in one row")
    return values
