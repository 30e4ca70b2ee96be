"""Shares in words: “half of its fleet”, “two-thirds of the shells”."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from records.enums import MeasureMode
from records.ingest.finding.measures.changes import Compared
from records.ingest.finding.measures.qualifiers import before

_FRACTION: Final = re.compile(
    r"(?i)(?:(?<!first )(?<!second )(?<!latter )(?<!other )\b(?P<half>half)\s(?:of\s)?"
    r"(?=(?:the|its|their|his|her|our|all|those|these)\b)"
    r"|\b(?P<parts>an?|one|two|three|four)[\s-](?P<whole>third|quarter|fifth|tenth)s?\s(?=of\s(?!an?\s)))"
)
_PARTS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_WHOLES: Final = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_HUNDREDTH: Final = Decimal("0.01")


def fractions(text: str) -> Iterator[Compared]:
    """Find parts of a whole that are named in words, in percent to two places."""
    for found in _FRACTION.finditer(text):
        parts = 1 if found["half"] else _PARTS[found["parts"].lower()]
        whole = 2 if found["half"] else _WHOLES[found["whole"].lower()]
        if parts < whole:
            share = (Decimal(100 * parts) / whole).quantize(_HUNDREDTH).normalize()
            qualifier, start = before(text, found.start())
            end = found.end() - 1
            yield Compared(start, end, MeasureMode.SHARE, qualifier, share + 0)
