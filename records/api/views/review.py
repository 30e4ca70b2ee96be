"""The steps of a record's life, for every record type."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.http import HttpResponse
from rest_framework.decorators import action
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request

from records.api.authorship import authorship_of
from records.api.parsers import document_of
from records.api.permissions import check_may_write, visible_to
from records.api.preconditions import expected_revision
from records.api.query import refuse_parameters
from records.api.query_string import validated_query
from records.api.views.writing import WritingMixin, answered
from records.enums import ChangeAction
from records.models import Record
from records.models.relations import models_by_type
from records.services import review
from records.services.errors import StaleRevisionError
from records.values.public_ids import PublicIdError, split_public_id

MAX_TOGETHER = 100
"""How many records can be published with one."""

Step = Callable[..., Record]


class ReviewMixin(WritingMixin):
    """Takes records through their review by the one service that does."""

    @action(detail=True, methods=["post"])
    def submit(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Ask for the review of a draft."""
        return self._stepped(request, id, ChangeAction.SUBMITTED, review.submit)

    @action(detail=True, methods=["post"], url_path="request-changes")
    def request_changes(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Return a record to its editor."""
        return self._stepped(request, id, ChangeAction.CHANGES_REQUESTED, review.request_changes)

    @action(detail=True, methods=["post"])
    def reject(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Decide that a record will not be published."""
        return self._stepped(request, id, ChangeAction.REJECTED, review.reject)

    @action(detail=True, methods=["post"])
    def retract(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Withdraw a published record."""
        return self._stepped(request, id, ChangeAction.RETRACTED, review.retract)

    @action(detail=True, methods=["post"])
    def publish(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Make a record public, alone or together with others."""
        together = partial(review.publish, together=self._together(request))
        return self._stepped(request, id, ChangeAction.PUBLISHED, together)

    def _stepped(
        self, request: Request, public_id: str, taken: ChangeAction, step: Step
    ) -> HttpResponse:
        refuse_parameters(validated_query(request))
        check_may_write(request, self.resource.model, review.PERMISSIONS[taken])
        revision = expected_revision(request)
        record = self._record(request, public_id)
        try:
            saved = step(
                record=record, authorship=authorship_of(request), expected_revision=revision
            )
        except StaleRevisionError as error:
            raise self._stale(record.pk, revision) from error
        return answered(self._answer(200, saved))

    def _together(self, request: Request) -> list[Record]:
        """Read the records to publish with the one in the path, of those that the client sees."""
        if not request.body:
            return []
        ids = _ids(document_of(request))
        return [self._other(request, position, each) for position, each in enumerate(ids)]

    def _other(self, request: Request, position: int, public_id: str) -> Record:
        try:
            record_type, number = split_public_id(public_id)
        except PublicIdError as error:
            raise _refused(position, str(error), error.code) from error
        model = models_by_type()[record_type]
        record = visible_to(request, model).of(model).filter(pk=number).first()
        if record is None:
            raise _refused(position, f"There is no record {public_id}.", "does_not_exist")
        return record


def _ids(document: Any) -> Sequence[str]:
    if not isinstance(document, dict) or document.keys() - {"together"}:
        raise ValidationError(
            "Send nothing, or an object with the one member “together”.", code="unknown_field"
        )
    ids = document.get("together", [])
    if not isinstance(ids, list) or len(ids) > MAX_TOGETHER:
        raise ValidationError(
            {"together": f"Send a list of at most {MAX_TOGETHER} ids."}, code="not_a_list"
        )
    return ids


def _refused(position: int, detail: str, code: str) -> ValidationError:
    return ValidationError({"together": {str(position): ErrorDetail(detail, code)}})
