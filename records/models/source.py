"""Where claims come from."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Left

from records.enums import Reliability, SourceKind
from records.models.base import RECORD_PERMISSIONS, Record, record_indexes, record_rules
from records.models.fields import (
    EarliestField,
    EdtfField,
    FoldedField,
    LanguageField,
    LatestField,
    ShortTextField,
    SortDateField,
    WordsField,
)
from records.models.rules import check, ordered_bounds, well_formed_language
from records.querysets.search import SearchColumns
from records.values.public_ids import RecordType

URL_START = 200
"""Characters of an address that are indexed: an index entry is limited in bytes."""

_SHA256 = r"^[0-9a-f]{64}$"


class Source(Record):
    """A publication that claims cite."""

    record_type = RecordType.SOURCE
    searched = SearchColumns(name="title_words", other="publisher_words")

    title = ShortTextField()
    title_folded = FoldedField(source="title")
    title_words = WordsField(source="title")
    publisher = ShortTextField(blank=True)
    publisher_folded = FoldedField(source="publisher")
    publisher_words = WordsField(source="publisher")
    kind = models.CharField(max_length=15, choices=SourceKind)
    url = models.URLField(max_length=2000, blank=True)
    archived_url = models.URLField(max_length=2000, blank=True)
    published = EdtfField(help_text="EDTF date, empty when not known.")
    published_earliest = EarliestField(source="published", null=True)
    published_latest = LatestField(source="published", null=True)
    published_sort = SortDateField(source="published")
    retrieved = EdtfField(help_text="EDTF date on which it was read.")
    retrieved_earliest = EarliestField(source="retrieved", null=True)
    retrieved_latest = LatestField(source="retrieved", null=True)
    language = LanguageField(blank=True, help_text="BCP 47 tag, empty when not known.")
    sha256 = models.CharField(
        max_length=64,
        blank=True,
        validators=[RegexValidator(_SHA256, "A sha256 is 64 lower-case hexadecimal digits.")],
        help_text="SHA-256 of the text as retrieved, in hexadecimal.",
    )
    reliability = models.CharField(
        max_length=1, choices=Reliability, default=Reliability.F, help_text="STANAG 2511 grade."
    )
    origin_group = models.SlugField(
        max_length=100,
        blank=True,
        help_text="Sources that go back to one text, such as a press release, share a group.",
    )

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        ordering = ("id",)
        constraints = (
            *record_rules("source"),
            well_formed_language("source"),
            ordered_bounds("source", "published"),
            ordered_bounds("source", "retrieved"),
            check(
                "source",
                "sha256_malformed",
                Q(sha256="") | Q(sha256__regex=_SHA256),
                "A sha256 is 64 lower-case hexadecimal digits.",
            ),
        )
        indexes = (
            *record_indexes("source"),
            models.Index(Left("url", URL_START), name="source_url"),
            models.Index(
                models.F("published_sort").desc(), models.F("id").desc(), name="source_published"
            ),
        )

    def __str__(self) -> str:
        return self.title
