"""What every record's admin shares."""

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse

from records.admin.authorship import authorship_of
from records.admin.codes import code_lists
from records.admin.conflict import differences
from records.admin.evidence_marks import EvidenceMarks
from records.admin.fields import DeskFields
from records.admin.forms import RecordForm
from records.admin.history import History
from records.admin.inlines import reference_names
from records.admin.page import RefusedError, page_of
from records.admin.paging import InfinitePaginator
from records.admin.plain import PlainAdmin
from records.admin.provenance import Provenance
from records.admin.review import Review
from records.admin.searching import search
from records.enums import ReviewStatus
from records.models import Record
from records.services.errors import StaleRevisionError
from records.services.saving import save_record


class RecordAdmin(History, Review, Provenance, EvidenceMarks, DeskFields, PlainAdmin):
    """List and form of a record with the rows that it owns, written by one call of the service."""

    form = RecordForm
    paginator = InfinitePaginator
    list_per_page = 50
    show_full_result_count = False
    list_filter_submit = True
    actions = None
    warn_unsaved_form = True
    compressed_fields = False
    change_form_template = "records/admin/change_form.html"
    searched: ClassVar[tuple[str, ...]] = ()
    names: ClassVar[str] = ""

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Show the newest first; of one state, what changed last, as an index has it."""
        return ("-updated_at", "-id") if "review_status__exact" in request.GET else ("-id",)

    @admin.display(description="Changed", ordering="updated_at")
    def changed(self, record: Record) -> str:
        """Show the day of the last change."""
        return f"{record.updated_at:%Y-%m-%d}"

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:  # noqa: ARG002
        """Say that there is a search; `get_search_results` is all of it."""
        return self.searched

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Search ids and names in any script, without accents and case."""
        del request
        return search(queryset, search_term, columns=self.searched), False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Read what the record refers to along with it, and leave documents in the database."""
        keys = [name for name in reference_names(self.model) if name != "category"]
        documents = [f"{name}__document" for name in keys]
        return super().get_queryset(request).select_related(*keys).defer("document", *documents)

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:  # type: ignore[override]
        """Give the form the page that it stands on."""
        form = super().get_form(request, obj, **kwargs)
        form.page = page_of(request)  # type: ignore[attr-defined]
        return form

    def get_formset_kwargs(self, request: HttpRequest, *args: Any) -> dict[str, Any]:
        """Give the lists the page that they stand on."""
        return super().get_formset_kwargs(request, *args) | {"page": page_of(request)}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Show a merged record only: another one answers for it."""
        is_merged = obj is not None and obj.review_status == ReviewStatus.MERGED
        return not is_merged and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Nobody deletes: what was never public is rejected, what was is retracted."""
        return False

    def _changeform_view(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: Any
    ) -> HttpResponse:
        """Show the form again with the service's errors when it refuses what was posted."""
        try:
            with transaction.atomic():
                return super()._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[no-any-return]
        except RefusedError as refusal:
            page_of(request).refusal = refusal
        return super()._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[no-any-return]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001
        """Leave it to `save_related`, which knows the rows, too."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001
        """Store the record and the lists by one call of the service; raise RefusedError."""
        if page_of(request).refusal:
            raise PermissionDenied
        try:
            save_record(
                record=form.instance,
                owned={formset.prefix: formset.whole_list() for formset in formsets},
                authorship=authorship_of(request, form.cleaned_data["reason"]),
                expected_revision=form.cleaned_data["revision"] if change else None,
            )
        except (ValidationError, StaleRevisionError) as error:
            raise RefusedError(error) from error

    def construct_change_message(
        self,
        request: HttpRequest,
        form: Any,
        formsets: Any,
        add: bool = False,  # noqa: FBT001, FBT002 Django's signature
    ) -> list[dict[str, dict[str, Any]]]:
        """Name what was changed for the list of recent actions."""
        del request, formsets
        if add:
            return [{"added": {}}]
        labels = [form.fields[name].label or name for name in form.changed_data
                  if name not in form.OF_THE_SAVE]  # fmt: skip
        return [{"changed": {"fields": labels}}] if labels else []

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add what fields suggest, and what was stored meanwhile when another write came first."""
        form = context["adminform"].form
        inlines = context["inline_admin_formsets"]
        rows = (inline.formset.empty_form for inline in inlines if inline.has_add_permission)
        context["code_lists"] = list(code_lists([form, *rows]))
        refusal = page_of(request).refusal
        if refusal and refusal.stale:
            context["conflict"] = {
                "stale": refusal.stale,
                "differences": differences(form, [inline.formset for inline in inlines]),
            }
            # The box says all that the form's only error does.
            form.errors.clear()
            context["errors"] = ()
        return super().render_change_form(request, context, *args, **kwargs)
