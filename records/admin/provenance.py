"""Where a record stands: its id, state, revision and times, read-only on every form."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from records.models import Record
from records.representations.links import record_path

if TYPE_CHECKING:
    from django.contrib.admin.options import BaseModelAdmin

    PlainOptions = BaseModelAdmin[Any]
else:
    PlainOptions = object

SHOWN = ("id_to_copy", "review_status", "revision_shown", "created_at", "updated_at", "api_link")
LINES = (SHOWN[:3], SHOWN[3:])


class Provenance(PlainOptions):
    """Mixed into the admin of records: adds a block to the forms of stored ones."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Add what the block shows."""
        return (*super().get_readonly_fields(request, obj), *(SHOWN if obj else ()))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Put the block first, the notes last, and keep the block's fields out of the others."""
        fieldsets = [
            (
                title,
                {**options, "fields": [name for name in options["fields"] if name not in SHOWN]},
            )
            for title, options in super().get_fieldsets(request, obj)
        ]
        notes = ("Notes", {"fields": ["notes"]})
        if obj is None:
            return [*fieldsets, notes]
        shown = ("Provenance", {"fields": LINES, "classes": ["accord-provenance"]})
        return [shown, *fieldsets, notes]

    @admin.display(description="Id")
    def id_to_copy(self, record: Record) -> SafeString:
        """Show the public id with a button that copies it."""
        return format_html(
            '<code class="accord-id">{0}</code> <button type="button" class="accord-copy" '
            'data-copy="{0}">Copy</button>',
            record.public_id,
        )

    @admin.display(description="Revision")
    def revision_shown(self, record: Record) -> int:
        """Show the stored revision."""
        return record.revision

    @admin.display(description="API")
    def api_link(self, record: Record) -> SafeString:
        """Lead to the document."""
        return format_html(
            '<a href="{0}" target="_blank" rel="noopener">{0}</a>', record_path(record)
        )
