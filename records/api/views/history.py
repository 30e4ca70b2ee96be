"""What a record was: its versions, what differs between them, and its state at an instant."""

from base64 import b64encode
from typing import Any, ClassVar, cast

import orjson
from django.http import HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.utils import timezone
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.conditional import json_answer
from records.api.documents import trimmed
from records.api.errors import ErrorItem, InvalidQueryError, NoSuchRecordError, RetractedError
from records.api.numbers import instant, refused, whole_number
from records.api.pages import following, page_body
from records.api.pagination import Place
from records.api.permissions import visible_to
from records.api.problems.pointers import pointer
from records.api.query import QueryReader, Shape, refuse_parameters
from records.api.query_string import validated_query
from records.api.resources import Resource
from records.api.schema.history import DEFAULT_SIZE, MAX_SIZE
from records.enums import ReviewStatus
from records.models import Change, Merge
from records.querysets.change import ChangeQuerySet
from records.representations.change import version_of
from records.representations.history import documents_at, last_sequence
from records.representations.links import record_path
from records.values.differences import ABSENT, Difference, differences

MAX_VERSION = 2**31 - 1
IN_ORDER = "id"
PAST_PARAMETERS = (
    "known_at",
    "ordering",
    "cursor",
    "page_size",
    "format",
    "fields",
    "omit",
    "expand",
)
"""What a list as of an instant takes, though only one ordering and no expansion."""

BOOKKEEPING = ("revision", "updated_at")
"""Members that differ between any two versions."""


