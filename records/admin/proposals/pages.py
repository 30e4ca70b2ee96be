"""The page on which the proposals for a claim are decided on."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from records.admin.authorship import authorship_of
from records.admin.lines import LinesField
from records.admin.proposals.addresses import next_address, queue_address
from records.admin.proposals.compared import compared_with
from records.admin.proposals.sheet import Sheet
from records.admin.review_shown import address_of
from records.enums import ReviewStatus
from records.models import Reading
from records.services.deciding.deciding import OPEN, Answer, Decided, decide
from records.services.deciding.errors import DecidingError
from records.services.errors import NotPermittedError, StaleRevisionError

if TYPE_CHECKING:
    PlainAdmin = admin.ModelAdmin[Any]
else:
    PlainAdmin = object

SUBMIT = "submit"
MAX_NUMBER = 2**63 - 1


class Proposals(PlainAdmin):
    """Mixed into the admin of claims."""

    def get_urls(self) -> list[URLPattern]:
        """Add the page."""
        view = self.admin_site.admin_view(self.proposals_view)
        page = path("<int:number>/proposals/", view, name="records_claim_proposals")
        return [page, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Lead from the form of an ingested claim to what was found in its sentence."""
        claim = context.get("original")
        if claim is not None:
            reading = Reading.objects.filter(claim=claim).only("claim", "decided_at").first()
            context["reading"] = reading
        return super().render_change_form(request, context, *args, **kwargs)

    def proposals_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show the proposals, or store what was decided on them."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = Reading.objects.select_related("claim", "decided_by").defer("claim__document")
        reading = get_object_or_404(rows, claim=min(number, MAX_NUMBER))
        if request.method != "POST" or not self.has_change_permission(request):
            return self._sheet_page(request, Sheet(reading))
        sheet = Sheet(reading, request.POST)
        revision = request.POST.get("revision", "")
        if not (revision.isascii() and revision.isdecimal()):
            sheet.problems.append("The form does not say which revision it shows: load it again.")
        elif sheet.is_valid():
            try:
                return self._decided(request, sheet, int(revision[:18]))
            except DecidingError as error:
                sheet.take(error)
            except (StaleRevisionError, NotPermittedError) as error:
                sheet.problems.append(str(error))
        return self._sheet_page(request, sheet)

    def _decided(self, request: HttpRequest, sheet: Sheet, revision: int) -> HttpResponse:
        reason = LinesField().to_python(request.POST.get("reason")) or ""
        answer = Answer(
            decisions=sheet.decisions(),
            additions=[final for _, final in sheet.added()],
            expected_revision=revision,
            submit=request.POST.get("step") == SUBMIT,
        )
        done = decide(
            reading=sheet.reading, answer=answer, authorship=authorship_of(request, reason)
        )
        messages.success(request, _said(done))
        return HttpResponseRedirect(next_address(done.claim.pk))

    def _sheet_page(self, request: HttpRequest, sheet: Sheet) -> HttpResponse:
        claim, posted = sheet.reading.claim, request.POST
        context = {
            **self.admin_site.each_context(request),
            "title": f"Proposals for {claim.public_id}",
            "opts": self.opts,
            "sheet": sheet,
            "reading": sheet.reading,
            "claim": claim,
            "compared": compared_with(sheet.reading),
            "is_open": self._can_decide(request, sheet.reading),
            "reason": posted.get("reason", ""),
            "ways": {"form": address_of(claim), "next": next_address(claim.pk),
                     "queue": queue_address()},
        }  # fmt: skip
        return TemplateResponse(request, "records/admin/proposals/page.html", context)

    def _can_decide(self, request: HttpRequest, reading: Reading) -> bool:
        return (
            self.has_change_permission(request)
            and reading.decided_at is None
            and reading.claim.review_status in OPEN
        )


def _said(done: Decided) -> str:
    """Say what is stored, and what was created along with it."""
    state = ReviewStatus(done.claim.review_status).label.lower()
    created = ", ".join(each.public_id for each in done.created)
    return f"{done.claim.public_id}: {state}." + (f" Created: {created}." if created else "")
