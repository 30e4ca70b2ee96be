"""The lists of names that come with the register, as they stand in the files."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

REFERENCE = Path(__file__).resolve().parents[4] / "fixtures" / "reference"

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=32)
def read_reference(name: str) -> Any:
    """Read one file of `fixtures/reference/`, once in the life of the process."""
    with (REFERENCE / name).open(encoding="utf-8") as file:
        return yaml.load(file, Loader=_LOADER)  # noqa: S506  # a safe loader, written in C
