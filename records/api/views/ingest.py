"""Ingests digests, and shows what was found in a claim."""

from hashlib import sha256
from typing import Any, ClassVar

import orjson
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.authorship import authorship_of
from records.api.conditional import json_answer
from records.api.errors import ErrorItem, InvalidBodyError, NoSuchRecordError
from records.api.parsers import (
    ContentTooLargeError,
    DigestFormParser,
    StrictJSONParser,
    document_of,
)
from records.api.permissions import check_may_read_drafts, check_may_write, visible_to
from records.api.query import refuse_parameters
from records.api.query_string import validated_query
from records.api.resources import Resource
from records.api.schema.ingest import MAX_STATEMENTS, ingest_operation
from records.api.schema.operation import Operation
from records.api.serializers.ingest import IngestInput
from records.api.views.writing import Answer, answered_once
from records.ingest.reading import Digest, DigestError, DigestFormat, read_digest
from records.models import Claim, Reading, Source
from records.services.importing.plans import Progress, finish
from records.services.ingesting.entries import Part, Summary
from records.services.ingesting.errors import IngestError
from records.services.ingesting.ingesting import Asked, ingest
from records.services.ingesting.showing import Shown, show_digest, show_entries, show_reading
from records.values.public_ids import RecordType, parse_public_id

_TOO_LARGE = "too_large"


class IngestViewSet(ViewSet):
    """Takes digests in."""

    tag = "ingest"
    parser_classes = (StrictJSONParser, DigestFormParser)

    def operation(self, action: str) -> Operation:  # noqa: ARG002 there is one action only
        """Describe the action for the schema."""
        return ingest_operation()

    def create(self, request: Request) -> HttpResponse:
        """Ingest a digest, or say what that would do."""
        refuse_parameters(validated_query(request))
        for model in (Claim, Source):
            check_may_write(request, model, "add")
            check_may_read_drafts(request, model)
        body = IngestInput(document_of(request))
        values = body.validated()
        name, data = body.content_of(values)
        told = values | {body.member: [name, sha256(data).hexdigest()]}
        return answered_once(request, told, lambda: self._ingested(values, body.member, name, data))

    def _ingested(self, values: dict[str, Any], member: str, name: str, data: bytes) -> Answer:
        asked = Asked(
            digest=_read(values, member, name, data),
            name=name,
            source=_source(self.request, values["source"]),
            published=values["published"],
            dry_run=values["dry_run"],
        )
        statements: list[Shown] = []
        try:
            summary = _finish(asked, self.request, statements)
        except IngestError as error:
            pointer = member if error.field == "text" else error.field
            raise InvalidBodyError([ErrorItem(f"/{pointer}", error.code, str(error))]) from error
        shown = show_digest(summary) | {"statements": statements}
        status = 201 if summary.has_stored_some else 200
        return status, {}, orjson.dumps(shown).decode()


class ReadingMixin(ViewSet):
    """Shows what was found in a claim."""

    resource: ClassVar[Resource]

    @action(detail=True)
    def reading(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Answer with the reading of a claim, in two queries, to those who may see drafts."""
        refuse_parameters(validated_query(request))
        number = self._number(id)
        readings = Reading.objects.select_related("claim", "earlier", "decided_by")
        found = readings.filter(claim=number).first()
        if found is None or not visible_to(request, Claim).drafts:
            raise NoSuchRecordError(f"There is no reading of {id}.")
        return json_answer(request, orjson.dumps(show_reading(found), option=orjson.OPT_UTC_Z))

    def _number(self, public_id: str) -> int:
        raise NotImplementedError


def _finish(asked: Asked, request: Request, statements: list[Shown]) -> Summary:
    """Ingest, and show what becomes of each statement."""

    def take(progress: Progress) -> None:
        if isinstance(progress, Part):
            statements.extend(show_entries(progress.entries))

    return finish(ingest(asked, authorship_of(request)), take)


def _read(values: dict[str, Any], member: str, name: str, data: bytes) -> Digest:
    form = DigestFormat(values["format"]) if values["format"] else None
    try:
        digest = read_digest(data, name=name, format=form, language=values["language"])
    except DigestError as error:
        if error.code == _TOO_LARGE:
            raise ContentTooLargeError(str(error)) from error
        field = "language" if error.code == "bad_language" else member
        raise InvalidBodyError([ErrorItem(f"/{field}", error.code, str(error))]) from error
    if len(digest.statements) > MAX_STATEMENTS:
        raise ContentTooLargeError(
            f"The digest has {len(digest.statements):,} statements; a request takes "
            f"{MAX_STATEMENTS}. Split it, or let an operator run “manage.py ingest”."
        )
    return digest


def _source(request: Request, public_id: str | None) -> Source | None:
    """Find the source of those that the client may see."""
    if public_id is None:
        return None
    number = parse_public_id(public_id, RecordType.SOURCE)
    found = visible_to(request, Source).of(Source).filter(pk=number).first()
    if not isinstance(found, Source):
        text = f"There is no source {public_id}."
        raise ValidationError({"source": ValidationError(text, code="does_not_exist")})
    return found
