"""Dates as people type them, made EDTF where they have one meaning.

Accepted are EDTF itself and: quarters (`2024-Q1`, `2024Q1`, `Q1 2024`, `1st quarter of 2024`),
halves (`H1 2024`, `2024-H2`, `first half of 2024`), seasons (`spring 2024`), months (`Feb 2024`,
`February 2024`, `2024 Feb`, `2/2024`), days with the month in words (`5 Feb 2024`,
`February 5, 2024`), `c. 2024` and `2024?` for what is approximate or uncertain, and intervals of
two of these with a slash, `..` or the word `to`.

A date that can be read in two ways (`01/02/2024`) or that has no agreed bounds (`early 2024`) is
refused, with what to write instead.
"""

import re

from records.values.edtf import EdtfError, parse_edtf
from records.values.quoting import quote

MAX_TYPED = 100

_MONTHS = {
    name: f"{number:02}"
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_NTH = {"1": 1, "1st": 1, "first": 1, "2": 2, "2nd": 2, "second": 2, "3": 3, "3rd": 3, "third": 3,
        "4": 4, "4th": 4, "fourth": 4}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_PART = (
    rf"(?:q(?P<q>[1-4])|(?P<nth_q>{'|'.join(_NTH)}) quarter|h(?P<h>[12])"
    rf"|(?P<nth_h>1st|first|2nd|second) half|(?P<season>{'|'.join(_SEASONS)})|{_MONTH})"
)
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_PART}(?: of |, | |-|/){_YEAR}",
        rf"{_YEAR}[- /]?{_PART}",
        rf"{_DAY}[- ](?:of )?{_MONTH}(?:, | |-){_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_YEAR}[-/.](?P<number>[1-9])",
        rf"(?P<number>[0-9]{{1,2}})[/.]{_YEAR}",
        rf"{_YEAR}(?P<s>[-/.])(?P<number>[0-9]{{1,2}})(?P=s){_DAY}",
    )
]
_VAGUE = re.compile(r"(early|late|mid|beginning|start|middle|end)\b.*?(?P<year>[0-9]{4})")
_NUMBERS = re.compile(r"(?P<a>[0-9]{1,2})(?P<s>[-/.])(?P<b>[0-9]{1,2})(?P=s)(?P<year>[0-9]{4})")
_ABOUT = re.compile(r"(?:circa|ca\.?|c\.?|about|around|approximately|approx\.?|~) ?(?=[0-9a-z])")
_BETWEEN = re.compile(r"(?:from )?(?P<start>.+?)(?: to | until | - |\s*[/\u2013]\s*)(?P<end>.+)")
_OPEN = {"", "..", "...", "…", "open", "now", "present"}


def normalise(text: str) -> str:
    """Return the EDTF of a date as typed.

    Raises EdtfError for what is no date, `ambiguous_date` among its codes for what could be
    several; the text says what to write.
    """
    typed = " ".join(text.split()) if isinstance(text, str) else text
    if not isinstance(typed, str) or len(typed) > MAX_TYPED:
        parse_edtf(text)
        raise EdtfError(text, f"it is longer than {MAX_TYPED} characters")
    single = _single(typed)
    if single is not None:
        return parse_edtf(single).text
    numbers = _NUMBERS.fullmatch(typed)
    if numbers and len(_readings(numbers)) == 1:
        return parse_edtf(_readings(numbers)[0]).text
    interval = _interval(typed.casefold())
    if interval is not None:
        return parse_edtf(interval).text
    _refuse_ambiguous(typed)
    return parse_edtf(typed).text


def _single(typed: str) -> str | None:
    """Return the EDTF of one date, or None when it has none of the forms."""
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}[~?%]?", typed):
        return typed
    plain = typed.casefold()
    mark = ""
    about = _ABOUT.match(plain)
    if about:
        plain, mark = plain[about.end() :], "~"
    if plain[-1:] in {"?", "~", "%"}:
        plain, mark = plain[:-1].rstrip(), "%" if mark and plain[-1] != "~" else plain[-1]
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", plain):
        return plain + mark
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    return _edtf(found.groupdict()) + mark if found else None


def _edtf(found: dict[str, str | None]) -> str:
    """Write what was found in one of the forms: the year, what is in the month's place, the day."""
    quarter = found.get("q") or found.get("nth_q")
    half = found.get("h") or found.get("nth_h")
    number = found.get("number")
    if quarter:
        code = str(32 + _NTH[quarter])
    elif half:
        code = str(39 + _NTH[half])
    elif number:
        code = f"{int(number):02}"
    else:
        code = (_MONTHS | _SEASONS)[found.get("month") or found.get("season") or ""]
    day = found.get("day")
    return f"{found['year']}-{code}" + (f"-{int(day):02}" if day else "")


def _interval(plain: str) -> str | None:
    """Return the EDTF of two dates, or None when there are not two."""
    found = _BETWEEN.fullmatch(plain)
    if found is None:
        return None
    ends = [".." if end in _OPEN else _single(end) for end in (found["start"], found["end"])]
    return None if None in ends else "/".join(str(end) for end in ends)


def _readings(numbers: re.Match[str]) -> list[str]:
    """Return the days that two numbers and a year can be, day first or month first."""
    a, b, year = int(numbers["a"]), int(numbers["b"]), numbers["year"]
    months = {(b, a), (a, b)}
    valid = [(month, day) for month, day in sorted(months) if 1 <= month <= 12]  # noqa: PLR2004
    return [f"{year}-{month:02}-{day:02}" for month, day in valid or sorted(months)]


def _refuse_ambiguous(typed: str) -> None:
    """Raise an error that says what to write for dates with more than one meaning."""
    plain = typed.casefold()
    numbers = _NUMBERS.fullmatch(plain)
    if numbers:
        readings = _readings(numbers)
        raise AmbiguousDateError(typed, f"write {' or '.join(readings)}, whichever is meant")
    vague = _VAGUE.search(plain)
    if vague:
        year = vague["year"]
        raise AmbiguousDateError(
            typed,
            f"its bounds are not agreed: write what the source supports, such as {year}-33 "
            f"(first quarter), {year}-01/{year}-04 or {year}~, and keep its words beside it",
        )


class AmbiguousDateError(EdtfError):
    """A date as typed has more than one meaning. `code` is `ambiguous_date`."""

    def __init__(self, text: str, advice: str) -> None:
        """Say what to write."""
        ValueError.__init__(self, f"{quote(text)} can mean several dates: {advice}.")
        self.code = "ambiguous_date"
