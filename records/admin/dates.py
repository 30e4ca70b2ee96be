"""Dates as editors type them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.urls import reverse_lazy
from unfold.widgets import UnfoldAdminTextInputWidget

from records.values.dates_as_typed import normalise
from records.values.edtf import EdtfError, parse_edtf


class DateInput(UnfoldAdminTextInputWidget):
    """A text field with what is stored, and the days that it can mean, below it."""

    template_name = "records/admin/reading.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Take the widget's attributes."""
        super().__init__(
            {
                "placeholder": "2024, 2024-02, Q1 2024 …",
                "data-date": reverse_lazy("admin:date"),
                **(attrs or {}),
            }
        )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the reading of the value."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context | {"reading": reading(value or "")}


class EdtfFormField(forms.CharField):
    """Accepts the ways in which people write a date and gives EDTF."""

    def to_python(self, value: Any) -> str:
        """Normalise the text; refuse what has more than one reading."""
        text = super().to_python(value) or ""
        if not text:
            return ""
        try:
            return normalise(text)
        except EdtfError as error:
            raise ValidationError(str(error), code=error.code) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what is stored with what would be."""
        try:
            data = normalise(data) if data else data
        except EdtfError:
            return True
        return super().has_changed(initial, data)


def read_date(request: HttpRequest) -> JsonResponse:
    """Read the date in the parameter `text` while it is typed: its reading, or what is wrong."""
    text = request.GET.get("text", "")
    try:
        normalise(text)
    except EdtfError as error:
        return JsonResponse({"reading": "", "error": str(error) if text else ""})
    return JsonResponse({"reading": reading(text), "error": ""})


def reading(text: str) -> str:
    """Show what would be stored and its bounds: `2024-33 · 2024-01-01 to 2024-03-31`."""
    if not text:
        return ""
    try:
        date = parse_edtf(normalise(text))
    except EdtfError:
        return ""
    earliest = date.earliest.isoformat() if date.earliest else ""
    latest = date.latest.isoformat() if date.latest else ""
    if earliest == latest:
        days = earliest
    elif not earliest:
        days = f"until {latest}"
    elif not latest:
        days = f"from {earliest}"
    else:
        days = f"{earliest} to {latest}"
    notes = [note for note, holds in (("approximate", date.approximate),
                                      ("uncertain", date.uncertain)) if holds]  # fmt: skip
    return " · ".join([date.text, days, *notes])
