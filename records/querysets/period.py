"""Matches imprecise dates, stored as their first and last day, with a period.

A date column `occurred` is stored beside `occurred_earliest` and `occurred_latest`; both are null
when nothing is known, which never matches, and one of them is null at an open end. The verbs say
in SQL what `records.values.period.Period` says of two periods: to touch a period is to be
possibly from its first day and possibly until its last one.
"""

from collections.abc import Callable
from datetime import date

from django.db.models import Q

Verb = Callable[[str, date], Q]


def possibly_from(field: str, day: date) -> Q:
    """Match dates that can mean the day or a later one."""
    return Q(**{f"{field}_latest__gte": day}) | Q(
        **{f"{field}_latest__isnull": True, f"{field}_earliest__isnull": False}
    )


def possibly_until(field: str, day: date) -> Q:
    """Match dates that can mean the day or an earlier one."""
    return Q(**{f"{field}_earliest__lte": day}) | Q(
        **{f"{field}_earliest__isnull": True, f"{field}_latest__isnull": False}
    )


def certainly_from(field: str, day: date) -> Q:
    """Match dates that mean the day or a later one, whatever they mean."""
    return Q(**{f"{field}_earliest__gte": day})


def certainly_until(field: str, day: date) -> Q:
    """Match dates that mean the day or an earlier one, whatever they mean."""
    return Q(**{f"{field}_latest__lte": day})


def implied(sort: str, day: date, *, upper: bool) -> dict[str, date]:
    """Give the lookup on the sort column, the last known day, that a certain match implies.

    A possible match implies none: an open end sorts by its beginning, and how long a date
    reaches has no limit.
    """
    return {f"{sort}__lte" if upper else f"{sort}__gte": day}
