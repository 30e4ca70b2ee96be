"""Whether what is said or paid twice counts twice."""

from typing import Any

from records.api.filters.own import OneOf

GUARDED, COUNTED = "guarded", "counted"


class DoubleCounting(OneOf):
    """The switch of the guard against double counting, which is on by default."""

    def __init__(self, **kwargs: Any) -> None:
        """Describe what the guard leaves out."""
        super().__init__([GUARDED, COUNTED], default=GUARDED, **kwargs)
