"""Files of datasets as text, packed with gzip or plain."""

import gzip
import re
import zlib
from pathlib import Path

from records.ingest.datasets.errors import DatasetError

MAX_BYTES = 64 * 2**20
"""Of a file once it is unpacked; the largest known has 3 MB."""

_PACKED = ".gz"
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def locate(folder: Path, name: str) -> Path:
    """Find a file of a dataset, packed or not. Raises DatasetError."""
    for path in (folder / name, folder / f"{name}{_PACKED}"):
        if path.is_file():
            return path
    raise DatasetError(f"{folder}: there is no {name} here; give the folder that has it.")


def read_text(path: Path) -> str:
    """Read a file as UTF-8, with or without a byte order mark. Raises DatasetError."""
    try:
        with gzip.open(path) if path.suffix == _PACKED else path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise DatasetError(f"{path}: {reason}. Get the file again.") from error
    if len(data) > MAX_BYTES:
        raise DatasetError(f"{path.name}: more than {MAX_BYTES >> 20} MB; no more are read.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DatasetError(
            f"{path.name}, line {line}: the text is not UTF-8; save it as UTF-8."
        ) from error
    if found := _FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise DatasetError(
            f"{path.name}, line {line}: character U+{ord(found[0]):04X} cannot be stored; "
            "remove it."
        )
    return text
