"""Numbers as people read them."""

from collections.abc import Iterable
from decimal import Decimal

from records.values.decimals import plain

_POWERS = ((Decimal(10**12), "trillions"), (Decimal(10**9), "billions"),
           (Decimal(10**6), "millions"), (Decimal(10**3), "thousands"))  # fmt: skip

_FROM = 10
"""An axis to 5,000 is numbered in full, one to 20,000 in thousands."""


def written(number: Decimal | int) -> str:
    """Write a number in full, with commas between thousands: `1,700,000.5`."""
    whole, _, part = plain(Decimal(number)).partition(".")
    grouped = f"{int(whole):,}" if whole not in {"-0", "-"} else whole
    return f"{grouped}.{part}" if part else grouped


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number of things: `1 agreement`, `2 agreements`."""
    return f"{written(number)} {one if number == 1 else many or one + 's'}"


def agreements(number: int) -> str:
    """Write a number of agreements."""
    return counted(number, "agreement")


def power_of(ticks: Iterable[Decimal]) -> tuple[Decimal, str]:
    """Choose in what an axis counts so that its numbers stay short: `(1000000, "millions")`."""
    largest = max((abs(tick) for tick in ticks), default=Decimal())
    for power, name in _POWERS:
        if largest >= power * _FROM:
            return power, name
    return Decimal(1), ""
