"""Finds records that may be one: by names across scripts, identifiers, countries and dates."""

from records.analysis.duplicates.finding import Found, find_duplicates

__all__ = ["Found", "find_duplicates"]
