"""The review of records at the desk: buttons on every form, and a page that shows it all."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from records.admin.authorship import authorship_of
from records.admin.page import page_of
from records.admin.review_asked import Asked, AskedError, read_asked
from records.admin.review_queue import ReviewQueue, queue_address
from records.admin.review_shown import address_of, shown
from records.admin.review_steps import (
    WAITING,
    Refusal,
    attempt,
    offered,
    sentences,
    unpublished_behind,
)
from records.enums import ChangeAction, ReviewStatus
from records.models import Change, Record
from records.representations.loading import load_whole
from records.services.errors import NotPermittedError

if TYPE_CHECKING:
    PlainAdmin = admin.ModelAdmin[Any]
else:
    PlainAdmin = object

TRAIL = 10
_MAX_NUMBER = 2**63 - 1


class Review(PlainAdmin):
    """Mixed into the admin of records: takes them through the steps of their lives."""

    def __init__(self, *args: Any) -> None:
        """Take ModelAdmin's arguments."""
        super().__init__(*args)
        self.queue = ReviewQueue(self)

    def get_urls(self) -> list[URLPattern]:
        """Add the queue, its bulk page, the page of a record, and the way to the next one."""
        views = (
            ("queue", "review/", self.queue.changelist_view),
            ("bulk", "review/publish/", self.queue.bulk_view),
            ("next", "<int:number>/review/next/", self.next_view),
            ("review", "<int:number>/review/", self.review_view),
        )
        return [
            *(path(route, self.admin_site.admin_view(view),
                   name=f"records_{self.opts.model_name}_{name}")
              for name, route, view in views),
            *super().get_urls(),
        ]  # fmt: skip

    def next_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Lead on from a record of the queue."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        filters = request.GET.get("queue", "").removeprefix("?")
        return HttpResponseRedirect(self.queue.next_address(request, number, filters))

    def review_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show a record in words with what can be done with it, or take a step."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        record = self._whole(number)
        if request.method != "POST":
            return self._review_page(request, record)
        try:
            asked = read_asked(request)
        except AskedError as error:
            return self._review_page(request, record, {"problems": [str(error)]})
        refusal = attempt(
            asked.step,
            record,
            authorship_of(request, asked.reason),
            expected_revision=asked.revision,
            together=asked.together,
        )
        if refusal:
            return self._refused(request, asked, number, refusal)
        done = ", ".join(each.public_id for each in (record, *asked.together))
        messages.success(request, f"{done}: {ChangeAction(asked.step.action).label.lower()}.")
        return HttpResponseRedirect(self._after_step(request, record))

    def _after_step(self, request: HttpRequest, record: Record) -> str:
        """Return where a person goes on: to the next of the queue, or to the form."""
        way = self._ways(request, record).get("next")
        return way or address_of(record)

    def _ways(self, request: HttpRequest, record: Record) -> dict[str, str]:
        """Return where the page leads: to the form, and through the queue it was opened from."""
        filters = request.GET.get("queue")
        if filters is None:
            return {"form": address_of(record)}
        following = reverse(f"admin:records_{self.opts.model_name}_next", args=[record.pk])
        return {
            "form": address_of(record),
            "queue": queue_address(self.model, filters.removeprefix("?")),
            "next": f"{following}?{request.GET.urlencode()}",
        }

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add the buttons to the form of a stored record."""
        record = context.get("original")
        if record is not None and not context.get("is_popup"):
            context["review"] = self._box(request, record)
        return super().render_change_form(request, context, *args, **kwargs)

    def _whole(self, number: int) -> Record:
        found = load_whole(self.model, [number]) if number <= _MAX_NUMBER else []
        if not found:
            raise Http404
        return found[0]

    def _refused(
        self, request: HttpRequest, asked: Asked, number: int, refusal: Refusal
    ) -> HttpResponse:
        """Show the record as it stands now, why the step was refused, and what can be done."""
        record = self._whole(number)
        behind = unpublished_behind(record, refusal)
        context = {
            "problems": sentences(refusal),
            "comment": asked.reason,
            "behind": [(each, address_of(each)) for each in behind],
            "can_go_together": behind
            and all(each.review_status == ReviewStatus.IN_REVIEW for each in behind),
        }
        status = 403 if isinstance(refusal, NotPermittedError) else 200
        return self._review_page(request, record, context, status)

    def _review_page(
        self,
        request: HttpRequest,
        record: Record,
        more: dict[str, Any] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        changes = Change.objects.of(record.record_type, record.pk).order_by("-revision")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Review {record.public_id}",
            "opts": self.opts,
            "record": record,
            "shown": shown(record, self.fieldsets or (), self.inlines, page_of(request).labels),
            "trail": changes.select_related("actor").defer("document", "state")[:TRAIL],
            "review": self._box(request, record, request.GET.urlencode()),
            "ways": self._ways(request, record),
            **(more or {}),
        }
        return TemplateResponse(request, "records/admin/review/page.html", context, status=status)

    def _box(self, request: HttpRequest, record: Record, query: str = "") -> dict[str, Any]:
        address = reverse(f"admin:records_{self.opts.model_name}_review", args=[record.pk])
        steps = offered(record, request.user)
        return {
            "record": record,
            "steps": steps,
            "with_reason": [step.label for step in steps if step.wants_reason],
            "waiting": "" if steps else WAITING[ReviewStatus(record.review_status)],
            "address": f"{address}?{query}" if query else address,
        }
