"""How every record type is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, ClassVar, cast

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.authorship import authorship_of
from records.api.conditional import etag_of
from records.api.documents import fresh, with_block
from records.api.errors import (
    ErrorItem,
    IdempotencyKeyReusedError,
    InvalidBodyError,
    NoSuchRecordError,
    PreconditionFailedError,
)
from records.api.parsers import StrictJSONParser, document_of
from records.api.permissions import check_may_write, may_see_drafts, visible_to
from records.api.preconditions import expected_revision, fingerprint, idempotency_key
from records.api.problems.pointers import django_items, serializer_items
from records.api.query import refuse_parameters
from records.api.query_string import validated_query
from records.api.resources import Resource
from records.api.schema.writes import MAX_RECORDS
from records.api.serializers import INPUTS, RecordInput
from records.api.serializers.paths import in_body
from records.enums import ReviewStatus
from records.models import Record
from records.representations.links import record_path
from records.services.errors import MergedError, StaleRevisionError
from records.services.idempotency import KeyReusedError, once
from records.services.saving import save_record

Answer = tuple[int, dict[str, str], str]
"""Status, headers and body."""


class WritingMixin(ViewSet):
    """Creates and changes the records of one resource, through the one service that writes."""

    resource: ClassVar[Resource]
    parser_classes = (StrictJSONParser,)

    def create(self, request: Request) -> HttpResponse:
        """Create a draft, or a list of drafts of which all or none are stored."""
        refuse_parameters(validated_query(request))
        check_may_write(request, self.resource.model, "add")
        document = document_of(request)
        return answered_once(request, document, lambda: self._created(document))

    def update(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Replace all that a client can write of a record; what is left out becomes empty."""
        return self._changed(request, id, partial=False)

    def partial_update(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Change the members that are given; a list is replaced as a whole."""
        return self._changed(request, id, partial=True)

    def _created(self, data: Any) -> Answer:
        if isinstance(data, list):
            records = self._created_all(data)
            return 201, {}, f'{{"results":[{",".join(self._documents(records))}]}}'
        return self._answer(201, self._created_one(data))

    @transaction.atomic
    def _created_all(self, data: list[Any]) -> list[Record]:
        if not 1 <= len(data) <= MAX_RECORDS:
            raise exceptions.ValidationError(
                f"A list of records has 1 to {MAX_RECORDS}; this one has {len(data)}.",
                code="list_size_out_of_range",
            )
        records: list[Record] = []
        items: list[ErrorItem] = []
        for position, each in enumerate(data):
            try:
                with transaction.atomic():
                    records.append(self._created_one(each))
            except (exceptions.ValidationError, ValidationError) as error:
                items.extend(_items(error, position))
        if items:
            raise InvalidBodyError(items)
        return records

    def _created_one(self, data: Any) -> Record:
        body = self._body(data, partial=False)
        values, owned = body.split()
        record = self.resource.model(**values)
        try:
            return save_record(record=record, owned=owned, authorship=authorship_of(self.request))
        except ValidationError as error:
            raise in_body(error, body) from error

    def _changed(self, request: Request, public_id: str, *, partial: bool) -> HttpResponse:
        refuse_parameters(validated_query(request))
        check_may_write(request, self.resource.model, "change")
        revision = expected_revision(request)
        record = self._record(request, public_id)
        if record.review_status == ReviewStatus.MERGED:
            raise MergedError(record)
        if record.revision != revision:
            raise self._stale(record.pk, revision)
        body = self._body(document_of(request), partial=partial)
        values, owned = body.split()
        if not partial:
            empty_values, empty_lists = body.absent()
            values, owned = empty_values | values, empty_lists | owned
        for column, value in values.items():
            setattr(record, column, value)
        try:
            saved = save_record(
                record=record,
                owned=owned,
                authorship=authorship_of(request),
                expected_revision=revision,
            )
        except ValidationError as error:
            raise in_body(error, body) from error
        except StaleRevisionError as error:
            raise self._stale(record.pk, revision) from error
        return answered(self._answer(200, saved))

    def _body(self, data: Any, *, partial: bool) -> RecordInput:
        body = INPUTS[self.resource.model].of(data, partial=partial)
        body.is_valid(raise_exception=True)
        return body

    def _record(self, request: Request, public_id: str) -> Record:
        """Read a record that the client can see; the answer to the change will show it."""
        visible = visible_to(request, self.resource.model)
        found = visible.of(self.resource.model).filter(pk=self._number(public_id)).first()
        if found is None:
            raise NoSuchRecordError(f"There is no record {public_id}.")
        return found

    def _stale(self, number: int, expected: int) -> PreconditionFailedError:
        """Say which revision the record has now, with the ETag that a reader gets."""
        record = self.resource.model.objects.get(pk=number)
        (document,) = self._documents([record])
        stale = StaleRevisionError(record.public_id, expected=expected, current=record.revision)
        return PreconditionFailedError(str(stale), etag_of(document.encode(), record.revision))

    def _documents(self, records: Sequence[Record]) -> list[str]:
        """Show records as the client would read them, with the editors' block if it may."""
        model = self.resource.model
        documents = fresh(model, [(record.pk, record.document) for record in records])
        if not may_see_drafts(self.request, model):
            return documents
        return [
            with_block(document, record.review_status, record.notes)
            for document, record in zip(documents, records, strict=True)
        ]

    def _answer(self, status: int, record: Record) -> Answer:
        (document,) = self._documents([record])
        headers = {"ETag": etag_of(document.encode(), record.revision)}
        if status == 201:  # noqa: PLR2004 created
            headers["Location"] = record_path(record)
        return status, headers, document

    def _number(self, public_id: str) -> int:
        raise NotImplementedError


def answered_once(request: Request, document: Any, answer: Callable[[], Answer]) -> HttpResponse:
    """Answer a write; one that repeats an `Idempotency-Key` gets the answer of the first.

    `document` is what the body says, by which equal requests are known.
    """
    key = idempotency_key(request)
    if key is None:
        return answered(answer())
    try:
        kept, again = once(
            user=cast("User", request.user),
            key=key,
            fingerprint=fingerprint(request, document),
            answer=answer,
        )
    except KeyReusedError as error:
        raise IdempotencyKeyReusedError from error
    response = answered((kept.status, kept.headers, kept.body))
    if again:
        response.headers["Idempotency-Replayed"] = "true"
    return response


def answered(answer: Answer) -> HttpResponse:
    """Answer a write."""
    status, headers, body = answer
    return HttpResponse(
        body.encode(),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store", **headers},
    )


def _items(
    error: exceptions.ValidationError | ValidationError, position: int
) -> Iterator[ErrorItem]:
    """List what is wrong with one record of a list, pointing into that record."""
    if isinstance(error, exceptions.ValidationError):
        found = serializer_items(error.detail)
    else:
        found = django_items(error)
    for item in found:
        yield replace(item, pointer=f"/{position}{item.pointer}")
