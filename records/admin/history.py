"""The history of a record at the desk: every change, what it changed, and the way back."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from records.admin.authorship import authorship_of
from records.admin.history_lines import Line, differing, lines, want_labels
from records.admin.lines import LinesField
from records.admin.page import page_of
from records.admin.review_steps import sentences
from records.models import Change, Record
from records.representations.links import record_path
from records.services.errors import NotPermittedError, StaleRevisionError
from records.services.reverting import revert

if TYPE_CHECKING:
    PlainAdmin = admin.ModelAdmin[Any]
else:
    PlainAdmin = object

PAGE = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with its lines; `version` is the address of the document that it left public."""

    change: Change
    lines: list[Line]
    version: str
    revert: str


class History(PlainAdmin):
    """Mixed into the admin of records, whose history is the log's."""

    def get_urls(self) -> list[URLPattern]:
        """Add the page that sets a record back."""
        view = self.admin_site.admin_view(self.revert_view)
        name = f"records_{self.opts.model_name}_revert"
        route = "<int:number>/history/<int:revision>/revert/"
        return [path(route, view, name=name), *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Show the changes, newest first; `before` is the revision from which on they are left."""
        del extra_context
        record = self._seen(request, object_id)
        before = request.GET.get("before", "")
        changes = Change.objects.of(record.record_type, record.pk).order_by("-revision")
        if re.fullmatch("[0-9]{1,9}", before):
            changes = changes.filter(revision__lt=int(before))
        found = list(changes.select_related("actor").defer("document")[: PAGE + 1])
        context = {
            "title": f"History of {record.public_id}",
            "entries": self._entries(request, record, found)[:PAGE],
            "older": found[PAGE - 1].revision if len(found) > PAGE else None,
        }
        return self._page(request, record, "list", context)

    def revert_view(self, request: HttpRequest, number: int, revision: int) -> HttpResponse:
        """Show what going back would change, or go back."""
        record = self._seen(request, str(number))
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        if request.method != "POST":
            return self._revert_page(request, record, revision)
        reason = LinesField().to_python(request.POST.get("reason")) or ""
        expected = request.POST.get("revision", "")
        try:
            revert(
                record=record,
                revision=revision,
                authorship=authorship_of(request, reason),
                expected_revision=int(expected) if re.fullmatch("[0-9]{1,9}", expected) else 0,
            )
        except (ValidationError, StaleRevisionError, NotPermittedError) as refusal:
            more = {"problems": sentences(refusal), "reason": reason}
            return self._revert_page(request, self._seen(request, str(number)), revision, more)
        messages.success(request, f"{record.public_id} is set back to version {revision}.")
        return HttpResponseRedirect(self._history(record))

    def _seen(self, request: HttpRequest, object_id: str) -> Record:
        record: Record | None = self.get_object(request, object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        if record is None:
            raise Http404
        return record

    def _entries(self, request: HttpRequest, record: Record, found: list[Change]) -> list[Entry]:
        """Compare each change with the one before it; the first of all has nothing before it."""
        labels = page_of(request).labels
        compared = [differing(older, newer) for newer, older in pairwise(found)]
        for differences in compared:
            want_labels(self.model, differences, labels)
        compared.append([])
        may_change = self.has_change_permission(request, record)
        return [
            Entry(
                change,
                lines(self.model, differences, labels),
                f"{record_path(record)}versions/{change.revision}/"
                if change.public_sequence
                else "",
                self._revert(record, change.revision)
                if may_change and change.revision != record.revision
                else "",
            )
            for change, differences in zip(found, compared, strict=True)
        ]

    def _revert_page(
        self,
        request: HttpRequest,
        record: Record,
        revision: int,
        more: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if revision >= record.revision:
            raise Http404
        versions = Change.objects.of(record.record_type, record.pk).defer("document")
        wanted = versions.filter(revision__in=(revision, record.revision))
        by_revision = {each.revision: each for each in wanted}
        if revision not in by_revision:
            raise Http404
        found = differing(by_revision[record.revision], by_revision[revision])
        labels = page_of(request).labels
        want_labels(self.model, found, labels)
        context = {
            "title": f"Set {record.public_id} back to version {revision}",
            "lines": lines(self.model, found, labels),
            "change": by_revision[revision],
            "history": self._history(record),
            **(more or {}),
        }
        return self._page(request, record, "revert", context)

    def _page(
        self, request: HttpRequest, record: Record, name: str, more: dict[str, Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "record": record,
            "original": record,
            **more,
        }
        return TemplateResponse(request, f"records/admin/history/{name}.html", context)

    def _history(self, record: Record) -> str:
        return reverse(f"admin:records_{self.opts.model_name}_history", args=[record.pk])

    def _revert(self, record: Record, revision: int) -> str:
        name = f"admin:records_{self.opts.model_name}_revert"
        return reverse(name, args=[record.pk, revision])
