"""Merges, and what a merged id answers, for every record type."""

from collections.abc import Mapping
from typing import Any, cast

import orjson
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponsePermanentRedirect
from rest_framework.decorators import action
from rest_framework.request import Request

from records.api.authorship import authorship_of
from records.api.errors import PreconditionFailedError
from records.api.merges import plan_of
from records.api.parsers import document_of
from records.api.permissions import check_may_write, visible_to
from records.api.preconditions import expected_revision
from records.api.query import refuse_parameters
from records.api.query_string import validated_query
from records.api.serializers.merge import MergeInput
from records.api.views.writing import WritingMixin, answered
from records.models import Change, Merge, Record
from records.representations.links import record_path
from records.services.errors import StaleRevisionError
from records.services.merging import Plan, merge_records, preview_merge, unmerge
from records.services.merging.choosing import Choices
from records.values.public_ids import parse_public_id


class MergingMixin(WritingMixin):
    """Merges records through the one service that does, and sends clients on to the survivor."""

    @action(detail=True, methods=["post"])
    def merge(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Merge a record into another one, or say what that would do."""
        refuse_parameters(validated_query(request))
        check_may_write(request, self.resource.model, "merge")
        revision = expected_revision(request)
        merged = self._record(request, id)
        if merged.revision != revision:
            raise self._stale(merged.pk, revision)
        body = MergeInput(self.resource.model, document_of(request)).validated()
        survivor = self._into(request, body["into"])
        if body["preview"]:
            plan = preview_merge(survivor=survivor, merged=merged, choices=body["choices"])
        else:
            expected = {merged.pk: revision, survivor.pk: body["into_revision"]}
            plan = self._merged(request, survivor, merged, body["choices"], expected)
        shown = plan_of(plan, done=not body["preview"])
        return answered((200, {}, orjson.dumps(shown).decode()))

    @action(detail=True, methods=["post"])
    def unmerge(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Undo the merge of a record."""
        refuse_parameters(validated_query(request))
        check_may_write(request, self.resource.model, "merge")
        revision = expected_revision(request)
        record = self._record(request, id)
        try:
            unmerge(record=record, authorship=authorship_of(request), expected_revision=revision)
        except StaleRevisionError as error:
            raise self._stale_of(error) from error
        record.refresh_from_db()
        return answered(self._answer(200, record))

    def _merged(
        self,
        request: Request,
        survivor: Record,
        merged: Record,
        choices: Choices,
        expected_revisions: Mapping[int, int | None],
    ) -> Plan:
        try:
            _, plan = merge_records(
                survivor=survivor,
                merged=merged,
                choices=choices,
                authorship=authorship_of(request),
                expected_revisions=expected_revisions,
            )
        except StaleRevisionError as error:
            raise self._stale_of(error) from error
        return plan

    def _into(self, request: Request, public_id: str) -> Record:
        model = self.resource.model
        visible = visible_to(request, model).of(model)
        found = visible.filter(pk=parse_public_id(public_id, model.record_type)).first()
        if found is None:
            raise ValidationError({"into": ValidationError(
                f"There is no record {public_id}.", code="does_not_exist"
            )})  # fmt: skip
        return found

    def _stale_of(self, error: StaleRevisionError) -> PreconditionFailedError:
        number = parse_public_id(error.public_id, self.resource.model.record_type)
        return self._stale(number, error.expected)

    def _moved(self, request: Request, number: int, below: str = "") -> HttpResponse | None:
        """Send the client on to the record that answers for a merged one that it may know of.

        `below` is what comes after the path of a record, such as `ladder/`.
        """
        model = self.resource.model
        survivor = Merge.objects.survivor_of(model.record_type, number)
        if survivor is None:
            return None
        public = Change.objects.of(model.record_type, number).public()
        if not visible_to(request, model).drafts and not public.exists():
            return None
        query = request.META.get("QUERY_STRING", "")
        path = record_path(cast("Any", model)(pk=survivor)) + below
        response = HttpResponsePermanentRedirect(
            f"{path}?{query}" if query else path, preserve_request=True
        )
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Authorization"
        return response
