"""Finds figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from records.enums import MeasureMode, Qualifier, Superlative
from records.ingest.finding import numerals
from records.ingest.finding.measures import qualifiers
from records.ingest.finding.measures.changes import Compared, change, compared, difference
from records.ingest.finding.measures.figures import Figure, figures
from records.ingest.finding.measures.fractions import fractions
from records.ingest.finding.measures.nouns import TIMES, Counted, compound, counted
from records.ingest.finding.measures.ranges import ranged
from records.ingest.finding.measures.uncounted import HYPHENS, counts_nothing
from records.ingest.findings import MeasureFinding
from records.ingest.sentence import Sentence, Spans

_ANY: Final = re.compile(
    rf"(?i)[0-9]|\b(?:{numerals.WORDS}|dozens?|scores|tens|hundreds?|thousands?|[mbtr]+illions?"
    r"|lakhs?|crores?|twice|thrice|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    r"|fold\b|doubl|tripl|trebl|quadrupl|quintupl|\bhal[fv]|\b(?:third|quarter|fifth|tenth)s?\sof\b"
)
_CONFIDENCE: Final = {
    "measures.money": 0.97, "measures.count": 0.92, "measures.bare": 0.75, "measures.order": 0.9,
    "measures.range": 0.9, "measures.percent": 0.9, "measures.percent_change": 0.9,
    "measures.points": 0.9, "measures.duration": 0.85, "measures.difference": 0.85,
    "measures.ratio": 0.9, "measures.share": 0.85, "measures.rank": 0.9,
}  # fmt: skip
_RECORD: Final = re.compile(
    r"(?i)\brecord(?:-(?:high|breaking|setting))?(?:(?:\s[a-z]+){0,3}\s(?:of|worth))?\s$"
)
_LARGEST: Final = re.compile(r"(?i)\b(?:largest|biggest|highest)\b[^.,;:]{0,40}$")
_BACK = 60
_ECHO: Final = re.compile(r"\s\([0-9,]+\)")
_OF: Final = re.compile(r"\sof\b")


def find_measures(
    sentence: Sentence, *, designations: Spans, dates: Spans
) -> tuple[MeasureFinding, ...]:
    """Find all figures, in order; numbers inside designations and dates are none."""
    text = sentence.text
    if not _ANY.search(text):
        return ()
    told = (*compared(text), *fractions(text))
    relative = [row for row in told if not dates.meet(row.start, row.end)]
    found: list[MeasureFinding] = [_compared(row) for row in relative]
    taken = Spans.of(found)
    for figure in ranged(text, figures(text)):
        if taken.meet(figure.start, figure.end) or dates.meet(figure.start, figure.end):
            continue
        if not figure.currency and designations.meet(figure.start, figure.end):
            continue
        if found and _echoes(text, figure, found[-1]):
            continue
        found.extend(_measured(text, figure, changes=any(row.direction for row in relative)))
    return tuple(_apart(sorted(found, key=lambda row: row.start)))


def _echoes(text: str, figure: Figure, last: MeasureFinding) -> bool:
    """Tell digits that repeat a number word: “fifty countries (50)”."""
    inside = text[figure.start - 1 : figure.start] + text[figure.end : figure.end + 1] == "()"
    return inside and not figure.currency and figure.amount.value == last.value


def _apart(found: list[MeasureFinding]) -> Iterator[MeasureFinding]:
    end = 0
    for row in found:
        if row.start >= end:
            end = row.end
            yield row


def _compared(row: Compared) -> MeasureFinding:
    rule = f"measures.{row.mode.value}"
    return MeasureFinding(
        start=row.start,
        end=row.end,
        rule=rule,
        confidence=_CONFIDENCE[rule],
        mode=row.mode,
        qualifier=row.qualifier,
        value=row.value,
        precision=Decimal(1) if row.mode == MeasureMode.RATIO else None,
        direction=row.direction,
    )


def _measured(text: str, figure: Figure, *, changes: bool) -> Iterator[MeasureFinding]:
    qualifier, end = qualifiers.after(text, figure.end)
    leading, start = qualifiers.before(text, figure.start)
    if qualifier == Qualifier.EXACT:
        qualifier = leading
    if figure.percent:
        yield _relative(text, figure, qualifier, start, end)
        return
    what = Counted("", "", end) if figure.currency else _what(text, figure, end)
    if figure.word and counts_nothing(text, figure, what):
        return
    if what.unit in TIMES and _OVER.match(text, start):
        qualifier = Qualifier.EXACT
    direction = _difference(text, figure, what, changes=changes)
    rule = _rule(figure, what, direction)
    yield MeasureFinding(
        start=start,
        end=max(end, what.end),
        rule=rule,
        confidence=_CONFIDENCE[rule],
        mode=MeasureMode.DIFFERENCE if direction else MeasureMode.ABSOLUTE,
        unit=what.unit,
        unit_words=what.words,
        currency=figure.currency,
        direction=direction,
        superlative=_superlative(text, start),
        **_values(figure, qualifier),
    )


_OVER: Final = re.compile(r"(?i)over\b")
"""“Over five years” says how long it lasts, not that it is longer."""


def _what(text: str, figure: Figure, end: int) -> Counted:
    if text[end : end + 1] in HYPHENS:
        return compound(text, end + 1)
    echo = _ECHO.match(text, end)
    return counted(text, echo.end() if echo else end, one=figure.amount.value == 1)


def _difference(text: str, figure: Figure, what: Counted, *, changes: bool) -> str:
    """Return the direction of a figure that is itself a change."""
    if what.unit in TIMES:
        return ""
    if what.more and changes:
        return "increase"
    return difference(text, figure.start, figure.end)


def _rule(figure: Figure, what: Counted, direction: str) -> str:
    if direction:
        return "measures.difference"
    if figure.currency:
        return "measures.money"
    if figure.upper:
        return "measures.range"
    if figure.amount.order:
        return "measures.order"
    if what.unit in TIMES:
        return "measures.duration"
    return "measures.count" if what.unit else "measures.bare"


def _relative(
    text: str, figure: Figure, qualifier: Qualifier, start: int, end: int
) -> MeasureFinding:
    """Read a figure in percent: a change, a change of a share, or a share."""
    direction = change(text, figure.start, figure.end)
    if figure.points:
        mode, rule = MeasureMode.PP_CHANGE, "measures.points"
    elif direction and not _OF.match(text, figure.end):
        mode, rule = MeasureMode.PERCENT_CHANGE, "measures.percent_change"
    else:
        mode, rule, direction = MeasureMode.SHARE, "measures.percent", ""
    return MeasureFinding(
        start=start,
        end=end,
        rule=rule,
        confidence=_CONFIDENCE[rule],
        mode=mode,
        direction=direction,
        superlative=_superlative(text, start),
        **_values(figure, qualifier),
    )


def _values(figure: Figure, qualifier: Qualifier) -> dict[str, Any]:
    """Return the value or its bounds, as the qualifier asks."""
    amount = figure.amount
    if figure.upper:
        return {
            "qualifier": Qualifier.BETWEEN,
            "value_min": amount.value,
            "value_max": figure.upper.value,
            "precision": figure.upper.precision,
        }
    if amount.order:
        return {"qualifier": Qualifier.AT_LEAST, "value_min": amount.value}
    return {"qualifier": qualifier, "value": amount.value, "precision": amount.precision}


def _superlative(text: str, start: int) -> Superlative | None:
    before = text[max(0, start - _BACK) : start]
    if "record" in before.lower() and _RECORD.search(before):
        return Superlative.RECORD
    return Superlative.LARGEST if "est" in before and _LARGEST.search(before) else None
