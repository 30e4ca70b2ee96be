"""What a client may do: what its user may and, if it has a token, what the token's scopes allow."""

from typing import Literal

from rest_framework.exceptions import APIException, NotAuthenticated, PermissionDenied
from rest_framework.request import Request

from records.api.authentication import CHALLENGE
from records.api.documents import Visible
from records.models import ApiToken, Record
from records.models.token import Scope

_HOLDERS = {
    "add": "editors", "change": "editors", "review": "reviewers", "merge": "reviewers",
}  # fmt: skip

WriteAction = Literal["add", "change", "review", "merge"]


class InsufficientScopeError(PermissionDenied):
    """The token was not issued for this (RFC 6750, section 3.1)."""

    def __init__(self, detail: str, scope: Scope) -> None:
        """Name the scope that is missing."""
        super().__init__(detail)
        self.auth_header = f'{CHALLENGE}, error="insufficient_scope", scope="{scope}"'


def may_see_drafts(request: Request, model: type[Record]) -> bool:
    """Tell whether the client sees records that are not published."""
    return _has_scope(request, Scope.READ_DRAFTS) and request.user.has_perm(_name(model, "view"))


def visible_to(request: Request, model: type[Record]) -> Visible:
    """Say what the client sees of a type of record."""
    return Visible(drafts=may_see_drafts(request, model))


def may_write(request: Request, model: type[Record], action: WriteAction) -> bool:
    """Tell whether the client may do this with records of a model."""
    return _refusal(request, model, action) is None


def check_may_read_drafts(request: Request, model: type[Record]) -> None:
    """Raise PermissionDenied unless the client sees records that are not published."""
    if not _has_scope(request, Scope.READ_DRAFTS):
        raise InsufficientScopeError(
            f"The token lacks the scope “{Scope.READ_DRAFTS}”, which this needs as the answer "
            "shows drafts. Use one that was issued with it.",
            Scope.READ_DRAFTS,
        )
    if not may_see_drafts(request, model):
        permission = _name(model, "view")
        raise PermissionDenied(
            f"Your account lacks the permission “{permission}”. Ask an administrator of the "
            "register for it."
        )


def check_may_write(request: Request, model: type[Record], action: WriteAction) -> None:
    """Raise NotAuthenticated or PermissionDenied unless the client may write."""
    refusal = _refusal(request, model, action)
    if refusal:
        raise refusal


def _refusal(request: Request, model: type[Record], action: WriteAction) -> APIException | None:
    if not request.user.is_authenticated:
        return NotAuthenticated(
            "Writing needs a token: send “Authorization: Bearer accord_…”. Administrators of the "
            "register issue them."
        )
    if not _has_scope(request, Scope.WRITE):
        return InsufficientScopeError(
            f"The token lacks the scope “{Scope.WRITE}”. Use one that was issued with it.",
            Scope.WRITE,
        )
    permission = _name(model, action)
    if not request.user.has_perm(permission):
        return PermissionDenied(
            f"Your account lacks the permission “{permission}”, which {_HOLDERS[action]} have. Ask "
            "an administrator of the register for it."
        )
    return None


def _has_scope(request: Request, scope: Scope) -> bool:
    """Tell whether the client is a person with a session, or a token with a scope."""
    return not isinstance(request.auth, ApiToken) or scope in request.auth.scopes


def _name(model: type[Record], action: str) -> str:
    return f"{model._meta.app_label}.{action}_{model._meta.model_name}"
