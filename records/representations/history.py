"""The register as it stood after some change of the log.

A record's document is that of its latest version by then. It may show other records in brief, and
these may have been renamed since that version was rendered: their briefs are taken from their own
latest versions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import orjson
from django.db.models import Q

from records.models import Agreement, Change, Claim, Organization, Record, Source, WeaponSystem
from records.values.public_ids import RecordType, split_public_id

NAMES: dict[type[Record], str] = {
    Organization: "name",
    WeaponSystem: "designation",
    Agreement: "title",
    Source: "title",
    Claim: "text",
}
"""The member of each type's document that its brief shows as `name`."""

_NAMES = {model.record_type: name for model, name in NAMES.items()}

Key = tuple[RecordType, int]


def last_sequence(instant: datetime) -> int:
    """Return the number of the last change by an instant; 0 when there was none."""
    by_then = Change.objects.until(instant).order_by("-at", "-sequence")
    return by_then.values_list("sequence", flat=True).first() or 0


def documents_at(versions: Sequence[str], sequence: int) -> list[str]:
    """Renew the briefs in documents: one query, whatever the number of documents."""
    contents = [orjson.loads(version) for version in versions]
    shown: dict[Key, list[dict[str, Any]]] = defaultdict(list)
    for content in contents:
        for brief in _briefs(content):
            shown[split_public_id(brief["id"])].append(brief)
    for key, document in _documents(shown, sequence):
        for brief in shown[key]:
            brief.update(brief_of(document, brief))
    return [orjson.dumps(content).decode() for content in contents]


def brief_of(document: dict[str, Any], members: Iterable[str]) -> dict[str, Any]:
    """Take from a record's document the members that a brief of it has."""
    record_type, _ = split_public_id(document["id"])
    return {name: document[_NAMES[record_type] if name == "name" else name] for name in members}


def _documents(shown: Any, sequence: int) -> Iterator[tuple[Key, dict[str, Any]]]:
    if not shown:
        return
    numbers: dict[RecordType, list[int]] = defaultdict(list)
    for record_type, number in shown:
        numbers[record_type].append(number)
    wanted = Q()
    for record_type, some in numbers.items():
        wanted |= Q(record_type=record_type, number__in=some)
    found = Change.objects.filter(wanted).latest_by(sequence)
    for record_type, number, document in found.values_list("record_type", "number", "document"):
        yield (RecordType(record_type), number), orjson.loads(document)


def _briefs(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Find the brief records in a document: the objects in it that have an id and a url."""
    waiting: list[Any] = list(content.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if "id" in value and "url" in value:
                yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
