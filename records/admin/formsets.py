"""Owned lists in a form: whole lists of new rows, in the order in which they stand."""

import re
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms.formsets import (
    DELETION_FIELD_NAME,
    INITIAL_FORM_COUNT,
    MAX_NUM_FORM_COUNT,
    MIN_NUM_FORM_COUNT,
    TOTAL_FORM_COUNT,
    BaseFormSet,
)
from django.http import QueryDict

from records.admin.forms import RowForm
from records.admin.page import Page
from records.models import OwnedRow

if TYPE_CHECKING:
    PlainFormSet = forms.BaseInlineFormSet[Any, Any, RowForm]
else:
    PlainFormSet = forms.BaseInlineFormSet

Row = dict[str, list[str]]
"""The values posted for a row, by field."""


class OwnedFormSet(PlainFormSet):
    """The rows of one owned list.

    What is posted replaces the list, so no posted row stands for a stored one: each is a new row,
    and rows that were removed are not there any more. `save_record` recognises those that stay.
    """

    model: type[OwnedRow]
    prefix: str

    def __init__(self, data: Any = None, *args: Any, page: Page, **kwargs: Any) -> None:
        """Take BaseInlineFormSet's arguments and the page that the list stands on."""
        self.page = page
        prefix = kwargs.get("prefix") or self.get_default_prefix()
        super().__init__(data and compacted(data, prefix), *args, **kwargs)

    @property
    def rows(self) -> list[RowForm]:
        """The forms that somebody has filled in."""
        return [form for form in self.forms if form.has_changed()]

    def whole_list(self) -> list[OwnedRow]:
        """Return the rows to store."""
        return [form.instance for form in self.rows]

    def initial_form_count(self) -> int:
        """Count the rows that are shown as rows of the list, rather than as room for new ones."""
        return self.total_form_count() if self.is_bound else super().initial_form_count()

    def get_queryset(self) -> Any:
        """Return the stored rows, or those that were posted."""
        if self.is_bound:
            return [form.instance for form in self.forms]
        return super().get_queryset()

    def _construct_form(self, i: int, **kwargs: Any) -> RowForm:
        """Build the form of a posted row from nothing but what was posted."""
        if self.is_bound:
            build: Any = BaseFormSet._construct_form  # type: ignore[attr-defined]
            return cast("RowForm", build(self, i, **(kwargs | {"empty_permitted": True})))
        return cast("RowForm", super()._construct_form(i, **kwargs))  # type: ignore[misc]

    def add_fields(self, form: RowForm, index: int | None) -> None:
        """Show the primary key, which the templates ask for, without reading it."""
        super().add_fields(form, index)
        form.fields[self.model._meta.pk.name] = forms.CharField(
            required=False, disabled=True, initial=form.instance.pk, widget=forms.HiddenInput
        )

    def clean(self) -> None:
        """Leave rules over several rows to the service."""

    def full_clean(self) -> None:
        """Read the rows and add the errors of the service, if it has refused them."""
        super().full_clean()
        if not self.is_bound or self.page.refusal is None:
            return
        rows = self.rows
        for position, errors in self.page.refusal.of_list(self.prefix).items():
            rows[position].take(errors)


def compacted(data: QueryDict, prefix: str) -> QueryDict:
    """Return what was posted for one list: the rows that stay, in their order, numbered from 0.

    What is malformed is returned as it is, for the formset to complain about.
    """
    total = _number(data.get(f"{prefix}-{TOTAL_FORM_COUNT}"))
    if total is None:
        return data
    pattern = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,9}})-(\w+)")
    posted: dict[int, Row] = {}
    for key in data:
        match = pattern.fullmatch(key)
        if match and int(match[1]) < total:
            posted.setdefault(int(match[1]), {})[match[2]] = data.getlist(key)
    places = sorted(posted, key=lambda number: (_place(posted[number]), number))
    stay = [posted[number] for number in places if not _last(posted[number], DELETION_FIELD_NAME)]
    kept = QueryDict(mutable=True)
    for number, row in enumerate(stay):
        for name, values in (row | {"place": [str(number)]}).items():
            kept.setlist(f"{prefix}-{number}-{name}", values)
    for name in (TOTAL_FORM_COUNT, INITIAL_FORM_COUNT):
        kept[f"{prefix}-{name}"] = str(len(stay))
    for name in (MIN_NUM_FORM_COUNT, MAX_NUM_FORM_COUNT):
        kept[f"{prefix}-{name}"] = data.get(f"{prefix}-{name}", "")
    return kept


def _place(row: Row) -> float:
    """Where a row asks to stand; rows that do not say so come last."""
    place = _number(_last(row, "place"))
    return float("inf") if place is None else place


def _last(row: Row, name: str) -> str:
    return (row.get(name) or [""])[-1]


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch("[0-9]{1,9}", text) else None
