"""What organizations and weapon systems have in common: other names and identifiers."""

from typing import ClassVar

from django.db import models

from records.enums import IdentifierScheme, NameKind
from records.models.base import OwnedRow, Record
from records.models.fields import FoldedField, LanguageField, ShortTextField


class NamedRecord(Record):
    """A record with other names beside the main one."""

    names_words = models.TextField(
        default="", editable=False, help_text="The words of all other names, for an index."
    )

    class Meta(Record.Meta):
        abstract = True


class OtherName(OwnedRow):
    """A name beside the main one."""

    identity: ClassVar[tuple[str, ...]] = ("text", "language", "kind")

    text = ShortTextField(help_text="The name, in its own script.")
    text_folded = FoldedField(source="text")
    language = LanguageField(blank=True, help_text="BCP 47 tag, empty when not known.")
    kind = models.CharField(max_length=15, choices=NameKind)

    class Meta(OwnedRow.Meta):
        abstract = True


class Identifier(OwnedRow):
    """The record's id in somebody else's register."""

    identity: ClassVar[tuple[str, ...]] = ("scheme", "value")

    scheme = models.CharField(max_length=15, choices=IdentifierScheme)
    value = ShortTextField(max_length=100)

    class Meta(OwnedRow.Meta):
        abstract = True
