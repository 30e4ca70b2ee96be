"""Ends of ranges, and parameters that change what others match."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from records.api.filters.asked import Asked, Condition
from records.api.filters.bad_values import BadValueError, unlisted
from records.api.filters.base import JsonSchema, RecordFilter


class ModifierFilter(RecordFilter):
    """A parameter that matches nothing by itself and changes what others match."""

    single = True
    negatable = False

    def conditions(
        self, name: str, value: Any, asked: Asked, *, negated: bool
    ) -> Iterator[Condition]:
        """Yield nothing."""
        del name, value, asked, negated
        return iter(())


class FlagFilter(ModifierFilter):
    """A modifier that is on or off."""

    def parse(self, text: str) -> bool:
        """Accept true and false."""
        if text not in {"true", "false"}:
            raise unlisted("invalid_choice", text, ("true", "false"))
        return text == "true"

    def schema(self) -> JsonSchema:
        """Describe the switch."""
        return {"type": "boolean", "default": False, "example": True}


class RangeFilter(RecordFilter):
    """One end of a range. The parameter's name ends in _after, _before, _min or _max."""

    single = True
    negatable = False
    upper: ClassVar[bool] = False

    def problem(self, name: str, asked: Asked) -> BadValueError | None:
        """Refuse a range whose lower end lies above its upper end; told at the lower end."""
        return reversed_range(name, asked.values)


def reversed_range(name: str, values: Mapping[str, Any]) -> BadValueError | None:
    """Say so when the parameter is the lower end of a range and lies above the upper end."""
    stem, line, end = name.rpartition("_")
    opposite = f"{stem}{line}{ {'after': 'before', 'min': 'max'}.get(end, '') }"
    value, other = values[name], values.get(opposite)
    if value is None or other is None or value <= other:
        return None
    return BadValueError(
        "range_reversed",
        f"{name} begins at {value}, beyond the end of {opposite}, {other}; exchange them.",
    )
