"""How a merge is shown to those who merge, planned or done."""

from collections.abc import Sequence
from typing import Any

from records.models import Record
from records.representations.briefs import BRIEFS
from records.representations.links import COLLECTIONS
from records.services.merging.planning import Move, Plan
from records.services.merging.uniting import Dropped
from records.values.public_ids import format_public_id

MAX_NAMED = 100
"""How many of the records that move are named; all are counted."""


def plan_of(plan: Plan, *, done: bool) -> dict[str, Any]:
    """Show a plan: the two records, whose values stay, and what moves or is left out."""
    return {
        "done": done,
        "survivor": _brief(plan.survivor.record),
        "merged": _brief(plan.merged.record),
        "choices": {facet: side.value for facet, side in plan.sides.items()},
        "moves": [_move(move) for move in plan.moves],
        "dropped": _dropped(plan.dropped),
    }


def _brief(record: Record) -> dict[str, Any]:
    shown: dict[str, Any] = BRIEFS[type(record)](record).data
    return {"id": shown["id"], "url": shown["url"], "name": shown["name"]}


def _move(move: Move) -> dict[str, Any]:
    return {
        "collection": COLLECTIONS[move.owner.record_type],
        "field": move.place,
        "count": len(move.numbers),
        "records": [format_public_id(move.owner.record_type, number)
                    for number in move.numbers[:MAX_NAMED]],
    }  # fmt: skip


def _dropped(dropped: Sequence[Dropped]) -> list[dict[str, str]]:
    return [{"record": each.public_id, "list": each.name} for each in dropped[:MAX_NAMED]]
