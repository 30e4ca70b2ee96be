"""The year that stands beside a month or a part of a year."""

import re
from typing import Final

from records.enums import Unresolved
from records.ingest.finding.dates.points import Setting
from records.ingest.finding.dates.vocabulary import YEAR

IN_YEAR: Final = (
    rf"(?:(?:,|\sof)?\s(?P<year>{YEAR})"
    r"|,?\s(?:of\s)?(?P<relative>this|last|next|the(?:\s(?:previous|current|coming))?)\syear)"
)
VAGUE: Final = (
    r"(?:the\s)?(?:(?:end|close|late(?:r\sin)?|latter\spart)|early|mid|middle|beginning|start"
    r"|turn|outset)"
)
"""Words for a part of a period that has no agreed bounds: the period stands for it."""
_RELATIVE = {"last": -1, "the previous": -1, "next": 1, "the coming": 1}


def year_in(found: re.Match[str], setting: Setting) -> int | Unresolved | None:
    """Return the year that stands beside a month; None where there is none."""
    named = found.groupdict()
    if named.get("year"):
        return int(named["year"])
    relative = named.get("relative")
    if not relative:
        return None
    if setting.anchor is None:
        return Unresolved.ANCHOR_UNKNOWN
    return setting.anchor.year + _RELATIVE.get(" ".join(relative.lower().split()), 0)
