"""Whether the server lives, and whether it can work. For load balancers and for people on call."""

import logging
from functools import lru_cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from records.api.errors import ErrorItem
from records.api.problems.catalogue import ProblemCode
from records.api.problems.documents import Occurrence, problem_response

logger = logging.getLogger(__name__)

_NO_STORE = {"Cache-Control": "no-store"}
_NAMED = 5  # missing migrations that an answer names


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 a view takes it
    """Answer 200 as long as the process answers at all; nothing else is asked."""
    return JsonResponse({"status": "ok"}, headers=_NO_STORE)


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers and has every migration, else a 503 that says why."""
    missing = _missing()
    if missing is None:
        return JsonResponse({"status": "ok"}, headers=_NO_STORE)
    occurrence = Occurrence(ProblemCode.SERVICE_UNAVAILABLE, missing.detail, [missing])
    return problem_response(request, occurrence)


def _missing() -> ErrorItem | None:
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError as error:
        logger.warning("Not ready, the database does not answer: %s", error)
        return ErrorItem("", "database_unreachable", "The database does not answer.")
    unapplied = sorted(_known() - applied.keys())
    if not unapplied:
        return None
    named = ", ".join(".".join(each) for each in unapplied[:_NAMED])
    more = f" and {len(unapplied) - _NAMED} more" if len(unapplied) > _NAMED else ""
    return ErrorItem("", "migrations_missing", f"Migrations are not applied: {named}{more}.")


@lru_cache
def _known() -> frozenset[tuple[str, str]]:
    """Read the migrations that this release has from disk, once."""
    return frozenset(MigrationLoader(None).graph.nodes)
