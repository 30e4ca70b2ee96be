"""Joins dates to intervals by the words before and between them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from records.ingest.finding.dates.periods import month_of, year_of
from records.ingest.finding.dates.points import Point, Setting
from records.values.edtf import EdtfError, parse_edtf

_BACK = 48
_FILLER = (
    r"(?:(?:at\sleast|about|around|approximately|as\s(?:early|late)\sas|the|on|in|at|of"
    r"|some\stime|sometime|early|mid|late)[\s-])*$"
)
_OPEN = re.compile(
    r"(?i)\b(?P<words>since|(?:starting|beginning|effective|commencing)"
    r"(?:\s(?:in|from|on|with|as\sof|at))?|not\sbefore|no\s(?:earlier|sooner)\sthan|not\suntil"
    rf"|from|after|beyond|as\sof)\s{_FILLER}"
)
_CLOSED = re.compile(
    r"(?i)\b(?P<words>by|until|till|not?\slater\sthan|before|prior\sto|ahead\sof|up\s(?:to|until)"
    rf"|through(?:\sto)?|to)\s{_FILLER}"
)
_PAIR = re.compile(rf"(?i)\b(?P<words>from|between)\s{_FILLER}")
_BETWEEN = re.compile(
    r"(?i)\s?(?:[-\u2013\u2014]|,?\s?\b(?P<word>to|until|till|through|and|or|up\sto)\b)\s"
    r"(?:(?:the|in|on|around|about|early|mid|late)[\s-])*|\s?[\u2013\u2014-]\s?"
)
_ONWARD = re.compile(r"(?i)\s(?:onwards?|on(?=[,.]))\b")


def join(points: list[Point], setting: Setting) -> Iterator[Point]:
    """Put dates together that the text gives as the ends of an interval."""
    place = 0
    while place < len(points):
        point = points[place]
        after = points[place + 1] if place + 1 < len(points) else None
        joined = after and _both(point, after, setting)
        if joined:
            place += 2
            yield joined
        else:
            place += 1
            yield _one(point, setting)


def _both(first: Point, second: Point, setting: Setting) -> Point | None:
    between = _BETWEEN.fullmatch(setting.text, first.end, second.start)
    if between is None or first.unresolved or second.unresolved:
        return None
    before = _PAIR.search(setting.text[max(0, first.start - _BACK) : first.start])
    between_words = before["words"].lower() if before else ""
    word = (between["word"] or "").lower()
    if word in {"and", "or"} and between_words != "between":
        return None
    if word == "to" and not before and len(first.edtf) > len("2024"):
        return None
    start = first.start if before is None else first.start - len(before[0])
    last = _end(second.edtf)
    if first.rule == second.rule == "dates.weekday" and last < first.edtf:
        last = (date.fromisoformat(last) + timedelta(days=7)).isoformat()
    edtf = f"{_begin(first.edtf)}/{last}"
    if not valid(edtf):
        return None
    return Point(start, second.end, "dates.interval", edtf)


def _one(point: Point, setting: Setting) -> Point:
    """Take the word before a date: “since” leaves its end open, “by” its beginning."""
    before = setting.text[max(0, point.start - _BACK) : point.start]
    if point.unresolved:
        return point
    onward = _ONWARD.match(setting.text, point.end)
    if point.ranged:
        return point
    opened, closed = _OPEN.search(before), _CLOSED.search(before)
    if opened and (onward or _opens(opened["words"].lower(), point, setting)):
        end = onward.end() if onward else point.end
        edtf = f"{_begin(point.edtf)}/.."
        return replace(point, start=point.start - len(opened[0]), end=end, edtf=edtf)
    if closed and _closes(closed["words"].lower(), point, setting):
        words = closed["words"].lower()
        edtf = _day_before(point, setting) if words in _EXCLUDING else _end(point.edtf)
        return replace(point, start=point.start - len(closed[0]), edtf=f"../{edtf}")
    return point


_EXCLUDING = frozenset(("before", "prior to", "ahead of"))


def _opens(words: str, point: Point, setting: Setting) -> bool:
    """Tell whether what begins then goes on: “from 2031”, but not “a report from 2014”."""
    if words.startswith(("as of", "effective as of")):
        return False
    return words != "from" or _ahead(point, setting)


def _closes(words: str, point: Point, setting: Setting) -> bool:
    """Tell whether what was before ends then: “by May”, but not “by May's attack”."""
    if words == "by" and setting.text[point.end : point.end + 1] in {"'", "\u2019"}:
        return False
    return words != "to" or (len(point.edtf) == len("2024") and _ahead(point, setting))


def _ahead(point: Point, setting: Setting) -> bool:
    begin = parse_edtf(point.edtf).earliest
    return setting.anchor is not None and begin is not None and begin > setting.anchor


def _day_before(point: Point, setting: Setting) -> str:
    """Return the last year, month or day before a date, as exact as the date."""
    edtf = point.edtf
    if re.match(r"(?i)(?:the\s)?(?:end|close|late|mid)", setting.text[point.start : point.end]):
        return _end(edtf)
    begin = parse_edtf(edtf).earliest
    if begin is None or begin == date.min:
        return edtf
    last = begin - timedelta(days=1)
    shapes = {4: year_of(last.year), 7: month_of(last.year, last.month)}
    return shapes.get(len(_begin(edtf)), last.isoformat())


def _begin(edtf: str) -> str:
    return edtf.split("/", maxsplit=1)[0]


def _end(edtf: str) -> str:
    return edtf.rsplit("/", maxsplit=1)[-1]


def valid(edtf: str) -> bool:
    """Tell whether the register accepts a date."""
    try:
        parse_edtf(edtf)
    except EdtfError:
        return False
    return True


def share_years(points: list[Point], setting: Setting) -> list[Point]:
    """Give a month or day without a year that of the date beside it: “3 May to 4 June 2024”."""
    shared = list(points)
    for place, point in enumerate(points):
        after = points[place + 1] if place + 1 < len(points) else None
        if point.yearless is None or after is None or after.yearless or after.unresolved:
            continue
        if _BETWEEN.fullmatch(setting.text, point.end, after.start) and after.edtf[:4].isdigit():
            month, day = point.yearless
            edtf = month_of(int(after.edtf[:4]), month) + (f"-{day:02}" if day else "")
            if valid(edtf):
                shared[place] = replace(point, edtf=edtf, unresolved=None, yearless=None)
    return shared
