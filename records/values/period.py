"""Spans of days, closed or open, compared as possible or certain."""

from dataclasses import dataclass
from datetime import date


class PeriodError(ValueError):
    """A period ends before it begins. `code` is always `period_reversed`."""

    code = "period_reversed"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `earliest` to `latest`, both included; None is an open end.

    An event dated within one period answers a question about another in three ways: certainly
    (`within`), possibly (`overlaps` but not `within`) or not at all. A period without bounds is
    all of time, so a record without a date is for the caller to leave out.
    """

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        """Raise PeriodError when the end precedes the beginning."""
        if self.earliest and self.latest and self.earliest > self.latest:
            raise PeriodError(
                f"The period {self.earliest} to {self.latest} ends before it begins: "
                "exchange its ends."
            )

    def overlaps(self, other: "Period") -> bool:
        """Return whether some day lies in both: the event possibly happened in `other`."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)

    def within(self, other: "Period") -> bool:
        """Return whether every day lies in `other`: the event certainly happened in it."""
        begins_inside = other.earliest is None or (
            self.earliest is not None and other.earliest <= self.earliest
        )
        ends_inside = other.latest is None or (
            self.latest is not None and self.latest <= other.latest
        )
        return begins_inside and ends_inside


def _not_after(beginning: date | None, end: date | None) -> bool:
    return beginning is None or end is None or beginning <= end
