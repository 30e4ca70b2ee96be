"""Places round an oval that leave room for names beside each."""

from dataclasses import dataclass
from math import sqrt

from records.pictures.picture import WIDTH

_LINE = 18.0
_ACROSS = 92.0
_LEAST_DOWN = 84.0
_EDGE = 8.0


@dataclass(frozen=True, slots=True)
class Oval:
    """So many places, down the right half and up the left.

    Those on one side stand equally far below each other, so names beside them never meet.
    """

    places: int

    @property
    def height(self) -> float:
        """How much it takes from top to bottom."""
        return 2 * (self._down + _EDGE)

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return WIDTH / 2, self._down + _EDGE

    @property
    def _right(self) -> int:
        return -(-self.places // 2)

    @property
    def _down(self) -> float:
        return max(_LEAST_DOWN, _LINE * self._right / 2)

    def spot(self, number: int) -> tuple[float, float]:
        """Return where a place is, counted from 0 at the top of the right half."""
        x, middle = self.middle
        if self.places == 1:
            return x, middle
        right = number < self._right
        rank = number if right else self.places - 1 - number
        on_side = self._right if right else self.places - self._right
        share = (2 * rank + 1) / on_side - 1
        across = _ACROSS * sqrt(1 - share * share)
        return x + (across if right else -across), middle + share * self._down

    def on_right(self, spot: tuple[float, float]) -> bool:
        """Tell whether a place is in the right half."""
        return spot[0] >= self.middle[0]

    def room(self, x: float) -> float:
        """Return how wide a name can be that begins at `x` and leads away from the oval."""
        return WIDTH - x if x >= self.middle[0] else x
