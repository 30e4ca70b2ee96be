"""A record in words, on one page: its fields, and the rows that it owns as sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from records.admin.fields import LABELS
from records.admin.labels import LabelsByModel, label
from records.admin.titles import item_title, measure_title
from records.admin.wording import in_words
from records.models import AgreementItem, Citation, Claim, Measure, OwnedRow, Record, Source
from records.values.measure_sentences import grouped


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words; what it refers to has an address."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field with its value; `long` text stands below its label."""

    label: str
    value: Value
    long: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """An owned list: each row is a sentence, or values one after the other."""

    title: str
    rows: list[list[Value]]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: the source with its addresses, and the words cited when not the whole claim."""

    source: Value
    links: list[Value]
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole record in words."""

    facts: list[Fact]
    citations: list[Cited]
    lists: list[Rows]


_TOLD: dict[type[OwnedRow], tuple[str, ...]] = {
    Measure: ("weapon_system", "category", "object_words", "period_words", "outcome"),
    AgreementItem: ("weapon_system", "category"),
}
"""Columns that are shown beside the sentence of rows that have one."""


def shown(
    record: Record, fieldsets: Iterable[Any], inlines: Iterable[Any], labels: LabelsByModel
) -> Shown:
    """Show a record as `load_whole` reads it, in the order of its form."""
    for row in _all_rows(record):
        _want(row, labels)
    names = [*_names(options["fields"] for _, options in fieldsets), "notes"]
    facts = [fact for name in names if (fact := _fact(record, name, labels))]
    cited = list(record.citations.all()) if isinstance(record, Claim) else []
    if isinstance(record, Claim):
        quotes = [row.quote for row in cited if row.quote]
        facts[0] = replace(facts[0], value=Value(marked(record.text, quotes)))
    lists = [_rows(record, inline, labels) for inline in inlines if inline.model is not Citation]
    return Shown(facts, list(_citations(cited)), [each for each in lists if each.rows])


def marked(text: str, parts: Iterable[str]) -> SafeString:
    """Mark every place of some parts in a text; those that are not in it change nothing."""
    wanted = "|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True))
    pieces = re.split(f"({wanted})", text) if wanted else [text]
    return format_html_join(
        "",
        "{}",
        ((format_html("<mark>{}</mark>", piece) if number % 2 else piece,)
         for number, piece in enumerate(pieces)),
    )  # fmt: skip


def address_of(record: models.Model) -> str:
    """Return where the desk shows a record or category."""
    return reverse(f"admin:records_{record._meta.model_name}_change", args=[record.pk])


def _all_rows(record: Record) -> Iterator[models.Model]:
    yield record
    for name in record.owned:
        yield from getattr(record, name).all()


def _keys(row: models.Model) -> "Iterator[models.ForeignKey[Any, Any]]":
    for field in row._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.name != getattr(row, "owner", ""):
            yield field


def _want(row: models.Model, labels: LabelsByModel) -> None:
    """Let all labels of a model be read together."""
    for field in _keys(row):
        labels[field.related_model].want(getattr(row, field.attname))


def _names(fields: Iterable[Any]) -> Iterator[str]:
    """Yield the names of fields that a form groups in lines."""
    for each in fields:
        if isinstance(each, str):
            yield each
        else:
            yield from _names(each)


def _fact(record: Record, name: str, labels: LabelsByModel) -> Fact | None:
    value = _value(record, name, labels)
    if value is None:
        return None
    field: Any = record._meta.get_field(name)
    named = LABELS.get(name) or str(field.verbose_name).capitalize()
    return Fact(named, value, isinstance(field, models.TextField))


def _value(row: models.Model, name: str, labels: LabelsByModel) -> Value | None:
    field: Any = row._meta.get_field(name)
    value = field.value_from_object(row)
    if value in (None, ""):
        return None
    if isinstance(field, models.DecimalField):
        return Value(grouped(value))
    text = in_words(field, value, labels)
    if isinstance(field, models.ForeignKey):
        return Value(text, address_of(field.related_model(pk=value)))
    return Value(text)


def _rows(record: Record, inline: Any, labels: LabelsByModel) -> Rows:
    field = inline.model._meta.get_field(inline.model.owner)
    rows = list(getattr(record, field.remote_field.related_name).all())
    title = str(inline.verbose_name_plural or f"{inline.verbose_name}s").capitalize()
    return Rows(title, [list(_told(inline, row, rows, labels)) for row in rows])


def _told(
    inline: Any, row: OwnedRow, rows: Sequence[Any], labels: LabelsByModel
) -> Iterator[Value]:
    if isinstance(row, Measure):
        yield Value(measure_title(row, rows))
    elif isinstance(row, AgreementItem):
        yield Value(item_title(row, labels))
    names = _TOLD.get(type(row)) or [name for name in _names(inline.fields) if name != "place"]
    for name in names:
        value = _value(row, name, labels)
        if value:
            yield value


def _citations(rows: Sequence[Citation]) -> Iterator[Cited]:
    sources = Source.objects.defer("document").in_bulk({row.source_id for row in rows})
    for row in rows:
        source = sources[row.source_id]
        links = (Value("Original", source.url), Value("Archived copy", source.archived_url))
        yield Cited(
            source=Value(label(source), address_of(source)),
            links=[link for link in links if link.address],
            locator=row.locator,
            quote=row.quote,
        )
