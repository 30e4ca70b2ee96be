"""How a client proves who it is, in words of OpenAPI."""

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension

from records.api.schema.operation import JsonSchema


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """`Authorization: Bearer accord_…`."""

    target_class = "records.api.authentication.TokenAuthentication"
    name = "bearerAuth"

    def get_security_definition(self, auto_schema: object) -> JsonSchema:  # noqa: ARG002 its base
        """Describe the scheme."""
        return {
            "type": "http",
            "scheme": "bearer",
            "description": (
                "A token, which an administrator issues: `Authorization: Bearer accord_…`. It may "
                "do what its user may, as far as its scopes go: `read_drafts` shows records that "
                "are not published, `write` creates and changes records. It expires."
            ),
        }


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The cookie of the admin's session."""

    target_class = "records.api.authentication.SessionAuthentication"
    name = "cookieAuth"

    def get_security_definition(self, auto_schema: object) -> JsonSchema:  # noqa: ARG002 its base
        """Describe the scheme."""
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": settings.SESSION_COOKIE_NAME,
            "description": (
                "The session of somebody who is signed in to the admin. Writes send the value of "
                f"the cookie `{settings.CSRF_COOKIE_NAME}` in the header `X-CSRFToken`, too."
            ),
        }
