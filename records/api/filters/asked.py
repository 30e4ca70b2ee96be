"""What a request asks of the records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from records.models import OwnedRow


@dataclass(frozen=True, slots=True)
class Asked:
    """What one request asks: the values read, by parameter, and the records it may see.

    With `whole`, everything that matches will be read, and not a page that may end early.
    """

    values: Mapping[str, Any]
    visible: QuerySet[Any]
    whole: bool = False

    def flag(self, name: str) -> bool:
        """Tell whether a modifier is switched on."""
        return bool(self.values.get(name, False))


@dataclass(frozen=True, slots=True)
class Condition:
    """What a record, or one row that it owns, must be like.

    Conditions on the same `rows` must hold for one and the same row, unless they have different
    keys in `alone`. A negated one holds when no row is like that. `only` is a column and its one
    value, if the condition is no more than that. `carried` is what a condition on the record
    implies for the copy of its date in other rows.
    """

    where: Q
    rows: type[OwnedRow] | None = None
    alone: str = ""
    negated: bool = False
    only: tuple[str, Any] | None = None
    carried: Mapping[str, Any] = field(default_factory=dict)
