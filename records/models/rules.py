"""Invariants as database constraints, each with a code that clients can rely on."""

from collections.abc import Iterable

from django.db.models import F, Q, UniqueConstraint

from records.models.conditions import Check
from records.values.codes import COUNTRIES, CURRENCIES, LANGUAGE_PATTERN


def check(table: str, code: str, condition: Q, message: str) -> Check:
    """Build a check constraint named `<table>_<code>`."""
    return Check(
        name=f"{table}_{code}",
        condition=condition,
        violation_error_code=code,
        violation_error_message=message,
    )


def unique(table: str, code: str, fields: Iterable[str], message: str) -> UniqueConstraint:
    """Build a uniqueness constraint named `<table>_<code>`."""
    return UniqueConstraint(
        name=f"{table}_{code}",
        fields=tuple(fields),
        violation_error_code=code,
        violation_error_message=message,
    )


def known_country(table: str, field: str = "country") -> Check:
    """Allow ISO 3166-1 alpha-2 codes and the empty string."""
    return check(
        table,
        "country_unknown",
        Q(**{f"{field}__in": ("", *COUNTRIES)}),
        "The country is not an ISO 3166-1 alpha-2 code.",
    )


def known_currency(table: str, field: str = "currency") -> Check:
    """Allow ISO 4217 codes and the empty string."""
    return check(
        table,
        "currency_unknown",
        Q(**{f"{field}__in": ("", *CURRENCIES)}),
        "The currency is not an ISO 4217 code.",
    )


def well_formed_language(table: str) -> Check:
    """Allow tags of BCP 47 shape and the empty string."""
    return check(
        table,
        "language_malformed",
        Q(language="") | Q(language__regex=LANGUAGE_PATTERN),
        "The language is not a BCP 47 tag.",
    )


def ordered_bounds(table: str, date: str) -> Check:
    """Require that a date's earliest day is not after its latest; open ends are fine."""
    return check(
        table,
        f"{date}_reversed",
        Q(**{f"{date}_earliest__isnull": True})
        | Q(**{f"{date}_latest__isnull": True})
        | Q(**{f"{date}_earliest__lte": F(f"{date}_latest")}),
        f"The earliest day of “{date}” is after its latest.",
    )


def not_itself(table: str, one: str, other: str, message: str) -> Check:
    """Refuse a row that points at itself."""
    return check(table, f"{other}_is_itself", ~Q(**{one: F(other)}), message)
