"""Decimals as text."""

from decimal import Decimal


def plain(value: Decimal) -> str:
    """Write a number without exponent and without zeros that only fill up its column.

    No context is asked, which would round a long number; zero has no sign.
    """
    text = f"{value or Decimal():f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
