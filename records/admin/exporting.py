"""Tables as files to download."""

from io import BytesIO
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from unfold.decorators import action

from records.admin.plain import PlainAdmin
from records.services.importing.exporting import ExportError, write_csv, write_xlsx
from records.services.importing.tables import TABLES, Table

if TYPE_CHECKING:
    Plain = PlainAdmin
else:
    Plain = object

_ACTIONS = ("export_csv", "export_xlsx")


class Exporting(Plain):
    """Mixed into the admin of records that have a table: exports what the list shows."""

    actions_list: ClassVar[tuple[Any, ...]] = (
        {"title": "Export", "icon": "download", "items": [*_ACTIONS]},
    )

    @property
    def table(self) -> Table:
        """The table of the model."""
        return next(table for table in TABLES.values() if table.model is self.model)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Let the links of the export keep the list's search and filters."""
        answer = super().changelist_view(request, extra_context)
        query = request.GET.urlencode()
        if query and isinstance(answer, TemplateResponse):
            for item in (answer.context_data or {}).get("actions_list", ()):
                for link in item.get("items", ()):
                    link["path"] += f"?{query}"
        return answer

    @action(description="CSV", url_path="export-csv", permissions=["view"])  # type: ignore[untyped-decorator]
    def export_csv(self, request: HttpRequest) -> HttpResponseBase:
        """Send the list as CSV, while it is read."""
        answer = StreamingHttpResponse(
            write_csv(self.table, self._numbers(request)), content_type="text/csv; charset=utf-8"
        )
        answer["Content-Disposition"] = f'attachment; filename="{self.table.code}.csv"'
        return answer

    @action(description="XLSX", url_path="export-xlsx", permissions=["view"])  # type: ignore[untyped-decorator]
    def export_xlsx(self, request: HttpRequest) -> HttpResponseBase:
        """Send the list as a workbook, or lead back to it and say why it does not fit one."""
        file = BytesIO()
        try:
            write_xlsx(self.table, self._numbers(request), file)
        except ExportError as error:
            self.message_user(request, str(error), messages.ERROR)
            return redirect(f"admin:records_{self.opts.model_name}_changelist")
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=f"{self.table.code}.xlsx")

    def _numbers(self, request: HttpRequest) -> Any:
        """Read the numbers of the records that the list shows, on all of its pages."""
        rows = self.get_changelist_instance(request).get_queryset(request).order_by("pk")
        return rows.values_list("pk", flat=True).iterator()
