"""What the pages of a merge show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from records.admin.labels import label
from records.admin.review_shown import address_of
from records.models import Merge, Record
from records.models.relations import models_by_type
from records.services import states
from records.services.merging import Plan
from records.services.merging.choosing import Side, facets
from records.services.states import State
from records.values.public_ids import RecordType

EMPTY = "—"
MAX_NAMED = 25


@dataclass(frozen=True)
class Fact:
    """A facet of two records, and whose value stays."""

    name: str
    label: str
    survivor: str
    merged: str
    side: Side

    @property
    def differs(self) -> bool:
        """Tell whether there is anything to choose."""
        return self.survivor != self.merged


@dataclass(frozen=True)
class Moved:
    """Records of one type that move through one field."""

    what: str
    count: int
    named: tuple[tuple[str, str], ...]


def facts_of(plan: Plan, choices: Mapping[str, str]) -> list[Fact]:
    """Show the facets of both records; a choice that was made stays."""
    model = type(plan.survivor.record)
    return [
        Fact(
            facet,
            facet.replace("_", " ").capitalize(),
            _value(model, plan.survivor.before, columns),
            _value(model, plan.merged.before, columns),
            _side(choices.get(facet), plan.sides[facet]),
        )
        for facet, columns in facets(model).items()
    ]


def _side(chosen: str | None, planned: Side) -> Side:
    return Side(chosen) if chosen in list(Side) else planned


def moves_of(plan: Plan) -> list[Moved]:
    """Show which records move; the first ones by name."""
    return [
        Moved(
            f"{move.owner._meta.verbose_name_plural}, {_words(move.place)}",
            len(move.numbers),
            tuple(
                (label(record), address_of(record))
                for record in _named(move.owner, move.numbers[:MAX_NAMED])
            ),
        )
        for move in plan.moves
    ]


def lines_of(merge: Merge) -> list[tuple[str, str]]:
    """Name the records that a merge touched, with their pages."""
    models_ = models_by_type()
    return [
        (label(record), address_of(record))
        for kind in dict.fromkeys(each[0] for each in merge.touched)
        for record in _named(
            models_[RecordType(kind)], [each[1] for each in merge.touched if each[0] == kind][:100]
        )
    ]


def _named(model: type[Record], numbers: Sequence[int]) -> Any:
    return model.objects.filter(pk__in=numbers).defer("document").order_by("pk")


def _words(place: str) -> str:
    return place.replace("_", " ").replace(".", ", ")


def _value(model: type[Record], state: State, columns: Sequence[str]) -> str:
    texts = (_text(model, column, state["columns"][column]) for column in columns)
    return " · ".join(text for text in texts if text) or EMPTY


def _text(model: type[Record], column: str, value: Any) -> str:
    field = next(each for each in model._meta.concrete_fields if each.attname == column)
    if value in {None, ""}:
        return ""
    if isinstance(field, models.ForeignKey):
        found = field.related_model._default_manager.filter(pk=value).first()
        return label(found) if found else str(value)
    return str(dict(field.flatchoices).get(value, value))


def pair_of(first: Record, second: Record) -> list[Fact]:
    """Show the facets and lists of two records side by side."""
    model = type(first)
    one, other = (states.take(record) for record in (first, second))
    facts = [
        Fact(facet, facet.replace("_", " ").capitalize(),
             _value(model, one, columns), _value(model, other, columns), Side.SURVIVOR)
        for facet, columns in facets(model).items()
    ]  # fmt: skip
    lists = [
        Fact(name, name.replace("_", " ").capitalize(), _rows(first, name), _rows(second, name),
             Side.SURVIVOR)
        for name in model.owned
    ]  # fmt: skip
    return [fact for fact in [*facts, *lists] if {fact.survivor, fact.merged} != {EMPTY}]


def _rows(record: Record, name: str) -> str:
    rows = [str(row) for row in getattr(record, name).all()]
    return "; ".join(rows) or EMPTY
