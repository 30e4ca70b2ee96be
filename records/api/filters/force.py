"""Filters by what is in force."""

import re
from datetime import date

from django.db.models import Q

from records.api.filters.asked import Asked
from records.api.filters.bad_values import BadValueError
from records.api.filters.base import JsonSchema, RecordFilter
from records.api.filters.dates import DateMatch
from records.models import AgreementMilestone
from records.querysets.force import certainly_in_force, possibly_in_force
from records.values.quoting import quote

_FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class ValidOnFilter(RecordFilter):
    """Agreements that are in force on one day.

    No index of its own: an agreement has a handful of milestones, which the index of their owner
    finds, and the list is read in its own order until the page is full.
    """

    single = True
    negatable = False

    def parse(self, text: str) -> date:
        """Take one day."""
        try:
            if re.fullmatch(_FORM, text):
                return date.fromisoformat(text)
        except ValueError:
            pass  # such as 30 February
        raise BadValueError(
            "invalid_day", f"{quote(text)} is not a day. Write one such as 2024-02-29."
        )

    def where(self, value: date, asked: Asked) -> Q:
        """Match what was possibly or certainly in force."""
        certain = asked.values.get("date_match") == DateMatch.CERTAIN
        in_force = certainly_in_force if certain else possibly_in_force
        return in_force(AgreementMilestone.objects.all(), value)

    def schema(self) -> JsonSchema:
        """Describe the day."""
        pattern = f"^{_FORM}$"
        return {"type": "string", "format": "date", "pattern": pattern, "example": "2025-04-04"}
