"""Names of units by their codes of UN/CEFACT Recommendation 20."""

from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).resolve().parents[2] / "fixtures" / "reference" / "units.yaml"


def unit_name(code: str) -> str:
    """Name a unit, such as `tonne` for TNE; a code that is not on the list stands for itself."""
    return _names().get(code, code)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    listed = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {each["code"]: each["name"] for each in listed}
