"""Import and export at the desk: a file is looked through first, and then imported as shown."""

from collections.abc import Iterator
from typing import Any, ClassVar, cast
from uuid import UUID

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from unfold.decorators import action
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextareaWidget

from records.admin.authorship import authorship_of
from records.admin.exporting import Exporting
from records.admin.import_pages import done, found, told
from records.admin.streaming import streamed
from records.enums import Channel
from records.models import Upload
from records.services.authorship import MAX_REASON
from records.services.errors import NotPermittedError
from records.services.importing.errors import ImportRefusedError
from records.services.importing.limits import MAX_BYTES
from records.services.importing.plans import Plan
from records.services.importing.storing import permit
from records.services.importing.uploads import OutdatedError, confirm, keep, preview


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label="CSV or XLSX file",
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )

    def clean_file(self) -> Any:
        """Refuse a file that would not be read anyway."""
        file = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise ValidationError(
                f"The file has {(file.size or 0) // 2**20} MB; at most {MAX_BYTES // 2**20} MB "
                "are read. Split it."
            )
        return file


class ConfirmForm(forms.Form):
    """Why, and what was shown."""

    reason = forms.CharField(
        max_length=MAX_REASON,
        help_text="Stands in the log of every record, which is public for public records.",
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
    )
    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)


class Importing(Exporting):
    """Mixed into the admin of records that have a table."""

    actions_list: ClassVar[tuple[Any, ...]] = ("import_file", *Exporting.actions_list)

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Allow those who may add or change; what a file does is checked when it is read."""
        return self.has_add_permission(request) or self.has_change_permission(request)

    def get_urls(self) -> list[URLPattern]:
        """Add the page of a file that was uploaded."""
        name = f"records_{self.opts.model_name}_import"
        page = path("import/<uuid:number>/", self.admin_site.admin_view(self.file_view), name=name)
        return [page, *super().get_urls()]

    @action(description="Import", url_path="import", permissions=["import"], icon="upload")  # type: ignore[untyped-decorator]
    def import_file(self, request: HttpRequest) -> HttpResponse:
        """Take a file, and lead to its page."""
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = UploadForm(*sent)
        if form.is_valid():
            file = form.cleaned_data["file"]
            upload = keep(
                user=cast("User", request.user),
                table=self.table.code,
                name=file.name or "",
                content=file.read(),
            )
            page = reverse(f"admin:records_{self.opts.model_name}_import", args=[upload.pk])
            return HttpResponseRedirect(page)
        context = self._context(request, f"Import {self.table.title}") | {
            "form": form,
            "table": self.table,
        }
        return TemplateResponse(request, "records/admin/import_upload.html", context)

    def file_view(self, request: HttpRequest, number: UUID) -> HttpResponseBase:
        """Show what the file would do; do it when that is confirmed."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        upload = get_object_or_404(Upload, pk=number, user=request.user, table=self.table.code)
        form = ConfirmForm(request.POST if request.method == "POST" else None)
        context = self._context(request, f"Import {upload.name}") | {"upload": upload}
        get_token(request)  # its cookie goes out with the headers, before the form is written
        if request.method == "POST" and form.is_valid():
            return streamed(request, context, self._confirm(request, context, upload, form))
        return streamed(request, context, self._preview(request, context, upload, form))

    def _preview(
        self, request: HttpRequest, context: dict[str, Any], upload: Upload, form: ConfirmForm
    ) -> Iterator[str]:
        made = yield from told(preview(upload))
        yield self._found(request, context, made, form)

    def _confirm(
        self, request: HttpRequest, context: dict[str, Any], upload: Upload, form: ConfirmForm
    ) -> Iterator[str]:
        authorship = authorship_of(request, form.cleaned_data["reason"], channel=Channel.IMPORT)
        try:
            made = yield from told(confirm(upload, form.cleaned_data["digest"], authorship))
        except OutdatedError as outdated:
            yield self._found(request, context | {"outdated": True}, outdated.plan, form)
        except (ImportRefusedError, NotPermittedError) as refusal:
            yield found(request, context | {"refusal": refusal}, None)
        else:
            yield done(request, context, made)

    def _found(
        self, request: HttpRequest, context: dict[str, Any], made: Plan, form: ConfirmForm
    ) -> str:
        """Show a plan, with the form that confirms it if the person may have it done."""
        try:
            permit(made, authorship_of(request, "", channel=Channel.IMPORT))
        except NotPermittedError as refusal:
            context |= {"refusal": refusal}
        if not form.is_bound or "outdated" in context:
            reason = form.data.get("reason", "") if form.is_bound else ""
            form = ConfirmForm(initial={"digest": made.digest, "reason": reason})
        return found(request, context | {"form": form}, made)

    def _context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
