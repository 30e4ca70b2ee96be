"""Digests at the desk: looked through first, then ingested, and on to the first proposal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from unfold.decorators import action

from records.admin.authorship import authorship_of
from records.admin.codes import code_lists
from records.admin.import_pages import told
from records.admin.proposals.digest_forms import DigestForm, ToldForm
from records.admin.proposals.digest_pages import Gathered, gathered, ingested, planned
from records.admin.streaming import streamed
from records.ingest.reading import DigestError, read_digest
from records.models import Upload
from records.services.errors import NotPermittedError
from records.services.importing.uploads import forget, keep
from records.services.ingesting.entries import Summary
from records.services.ingesting.errors import IngestError
from records.services.ingesting.ingesting import Asked, ingest

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    PlainAdmin = ModelAdmin[Any]
else:
    PlainAdmin = object

DIGEST = "digest"
"""What uploads of digests are kept as."""

REFUSALS = (DigestError, IngestError, NotPermittedError, ValidationError)


def may_ingest(request: HttpRequest) -> bool:
    """Allow those who may enter claims and sources."""
    return request.user.has_perms(["records.add_claim", "records.add_source"])


class Ingesting(PlainAdmin):
    """Mixed into the admin of readings."""

    actions_list: ClassVar[tuple[str, ...]] = ("ingest_digest",)

    def has_ingest_permission(self, request: HttpRequest) -> bool:
        """Allow those who may enter claims and sources."""
        return may_ingest(request)

    def get_urls(self) -> list[URLPattern]:
        """Add the page of a digest that was uploaded."""
        view = self.admin_site.admin_view(self.digest_view)
        page = path("ingest/<uuid:number>/", view, name="records_reading_digest")
        return [page, *super().get_urls()]

    @action(  # type: ignore[untyped-decorator]
        description="Ingest a digest", url_path="ingest", permissions=["ingest"], icon="upload"
    )
    def ingest_digest(self, request: HttpRequest) -> HttpResponse:
        """Take a digest, and lead to its page."""
        form = DigestForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
        if form.is_valid():
            upload = keep(
                user=cast("User", request.user),
                table=DIGEST,
                name=form.name,
                content=form.content,
            )
            page = reverse("admin:records_reading_digest", args=[upload.pk])
            return HttpResponseRedirect(f"{page}?{urlencode(form.asked)}")
        context = self._digest_context(request, "Ingest a digest") | {
            "form": form,
            "code_lists": list(code_lists([form])),
        }
        return TemplateResponse(request, "records/admin/proposals/digest_upload.html", context)

    def digest_view(self, request: HttpRequest, number: UUID) -> HttpResponseBase:
        """Show what a digest would make; make it when that is confirmed."""
        if not self.has_ingest_permission(request):
            raise PermissionDenied
        upload = get_object_or_404(Upload, pk=number, user=request.user, table=DIGEST)
        context = self._digest_context(request, f"Ingest {upload.name or 'the text'}")
        get_token(request)  # its cookie goes out with the headers, before the form is written
        return streamed(request, context, self._parts(request, context, upload))

    def _parts(
        self, request: HttpRequest, context: dict[str, Any], upload: Upload
    ) -> Iterator[str]:
        statements = Gathered()
        is_confirmed = request.method == "POST"
        try:
            asked = _asked(request, upload, dry_run=not is_confirmed)
            steps = ingest(asked, authorship_of(request, request.POST.get("reason", "")))
            summary: Summary = yield from told(gathered(steps, statements))
        except REFUSALS as refusal:
            problems = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
            template = "records/admin/proposals/digest_refusal.html"
            yield render_to_string(template, context | {"problems": problems}, request)
            return
        if is_confirmed:
            forget(upload)
            yield ingested(request, context, statements)
        else:
            yield planned(request, context, summary, statements)

    def _digest_context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts}


def _asked(request: HttpRequest, upload: Upload, *, dry_run: bool) -> Asked:
    """Read the digest that was kept; raise ValidationError for what the address says wrongly."""
    said = ToldForm(request.GET)
    if not said.is_valid():
        raise ValidationError([text for found in said.errors.values() for text in found])
    values = said.cleaned_data
    return Asked(
        digest=read_digest(bytes(upload.content), name=upload.name, language=values["language"]),
        name=upload.name,
        source=values["source"],
        published=values["published"],
        dry_run=dry_run,
    )
