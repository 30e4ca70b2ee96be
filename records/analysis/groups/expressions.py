"""Parts of imprecise dates and of category codes, as the database computes them."""

from functools import reduce
from typing import Any

from django.db.models import Case, F, Func, TextField, Value, When
from django.db.models.functions import Concat, NullIf, StrIndex, Substr
from django.db.models.lookups import Exact

from records.values.edtf import parse_edtf
from records.values.period import Period

IMPRECISE = "imprecise"
"""Stands for a date that does not lie within one year or quarter, or has an open end."""


QUARTER_CODES = 32
"""What EDTF writes quarters above: the first one as month 33."""


class DayText(Func):
    """A part of a day as text. Django's own are functions in Python on SQLite: far slower."""

    output_field = TextField()
    of_text: str
    """How to take the part from a day's text, which is what a day is to SQLite."""

    form: str
    """The part as PostgreSQL formats it."""

    def as_sqlite(self, compiler: Any, connection: Any, **extra_context: Any) -> Any:
        """Take it from the text."""
        return self.as_sql(compiler, connection, template=self.of_text, **extra_context)

    def as_postgresql(self, compiler: Any, connection: Any, **extra_context: Any) -> Any:
        """Format the day."""
        template = f"to_char(%(expressions)s, '{self.form}')"
        return self.as_sql(compiler, connection, template=template, **extra_context)


class YearText(DayText):
    """The year of a day, such as 2025."""

    of_text = "substr(%(expressions)s, 1, 4)"
    form = "YYYY"


class QuarterText(DayText):
    """The quarter of a day, such as 2025-Q2."""

    of_text = (
        "(substr(%(expressions)s, 1, 4) || '-Q' || "
        "((CAST(substr(%(expressions)s, 6, 2) AS integer) + 2) / 3))"
    )
    form = 'YYYY"-Q"Q'


def year_of(date: str) -> Case:
    """Take the year, such as 2025, within which an imprecise date lies; null without a date."""
    return _span_of(date, YearText)


def quarter_of(date: str) -> Case:
    """Take the quarter, such as 2025-Q2, within which an imprecise date lies."""
    return _span_of(date, QuarterText)


def days_of(span: str) -> Period:
    """Give the days of a year such as 2025, or of a quarter such as 2025-Q2."""
    year, _, quarter = span.partition("-Q")
    dated = parse_edtf(f"{year}-{QUARTER_CODES + int(quarter)}" if quarter else year)
    return Period(dated.earliest, dated.latest)


def top_of(code: str, depth: int) -> Substr:
    """Cut a category's code after so many parts: `artillery.towed` to `artillery` at depth 1."""
    dotted = Concat(F(code), Value("."))
    first: Any = StrIndex(dotted, Value("."))
    end = reduce(
        lambda end, _: end + StrIndex(Substr(dotted, end + 1), Value(".")), range(depth - 1), first
    )
    return Substr(F(code), 1, end - 1)


def stated(column: str) -> NullIf:
    """Take a text column, of which an empty text says nothing."""
    return NullIf(F(column), Value(""))


def _span_of(date: str, text: type[DayText]) -> Case:
    earliest, latest = f"{date}_earliest", f"{date}_latest"
    nothing = {f"{earliest}__isnull": True, f"{latest}__isnull": True}
    return Case(
        When(**nothing, then=Value(None, TextField())),
        When(Exact(text(F(earliest)), text(F(latest))), then=text(F(latest))),
        default=Value(IMPRECISE),
        output_field=TextField(),
    )
