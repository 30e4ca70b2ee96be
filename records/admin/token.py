"""API tokens at the editors' desk: issued and revoked, never edited."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from records.admin.plain import PlainAdmin
from records.models import ApiToken
from records.services.tokens import issue_token, revoke_token


@admin.register(ApiToken)
class ApiTokenAdmin(PlainAdmin):
    """Whoever may add tokens issues them, whoever may change tokens revokes them."""

    list_display = ("name", "shown", "user", "allowed", "expires_at", "last_used_at", "state")
    list_select_related = ("user",)
    list_filter = ("read_drafts", "write")
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("name", "prefix", "user__username")
    ordering = ("-id",)
    actions = ("revoke",)
    autocomplete_fields = ("user",)

    def get_fields(self, request: HttpRequest, obj: ApiToken | None = None) -> tuple[str, ...]:  # noqa: ARG002 Django's signature
        """Ask for what a new token needs; show all but the digest of one that exists."""
        if obj is None:
            return ("name", "user", "read_drafts", "write", "expires_at")
        return (*self.list_display, "created_at", "revoked_at")

    def has_change_permission(self, request: HttpRequest, obj: ApiToken | None = None) -> bool:
        """Let tokens be revoked in the list; one that exists has nothing to edit."""
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: ApiToken | None = None) -> bool:  # noqa: ARG002 Django's signature
        """Nobody deletes a token: it is revoked, and what it was stays known."""
        return False

    def save_model(self, request: HttpRequest, obj: ApiToken, form: Any, change: bool) -> None:  # noqa: ARG002, FBT001 Django's signature
        """Issue the token."""
        request.token_secret = issue_token(token=obj)  # type: ignore[attr-defined]

    def response_add(
        self,
        request: HttpRequest,
        obj: ApiToken,
        post_url_continue: str | None = None,  # noqa: ARG002 Django's signature
    ) -> HttpResponse:
        """Show the secret in this one answer: a message would keep it in a cookie or session."""
        context = {
            **self.admin_site.each_context(request),
            "title": "Token issued",
            "opts": self.opts,
            "token": obj,
            "secret": request.token_secret,  # type: ignore[attr-defined]
        }
        return TemplateResponse(request, "admin/records/apitoken/issued.html", context)

    @admin.action(permissions=["change"], description="Revoke selected API tokens")
    def revoke(self, request: HttpRequest, tokens: models.QuerySet[ApiToken]) -> None:
        """End the tokens for ever; those that were revoked before stay as they are."""
        revoked = [token for token in tokens if revoke_token(token=token)]
        for token in revoked:
            self.log_change(request, token, "Revoked.")
        level = messages.SUCCESS if revoked else messages.WARNING
        self.message_user(request, f"Tokens revoked: {len(revoked)}.", level)

    @admin.display(description="token", ordering="prefix")
    def shown(self, token: ApiToken) -> str:
        """As much of the secret as may be seen."""
        return token.shown

    @admin.display(description="scopes")
    def allowed(self, token: ApiToken) -> str:
        """What the token may do, as far as its user may."""
        return ", ".join(token.scopes)

    @admin.display(description="state")
    def state(self, token: ApiToken) -> str:
        """Whether it works."""
        return token.state
