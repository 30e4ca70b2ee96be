"""Who asks: a program with a token, or a person with a session."""

from django.conf import settings
from django.contrib.auth.models import User
from rest_framework import authentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from records.api.errors import ErrorItem
from records.models import ApiToken
from records.services.tokens import TokenFault, TokenRefusedError, recognise_token

CHALLENGE = 'Bearer realm="accord"'
_ANOTHER = "Ask an administrator of the register for another one."
_FAULTS = {
    TokenFault.MALFORMED: (
        "The token is malformed",
        "Send it as “Authorization: Bearer accord_…”, with the 43 characters that follow.",
    ),
    TokenFault.UNKNOWN: (
        "The token is unknown",
        f"Check that it was copied whole and from this register. {_ANOTHER}",
    ),
    TokenFault.REVOKED: ("The token was revoked", _ANOTHER),
    TokenFault.EXPIRED: ("The token has expired", _ANOTHER),
    TokenFault.USER_INACTIVE: (
        "The account of the token is deactivated",
        "Ask an administrator of the register to activate it.",
    ),
}
"""What is said of each fault, in ASCII as RFC 6750 wants it in a header, and what to do."""


class InvalidTokenError(AuthenticationFailed):
    """The token of the request is not one that works."""

    def __init__(self, fault: TokenFault) -> None:
        """Say what is wrong with the token, and what to do."""
        self.description, remedy = _FAULTS[fault]
        super().__init__(f"{self.description}. {remedy}")
        self.items = (ErrorItem("header:Authorization", f"token_{fault}", str(self.detail)),)


class TokenAuthentication(authentication.BaseAuthentication):
    """`Authorization: Bearer accord_…` (RFC 6750); `request.auth` is the token.

    Other schemes are none of ours: a server may stand behind a proxy with a password of its own.
    """

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        """Return the token and its user; None if the request has no token."""
        header = authentication.get_authorization_header(request).decode("latin-1")
        scheme, _, secret = header.partition(" ")
        if scheme.lower() != "bearer":
            return None
        try:
            token = recognise_token(secret=secret.strip(" "))
        except TokenRefusedError as refused:
            error = InvalidTokenError(refused.fault)
            # REST framework asks another instance for the header of the answer.
            request.token_error = error  # type: ignore[attr-defined]
            raise error from None
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """Say how to authenticate and, if a token was refused, why."""
        error = getattr(request, "token_error", None)
        if error is None:
            return CHALLENGE
        return f'{CHALLENGE}, error="invalid_token", error_description="{error.description}"'


class SessionAuthentication(authentication.SessionAuthentication):
    """The session of the admin, for reads, and for writes with its CSRF token."""

    def enforce_csrf(self, request: Request) -> None:
        """Refuse a write that may come from another site, and say what it lacks."""
        try:
            super().enforce_csrf(request)
        except PermissionDenied as error:
            raise PermissionDenied(
                f"{error.detail} With a session, send the value of the cookie "
                f"“{settings.CSRF_COOKIE_NAME}” in the header X-CSRFToken; programs send a token "
                "instead: “Authorization: Bearer accord_…”."
            ) from None