class HistoryMixin(ViewSet):
    """Answers from the log what the records of one resource were."""

    resource: ClassVar[Resource]

    @action(detail=True)
    def versions(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Answer with a page of versions, the newest first, in one query."""
        query = validated_query(request)
        refuse_parameters(query, ("before", "page_size"))
        before = whole_number(query, "before", low=1, high=MAX_VERSION, default=MAX_VERSION)
        size = whole_number(query, "page_size", low=1, high=MAX_SIZE, default=DEFAULT_SIZE)
        changes = self._changes(request, id).filter(revision__lt=before).order_by("-revision")
        found = list(changes.defer("state", "document")[: size + 1])
        if not found and "before" not in query:
            raise NoSuchRecordError(f"There is no public record {id}.")
        older = query.copy()
        older["before"] = str(found[:size][-1].revision) if found else ""
        body = {
            "next": f"{request.path}?{older.urlencode()}" if len(found) > size else None,
            "results": [version_of(change) for change in found[:size]],
        }
        return json_answer(request, orjson.dumps(body))

    @action(detail=True, url_path=r"versions/(?P<version>[0-9]+)")
    def version(self, request: Request, id: str, version: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Answer with the bytes that were served then."""
        refuse_parameters(validated_query(request))
        change = self._change(request, id, version)
        response = json_answer(request, change.document.encode(), revision=change.revision)
        digest = b64encode(bytes.fromhex(change.sha256)).decode()
        response.headers["Repr-Digest"] = f"sha-256=:{digest}:"
        return response

    @action(detail=True, url_path=r"versions/(?P<version>[0-9]+)/diff/(?P<other>[0-9]+)")
    def diff(self, request: Request, id: str, version: str, other: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Answer with what differs between two versions."""
        refuse_parameters(validated_query(request))
        before, after = (
            orjson.loads(self._change(request, id, each).document) for each in (version, other)
        )
        found = [
            _shown(each) for each in differences(before, after) if each.path[0] not in BOOKKEEPING
        ]
        return json_answer(request, orjson.dumps({"results": found}))

    def _record_at(
        self, request: Request, public_id: str, query: QueryDict, shape: Shape
    ) -> HttpResponse:
        """Answer with a record as the register stood at the instant `known_at`."""
        sequence = self._sequence(query, shape)
        changes = self._changes(request, public_id).filter(sequence__lte=sequence)
        change = changes.order_by("-revision").first()
        if change is None:
            raise NoSuchRecordError(f"There was no public record {public_id} then.")
        self._refuse_withdrawn(request, change)
        if change.review_status == ReviewStatus.MERGED:
            return self._survivor_at(request, change)
        (document,) = trimmed(documents_at([change.document], sequence), shape)
        return json_answer(request, document.encode(), revision=change.revision)

    def _survivor_at(self, request: Request, change: Change) -> HttpResponse:
        """Send the client on to the record that answered for a merged one then."""
        merge = Merge.objects.explaining(change.record_type, change.number, change.at).get()
        path = record_path(cast("Any", self.resource.model)(pk=merge.survivor))
        query = request.META["QUERY_STRING"]
        return HttpResponsePermanentRedirect(f"{path}?{query}", preserve_request=True)

    def _list_at(self, request: Request, reader: QueryReader, shape: Shape) -> HttpResponse:
        """Answer with a page of all records as the register stood then, in three queries."""
        page = reader.page(IN_ORDER)
        reader.finish()
        _refuse_filters(reader.query)
        sequence = self._sequence(reader.query, shape)
        if page.ordering.name != IN_ORDER:
            raise refused("ordering", "not_with_known_at", "Past records are in order of their id.")
        after = page.after.number if page.after else 0
        of_type = Change.objects.filter(record_type=self.resource.model.record_type)
        there = of_type.filter(number__gt=after).latest_by(sequence)
        if not visible_to(request, self.resource.model).drafts:
            there = there.filter(review_status=ReviewStatus.PUBLISHED)
        there = there.exclude(review_status=ReviewStatus.MERGED)
        rows = list(there.order_by("number").values_list("number", "document")[: page.size + 1])
        shown, more = rows[: page.size], len(rows) > page.size
        documents = documents_at([document for _, document in shown], sequence)
        last = Place(shown[-1][0], shown[-1][0]) if more else None
        body = page_body(
            trimmed(documents, shape),
            next_page=following(request, reader.query, page, last) if last else None,
        )
        return json_answer(request, body)

    def _sequence(self, query: QueryDict, shape: Shape) -> int:
        known_at = instant(query, "known_at")
        if known_at is None:
            raise refused("known_at", "invalid_instant", "Give an instant.")
        if known_at > timezone.now():
            raise refused("known_at", "instant_in_future", "What will be is not known.")
        if shape.expand:
            raise refused("expand", "not_with_known_at", "A past state is not expanded.")
        return last_sequence(known_at)

    def _changes(self, request: Request, public_id: str) -> ChangeQuerySet[Change]:
        """Select the changes of a record, of those that the client may see."""
        changes = Change.objects.of(self.resource.model.record_type, self._number(public_id))
        return changes if visible_to(request, self.resource.model).drafts else changes.public()

    def _change(self, request: Request, public_id: str, version: str) -> Change:
        number = int(version) if len(version) <= 10 else 0  # noqa: PLR2004 digits of MAX_VERSION
        changes = self._changes(request, public_id)
        change = changes.filter(revision=min(number, MAX_VERSION)).first()
        if change is None:
            raise NoSuchRecordError(f"There is no public version {number} of {public_id}.")
        self._refuse_withdrawn(request, change)
        return change

    def _refuse_withdrawn(self, request: Request, change: Change) -> None:
        """Raise RetractedError for a tombstone, unless the client sees what is not public."""
        if (
            change.review_status == ReviewStatus.RETRACTED
            and not visible_to(request, self.resource.model).drafts
        ):
            raise self._tombstone(change)

    def _tombstone(self, change: Change) -> RetractedError:
        last = (
            Change.objects.of(self.resource.model.record_type, change.number)
            .filter(review_status=ReviewStatus.PUBLISHED, sequence__lt=change.sequence)
            .order_by("-revision")
            .first()
        )
        return RetractedError(
            change.public_id, change.reason, version_of(last)["url"] if last else None
        )

    def _missing(self, public_id: str) -> Exception:
        """Say why a record is not to be seen: it was withdrawn, or never public."""
        changes = Change.objects.of(self.resource.model.record_type, self._number(public_id))
        change = changes.public().order_by("-revision").first()
        if change is not None and change.review_status == ReviewStatus.RETRACTED:
            return self._tombstone(change)
        return NoSuchRecordError(f"There is no public record {public_id}.")

    def _number(self, public_id: str) -> int:
        raise NotImplementedError


def _refuse_filters(query: QueryDict) -> None:
    """Refuse what asks for the columns of now."""
    detail = f"With known_at a list takes {', '.join(PAST_PARAMETERS)} only."
    items = [
        ErrorItem(f"?{name}", "not_with_known_at", detail)
        for name in query
        if name not in PAST_PARAMETERS
    ]
    if items:
        raise InvalidQueryError(items)


def _shown(difference: Difference) -> dict[str, Any]:
    values = {"before": difference.before, "after": difference.after}
    where = pointer(tuple(str(part) for part in difference.path))
    return {"pointer": where} | {
        name: value for name, value in values.items() if value is not ABSENT
    }
