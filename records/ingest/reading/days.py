"""Days on which something was published, as formats write them."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from records.ingest.reading.errors import DigestError
from records.values.dates_as_typed import MAX_TYPED, normalise
from records.values.edtf import EdtfError
from records.values.quoting import quote

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(text: str, place: str) -> str:
    """Return a day as EDTF from a day, an instant of ISO 8601, or a date of RFC 822 (feeds).

    Of an instant it is the day where it was written, whatever its zone. Raises DigestError.
    """
    for read in (_iso, _mail, normalise) if len(text) <= MAX_TYPED else ():
        try:
            day = read(text.strip())
        except (ValueError, EdtfError, OverflowError):
            continue
        if _DAY.fullmatch(day):
            return day
    raise DigestError(
        "bad_date",
        f"{place}: {quote(text)} is no day: write it as YYYY-MM-DD, or leave it out.",
    )


def _iso(text: str) -> str:
    return datetime.fromisoformat(text).date().isoformat()


def _mail(text: str) -> str:
    found: date = parsedate_to_datetime(text).date()
    return found.isoformat()
