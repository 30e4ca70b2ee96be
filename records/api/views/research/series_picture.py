"""Draws figures over time from the answer that shows them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from records.analysis.figures.comparing import FACT
from records.enums import MeasureMode, Metric, Modality, PeriodGrain, TemporalMode
from records.pictures.numbers import counted, written
from records.pictures.picture import Picture
from records.pictures.plot import Line, Point
from records.pictures.series import series
from records.values.codes import country_name
from records.values.units import unit_name

_COUNTED = "C62"
"""The unit of what is only counted, whose name says nothing."""

_STANDS_ON = (
    "Figures that grow from one day on stand on the last day that they count, or on the first if "
    "no last one is known."
)
_TOLD = 3
_LEFT_OUT = {
    "replaced": "replaced by another claim",
    "restatements": "repeating another claim",
    "denied": "denied",
    "without_value": "without a number",
    "undated": "without a date",
    "beyond_limit": "beyond the limit",
    "not_read": "of older claims, not read",
}

Shown = Mapping[str, Any]


def series_picture(metric: str, lines: Sequence[Shown], about: Shown) -> Picture:
    """Draw the lines; relative figures and what was left out are told below them."""
    title = f"{Metric(metric).label} over time"
    notes = [*_growing(lines), *_relative(about["relative"]),
             *_missing(lines, about["lines"]["count"]), *_left_out(about["left_out"])]  # fmt: skip
    names = [_name(each) for each in lines]
    common = [part for part in names[0] if all(part in name for name in names)] if names else []
    if len(lines) > 1 and common:
        title = f"{title}: {', '.join(common)}"
        names = [[part for part in name if part not in common] for name in names]
    drawn = [_line(each, ", ".join(name)) for each, name in zip(lines, names, strict=True)]
    return series(title, drawn, notes=notes)


def _line(shown: Shown, name: str) -> Line:
    grows = _grows(shown)
    awaited = shown["temporal_mode"] != TemporalMode.ACTUAL or shown["firmness"] != FACT
    points = [_point(each, grows=grows, awaited=awaited) for each in shown["points"]]
    return Line(name, _unit(shown), points)


def _grows(shown: Shown) -> bool:
    return bool(shown["span"]) and shown["span"]["grain"] == PeriodGrain.SINCE


def _point(shown: Shown, *, grows: bool, awaited: bool) -> Point:
    """Place a point: a figure that grows from a day stands on the last day that it counts.

    Where no last day is known, as with plans, it stands on the first.
    """
    first, last = (shown["period"][bound] for bound in ("earliest", "latest"))
    if grows and last:
        first = last
    return Point(
        first, last, _number(shown["min"]), _number(shown["max"]), _number(shown["value"]),
        awaited=awaited, replaced=shown["replaced_by"] is not None, words=_words(shown),
    )  # fmt: skip


def _name(shown: Shown) -> list[str]:
    """Name whose figures of what these are, over which periods, how firm, and by whom."""
    subject = shown["subject"]
    who = [*(each["name"] for each in (*subject["agreements"], *subject["organizations"])),
           *map(country_name, subject["countries"])]  # fmt: skip
    system = shown["weapon_system"]
    category = (shown["category"] or "").replace("_", " ").replace(".", ": ")
    what = (system and system["name"]) or category or shown["words"] or ""
    speakers = {_speaker(each) for each in shown["points"]}
    said = f"says {speakers.pop()}" if len(speakers) == 1 and "" not in speakers else ""
    how = [] if shown["temporal_mode"] == TemporalMode.ACTUAL else [shown["temporal_mode"]]
    how += [] if shown["firmness"] == FACT else [Modality(shown["firmness"]).label.lower()]
    return [*filter(None, [" and ".join(who), what, _periods(shown), *how, said, _cut(shown)])]


def _cut(shown: Shown) -> str:
    drawn, every = len(shown["points"]), shown["point_count"]
    return "" if drawn == every else f"{written(drawn)} of {written(every)} points"


def _speaker(point: Shown) -> str:
    return str(point["speaker_name"] or (point["said_by"] or {}).get("name", ""))


def _periods(shown: Shown) -> str:
    span = shown["span"]
    if not span:
        return ""
    return f"since {span['since']}" if _grows(shown) else f"by {span['grain'].replace('_', ' ')}"


def _unit(shown: Shown) -> str:
    if shown["currency"]:
        return str(shown["currency"])
    if shown["unit_code"] == _COUNTED:
        return "number"
    return unit_name(shown["unit_code"] or "") or str(shown["unit_words"] or "number")


def _words(shown: Shown) -> str:
    """Tell a point: its interval, when, who says so, and in which claim."""
    bounds = [written(Decimal(each)) if each else "" for each in (shown["min"], shown["max"])]
    number = {
        (True, True): bounds[0] if bounds[0] == bounds[1] else f"{bounds[0]} to {bounds[1]}",
        (True, False): f"{bounds[0]} or more",
        (False, True): f"{bounds[1]} or less",
        (False, False): "unknown",
    }[bool(bounds[0]), bool(bounds[1])]
    replaced = shown["replaced_by"]
    after = f" Replaced by {replaced['claim']['id']}." if replaced else ""
    said = f", says {_speaker(shown)}" if _speaker(shown) else ""
    return f"{number}, {_when(shown)}{said}. {shown['claim']['id']}.{after}"


def _when(shown: Shown) -> str:
    period = shown["period"]
    return str(period["edtf"] or period["words"]) if period else "without a date"


def _growing(lines: Sequence[Shown]) -> list[str]:
    if not any(map(_grows, lines)):
        return []
    return [_STANDS_ON]


def _relative(relative: Sequence[Shown]) -> list[str]:
    """List the figures that are never drawn among absolute ones."""
    if not relative:
        return []
    told = [f"{MeasureMode(each['mode']).label.lower()} {each['value'] or ''}".strip()
            + f", {_when(each)} ({each['claim']['id']})" for each in relative[:_TOLD]]  # fmt: skip
    more = [f"{len(relative) - _TOLD} more"] if len(relative) > _TOLD else []
    figures = counted(len(relative), "relative figure")
    return [f"Not on the axis, {figures}: {'; '.join([*told, *more])}."]


def _missing(lines: Sequence[Shown], count: int) -> list[str]:
    """Tell which lines are not shown, and that one is cut."""
    told = [f"{written(len(lines))} of {counted(count, 'line')}"] if len(lines) < count else []
    told += [f"the first {cut}" for each in lines if (cut := _cut(each))]
    return [f"Shown: {', '.join(told)}."] if told else []


def _left_out(left_out: Shown) -> list[str]:
    told = [f"{written(left_out[name])} {words}" for name, words in _LEFT_OUT.items()
            if left_out[name]]  # fmt: skip
    return [f"Figures left out: {', '.join(told)}."] if told else []


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None
