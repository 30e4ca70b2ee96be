"""From stored documents to the bytes of an answer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import orjson

from records.api.query import Shape
from records.api.resources import Resource
from records.models import Claim, Record
from records.querysets.record import RecordQuerySet
from records.representations.facts import EVIDENCE
from records.representations.rendering import render
from records.representations.support import claims_in, evidenced_facts, read_grades
from records.values.public_ids import RecordType, parse_public_id

Row = tuple[int, str | None]


def fresh(model: type[Record], rows: Sequence[Row]) -> list[str]:
    """Take the documents of rows (number, document), rendering those that are stale."""
    stale = [number for number, document in rows if document is None]
    rendered = render(model, stale) if stale else {}
    return [rendered[number] if document is None else document for number, document in rows]


def shaped(
    resource: Resource,
    documents: Iterable[str],
    shape: Shape,
    visible: Callable[[type[Record]], "Visible"],
) -> list[str]:
    """Trim documents to the chosen fields and put whole records in place of brief ones.

    `visible` says what the client sees of each type: who sees drafts of one may not see those of
    another. One query for each expanded relation and for evidence, however many documents.
    """
    if shape.whole and not shape.expand:
        return list(documents)
    contents = [orjson.loads(document) for document in documents]
    if EVIDENCE in shape.expand:
        _expand_evidence(resource.model, contents, drafts=visible(Claim).drafts)
    contents = [_trimmed(content, shape) for content in contents]
    for path in shape.expand:
        if path == EVIDENCE:
            continue
        model = resource.expansions[path]
        _expand(contents, path.split("."), visible(model).of(model), model.record_type)
    return [orjson.dumps(content).decode() for content in contents]


def with_editorial(model: type[Record], numbers: Sequence[int], documents: list[str]) -> list[str]:
    """Add the editors' block to documents: one query. It is for those who may see drafts."""
    rows = model.objects.filter(pk__in=numbers).values_list("pk", "review_status", "notes")
    blocks = {number: (state, notes) for number, state, notes in rows}
    return [
        with_block(document, *blocks[number])
        for number, document in zip(numbers, documents, strict=True)
    ]


def with_block(document: str, review_status: str, notes: str) -> str:
    """Add the editors' block to one document."""
    block = orjson.dumps({"review_status": review_status, "notes": notes or None}).decode()
    return f'{document[:-1]},"editorial":{block}}}'


class Visible:
    """The records of one type that a client may see: published ones, or all for those who may."""

    def __init__(self, *, drafts: bool) -> None:
        """Say whether records that are not published are seen."""
        self.drafts = drafts

    def of(self, model: type[Record]) -> RecordQuerySet[Record]:
        """Build the queryset of what is seen of a model."""
        return model.objects.all() if self.drafts else model.objects.published()


def trimmed(documents: Sequence[str], shape: Shape) -> list[str]:
    """Keep the chosen fields of documents."""
    if shape.whole:
        return list(documents)
    contents = (_trimmed(orjson.loads(document), shape) for document in documents)
    return [orjson.dumps(content).decode() for content in contents]


def _trimmed(content: dict[str, Any], shape: Shape) -> dict[str, Any]:
    return content if shape.whole else {name: content[name] for name in shape.fields}


def _expand_evidence(
    model: type[Record], contents: Sequence[dict[str, Any]], *, drafts: bool
) -> None:
    """Put each fact, with the claims about it, in place of the rows of evidence."""
    grades = read_grades(set().union(*map(claims_in, contents)), drafts=drafts)
    for content in contents:
        content[EVIDENCE] = evidenced_facts(model, content, grades)


def _expand(
    contents: list[dict[str, Any]],
    path: list[str],
    records: RecordQuerySet[Record],
    record_type: RecordType,
) -> None:
    places = list(_places(contents, path))
    numbers = {parse_public_id(holder[key]["id"], record_type) for holder, key in places}
    found = list(records.filter(pk__in=numbers).values_list("pk", "document"))
    rendered = fresh(records.model, found)
    documents = dict(zip((number for number, _ in found), rendered, strict=True))
    for holder, key in places:
        number = parse_public_id(holder[key]["id"], record_type)
        if number in documents:
            holder[key] = orjson.Fragment(documents[number])


def _places(contents: Iterable[Any], path: list[str]) -> Iterator[tuple[Any, Any]]:
    """Find where the brief records at a path stand: (container, key or index) of each."""
    *way, last = path
    holders = list(contents)
    for name in way:
        holders = [each for holder in holders for each in holder[name]]
    for holder in holders:
        if isinstance(holder[last], list):
            yield from ((holder[last], index) for index in range(len(holder[last])))
        elif holder[last] is not None:
            yield holder, last
