"""Merging at the desk, in three steps: pick, choose field by field, look at all and confirm."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from records.admin.authorship import authorship_of
from records.admin.merge_shown import facts_of, lines_of, moves_of
from records.admin.plain import ShownAdmin
from records.admin.review_shown import address_of
from records.models import Merge, Record
from records.models.relations import models_by_type
from records.services.errors import MergeError, NotPermittedError, StaleRevisionError
from records.services.merging import Plan, merge_records, preview_merge, unmerge
from records.values.public_ids import PublicIdError, RecordType, split_public_id

REFUSALS = (MergeError, NotPermittedError, StaleRevisionError)


@admin.register(Merge)
class MergeAdmin(ShownAdmin):
    """Every merge, with the way to a new one and back."""

    list_display = ("merged_id", "survivor_id", "at", "actor", "reason", "undone_at")
    list_filter = ("record_type",)
    list_select_related = ("actor",)
    list_display_links = ("merged_id",)
    show_full_result_count = False
    ordering = ("-id",)
    change_list_template = "records/admin/merge/list.html"

    def get_urls(self) -> list[URLPattern]:
        """Add the steps."""
        views = (("new", "new/", self.merge_view), ("undo", "<int:number>/undo/", self.undo_view))
        return [
            *(path(route, self.admin_site.admin_view(view), name=f"records_merge_{name}")
              for name, route, view in views),
            *super().get_urls(),
        ]  # fmt: skip

    def change_view(self, request: HttpRequest, object_id: str, *args: Any) -> HttpResponse:
        """Lead to the page of the merge."""
        del args
        return self.undo_view(request, int(object_id) if object_id.isdecimal() else 0)

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Show the step that the query asks for, or merge."""
        asked = request.POST if request.method == "POST" else request.GET
        try:
            survivor, merged = (_record(request, asked.get(name, "")) for name in ("keep", "merge"))
        except ValidationError as error:
            given = any(asked.get(name) for name in ("keep", "merge"))
            return self._page(request, "pick", {
                "keep": asked.get("keep", ""), "merge": asked.get("merge", ""),
                "problems": error.messages if given else [],
            })  # fmt: skip
        choices = {name.removeprefix("choose-"): str(value) for name, value in asked.items()
                   if name.startswith("choose-")}  # fmt: skip
        try:
            plan = preview_merge(survivor=survivor, merged=merged, choices=choices)
            if request.method == "POST":
                return self._merged(request, plan, choices)
        except (ValidationError, *REFUSALS) as error:
            return self._refused(request, survivor, merged, choices, error)
        return self._step(request, plan, choices)

    def undo_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show what a merge did, or undo it."""
        merge = Merge.objects.select_related("actor", "undone_by").filter(pk=number).first()
        if merge is None:
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        problems: list[str] = []
        if request.method == "POST":
            record = models_by_type()[RecordType(merge.record_type)].objects.get(pk=merge.merged)
            reason = request.POST.get("reason", "")
            try:
                unmerge(record=record, authorship=authorship_of(request, reason))
            except (ValidationError, *REFUSALS) as error:
                problems = _sentences(error)
            else:
                messages.success(request, f"{record.public_id} stands for itself again.")
                return HttpResponseRedirect(address_of(record))
        shown = {"merge": merge, "lines": lines_of(merge), "problems": problems}
        return self._page(request, "undo", shown)

    def _step(self, request: HttpRequest, plan: Plan, choices: dict[str, str]) -> HttpResponse:
        step = "confirm" if "step" in request.GET else "choose"
        return self._page(request, step, _shown(plan, choices))

    def _merged(self, request: HttpRequest, plan: Plan, choices: dict[str, str]) -> HttpResponse:
        survivor, merged = plan.survivor.record, plan.merged.record
        revisions = {
            survivor.pk: _number(request.POST.get("keep_revision")),
            merged.pk: _number(request.POST.get("merge_revision")),
        }
        merge_records(
            survivor=survivor,
            merged=merged,
            choices=choices,
            authorship=authorship_of(request, request.POST.get("reason", "")),
            expected_revisions=revisions,
        )
        messages.success(request, f"{merged.public_id} was merged into {survivor.public_id}.")
        return HttpResponseRedirect(address_of(survivor))

    def _refused(
        self,
        request: HttpRequest,
        survivor: Record,
        merged: Record,
        choices: dict[str, str],
        error: Exception,
    ) -> HttpResponse:
        """Go back to the step in which the problem can be solved."""
        try:
            plan = preview_merge(survivor=survivor, merged=merged, choices={})
        except (ValidationError, *REFUSALS):
            ids = {"keep": survivor.public_id, "merge": merged.public_id}
            return self._page(request, "pick", ids | {"problems": _sentences(error)})
        shown = _shown(plan, choices) | {"problems": _sentences(error)}
        reason = request.POST.get("reason", "")
        step = "confirm" if request.method == "POST" else "choose"
        return self._page(request, step, shown | {"reason": reason})

    def _page(self, request: HttpRequest, step: str, shown: dict[str, Any]) -> HttpResponse:
        titles = {"pick": "Merge two records", "choose": "Choose what stays",
                  "confirm": "Look at all that will happen", "undo": "Merge"}  # fmt: skip
        context = {
            **self.admin_site.each_context(request),
            "title": titles[step],
            "opts": self.opts,
            "address": reverse("admin:records_merge_new"),
            **shown,
        }
        return TemplateResponse(request, f"records/admin/merge/{step}.html", context)


def _shown(plan: Plan, choices: dict[str, str]) -> dict[str, Any]:
    return {
        "survivor": plan.survivor.record,
        "merged": plan.merged.record,
        "facts": facts_of(plan, choices),
        "moves": moves_of(plan),
        "dropped": plan.dropped[:100],
        "more_dropped": max(0, len(plan.dropped) - 100),
        "choices": choices,
        "swap": {"keep": plan.merged.record.public_id, "merge": plan.survivor.record.public_id},
    }


def _record(request: HttpRequest, public_id: str) -> Record:
    """Find a record by its id; raise PermissionDenied unless the user may merge such ones."""
    try:
        record_type, number = split_public_id(public_id.strip(), RecordType.ORGANIZATION)
    except PublicIdError as error:
        raise ValidationError(str(error)) from error
    model = models_by_type()[record_type]
    if not request.user.has_perm(f"records.merge_{model._meta.model_name}"):
        raise PermissionDenied
    found = model.objects.filter(pk=number).first()
    if found is None:
        raise ValidationError(f"There is no record {public_id}.")
    return found


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def _sentences(error: Exception) -> list[str]:
    return error.messages if isinstance(error, ValidationError) else [str(error)]
