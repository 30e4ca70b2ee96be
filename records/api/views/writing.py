"""How every record type is written."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar, cast

import orjson
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.conditional import etag_of
from records.api.documents import Visible
from records.api.errors import (
    ErrorItem,
    IdempotencyKeyReusedError,
    InvalidBodyError,
    NoSuchRecordError,
    PreconditionFailedError,
)
from records.api.parsers import StrictJSONParser
from records.api.permissions import check_may_write
from records.api.preconditions import expected_revision, fingerprint, idempotency_key
from records.api.problems.pointers import django_items, serializer_items
from records.api.query import refuse_parameters
from records.api.query_string import validated_query
from records.api.resources import Resource
from records.api.schema.writes import MAX_RECORDS
from records.api.serializers import INPUTS, RecordInput
from records.api.serializers.paths import in_body
from records.models import Record
from records.representations.links import record_path
from records.services.errors import StaleRevisionError
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
        key = idempotency_key(request)
        if key is None:
            return _response(self._created(request.data))
        told = fingerprint(request, orjson.dumps(request.data))
        try:
            kept, again = once(
                user=cast("User", request.user),
                key=key,
                fingerprint=told,
                answer=lambda: self._created(request.data),
            )
        except KeyReusedError as error:
            raise IdempotencyKeyReusedError from error
        response = _response((kept.status, kept.headers, kept.body))
        if again:
            response.headers["Idempotency-Replayed"] = "true"
        return response

    def update(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Replace all that a client can write of a record; what is left out becomes empty."""
        return self._changed(request, id, partial=False)

    def partial_update(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Change the members that are given; a list is replaced as a whole."""
        return self._changed(request, id, partial=True)

    def _created(self, data: Any) -> Answer:
        if isinstance(data, list):
            records = self._created_all(data)
            documents = ",".join(str(record.document) for record in records)
            return 201, {}, f'{{"results":[{documents}]}}'
        with transaction.atomic():
            return _answer(201, self._created_one(data))

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
            return save_record(record=record, owned=owned)
        except ValidationError as error:
            raise in_body(error, body) from error

    def _changed(self, request: Request, public_id: str, *, partial: bool) -> HttpResponse:
        refuse_parameters(validated_query(request))
        check_may_write(request, self.resource.model, "change")
        revision = expected_revision(request)
        record = self._record(public_id)
        body = self._body(request.data, partial=partial)
        values, owned = body.split()
        if not partial:
            empty_values, empty_lists = body.absent()
            values, owned = empty_values | values, empty_lists | owned
        for column, value in values.items():
            setattr(record, column, value)
        try:
            saved = save_record(record=record, owned=owned, expected_revision=revision)
        except ValidationError as error:
            raise in_body(error, body) from error
        except StaleRevisionError as error:
            raise PreconditionFailedError(str(error), self._current_etag(record.pk)) from error
        return _response(_answer(200, saved))

    def _body(self, data: Any, *, partial: bool) -> RecordInput:
        body = INPUTS[self.resource.model](data=data, partial=partial)
        body.is_valid(raise_exception=True)
        return body

    def _record(self, public_id: str) -> Record:
        record = Visible(drafts=True).of(self.resource.model).filter(pk=self._number(public_id))
        found = record.first()
        if found is None:
            raise NoSuchRecordError(f"There is no record {public_id}.")
        return found

    def _current_etag(self, number: int) -> str:
        record = self.resource.model.objects.get(pk=number)
        return etag_of(str(record.document).encode(), record.revision)

    def _number(self, public_id: str) -> int:
        raise NotImplementedError


def _answer(status: int, record: Record) -> Answer:
    document = str(record.document)
    headers = {"ETag": etag_of(document.encode(), record.revision)}
    if status == 201:  # noqa: PLR2004 created
        headers["Location"] = record_path(record)
    return status, headers, document


def _response(answer: Answer) -> HttpResponse:
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
