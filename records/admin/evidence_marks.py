"""Marks beside the fields of a form: how well public claims bear out what the record says."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import orjson
from django.contrib import admin
from django.contrib.admin.utils import help_text_for_field
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from records.admin.page import Marks, page_of
from records.analysis.coverage import STATED
from records.enums import EvidenceState
from records.models import OwnedRow, Record
from records.representations.rendering import render
from records.representations.support import claims_in, evidenced_facts, read_grades
from records.values.row_names import is_list, row_name

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin
    from django.contrib.admin.options import InlineModelAdmin

    PlainAdmin = ModelAdmin[Any]
    PlainInline = InlineModelAdmin[Any, Any]
else:
    PlainAdmin = PlainInline = object

COLUMNS = {"value": "value_amount"}
"""Columns of facts that are called differently in documents."""

VARIANTS = {
    EvidenceState.SUPPORTED: "success",
    EvidenceState.SINGLE_SOURCE: "info",
    EvidenceState.DISPUTED: "danger",
    EvidenceState.UNSUPPORTED: "",
}
"""The colours of states, as Unfold calls them."""


class EvidenceMarks(PlainAdmin):
    """Mixed into the admin of records: marks the fields of stored ones that have evidence."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Read the marks and put those of fields before their help texts."""
        record = kwargs.get("obj")
        if record and self.model in STATED:
            marks = page_of(request).marks = read_marks(record)
            _mark_fields(context["adminform"].form, marks)
        return super().render_change_form(request, context, *args, **kwargs)


class MarkedRows(PlainInline):
    """Mixed into the inlines of records: adds the mark to each row of a list of facts."""

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show the mark after the columns."""
        return (*super().get_fields(request, obj), *self._mark(obj))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nobody types a mark."""
        return (*super().get_readonly_fields(request, obj), *self._mark(obj))

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Keep the page, whose marks are read when it is rendered."""
        self.page = page_of(request)
        return super().get_formset(request, obj, **kwargs)

    @admin.display(description="Evidence", empty_value="")
    def evidence_mark(self, row: OwnedRow) -> SafeString | str:
        """Show the mark of a stored row."""
        return self.page.marks.get((self._fact(), row.position), "") if row.pk else ""

    def _mark(self, record: Record | None) -> tuple[str, ...]:
        return ("evidence_mark",) if record and record.pk and self._fact() else ()

    def _fact(self) -> str:
        """Name the list as documents do, or nothing when it is none that claims bear out."""
        field: Any = self.model._meta.get_field(self.model.owner)
        lists = STATED.get(field.related_model, {}).items()
        return next((fact for fact, rows in lists if rows == field.remote_field.related_name), "")


def read_marks(record: Record) -> Marks:
    """Mark what a record says, as it is stored: one query for its document, one for the claims."""
    document = record.document or render(type(record), [record.pk])[record.pk]
    content = orjson.loads(document)
    grades = read_grades(claims_in(content), drafts=False)
    facts = evidenced_facts(type(record), content, grades)
    marks = {(fact["field"], fact["row"]): _mark(fact) for fact in facts}
    return {
        (field, position): marks[field, row]
        for field in STATED[type(record)]
        for position, row in _places(content, field)
        if (field, row) in marks
    }


def _places(content: Mapping[str, Any], field: str) -> list[tuple[int | None, str | None]]:
    """Pair the positions of a field's rows with their names; a plain field has one place."""
    if is_list(content[field]):
        return [(place, row_name(field, row)) for place, row in enumerate(content[field])]
    return [(None, None)]


def _mark(fact: Mapping[str, Any]) -> SafeString:
    state = EvidenceState(fact["state"])
    claims = ", ".join(dict.fromkeys(each["claim"]["id"] for each in fact["claims"]))
    context = {
        "text": state.label,
        "label_title": f"{state.definition} {claims}".strip(),
        "variant": VARIANTS[state],
        "href": "#evidence-group",
        "size": "md",
        "class": "accord-mark",
    }
    return render_to_string("unfold/helpers/label.html", context)


def _mark_fields(form: Any, marks: Marks) -> None:
    """Mark the inputs and, for those who only read, the values."""
    texts = dict(form._meta.help_texts or {})
    for (fact, position), mark in marks.items():
        name = COLUMNS.get(fact, fact)
        if position is not None:
            continue
        if name in form.fields:
            form[name].help_text = _before(mark, form[name].help_text)
        else:
            texts[name] = _before(mark, help_text_for_field(name, form._meta.model))
    form._meta.help_texts = texts


def _before(mark: SafeString, text: str) -> SafeString:
    return format_html("{} <span>{}</span>", mark, text) if text else mark
