"""The form with which a digest comes to the desk."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextareaWidget

from records.admin.codes import LanguageFormField
from records.admin.labels import LabelsByModel
from records.admin.lines import LinesField
from records.admin.proposals import fields
from records.ingest.reading import Digest, DigestError, read_digest
from records.ingest.reading.limits import MAX_BYTES
from records.models import Citation, Source

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DigestForm(forms.Form):
    """A digest as a text or a file, with what is known of it."""

    text = LinesField(
        label="Text",
        required=False,
        strip=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 10, "dir": "auto"}),
        help_text="One statement a line, or running paragraphs.",
    )
    file = forms.FileField(
        label="Or a file",
        required=False,
        max_length=200,
        widget=UnfoldAdminFileFieldWidget,
        help_text="Plain text, JSON Lines, an HTML page, RSS or Atom.",
    )
    source = fields.reference("Source", Citation, "source")
    published = fields.date("Published")
    language = LanguageFormField(label="Language", required=False)

    digest: Digest
    name = ""
    content = b""

    def __init__(self, *args: Any) -> None:
        """Take Form's arguments."""
        super().__init__(*args)
        self.fields["source"].help_text = "Empty: the digest's own, made if it is not there yet."
        self.fields["published"].help_text = "The day from which words such as “Thursday” count."
        self.fields["language"].help_text = "Empty: told from the words."
        source: Any = self.fields["source"].widget
        source.labels = LabelsByModel()[Source]

    def clean_published(self) -> str:
        """Refuse a date that is longer than a day."""
        published: str = self.cleaned_data["published"]
        if published and not _DAY.fullmatch(published):
            raise ValidationError("Give a day, such as 2025-04-04, or nothing.")
        return published

    def clean_source(self) -> Source | None:
        """Find the source."""
        chosen = self.cleaned_data["source"]
        if chosen is None:
            return None
        source = Source.objects.defer("document").filter(pk=chosen.pk).first()
        if source is None:
            raise ValidationError(f"There is no source {chosen.public_id}.")
        return source

    def clean(self) -> dict[str, Any]:
        """Read the digest; what is wrong with it stands beside the text or the file."""
        values = self.cleaned_data
        text, file = values.get("text"), values.get("file")
        if bool(text) == bool(file) and not self.errors:
            self.add_error("text", "Give either a text or a file.")
        elif not self.errors:
            self._read("file" if file else "text", text or "", file)
        return values

    def _read(self, field: str, text: str, file: Any) -> None:
        self.name = file.name if file else ""
        self.content = file.read(MAX_BYTES + 1) if file else text.encode()
        try:
            self.digest = read_digest(
                self.content, name=self.name, language=self.cleaned_data["language"]
            )
        except DigestError as error:
            self.add_error("language" if error.code == "bad_language" else field, str(error))

    @property
    def asked(self) -> dict[str, Any]:
        """What was said of the digest, as the address of its page has it."""
        source = self.cleaned_data["source"]
        said = {"source": source and source.pk, "published": self.cleaned_data["published"],
                "language": self.cleaned_data["language"]}  # fmt: skip
        return {name: value for name, value in said.items() if value}


class ToldForm(DigestForm):
    """What the address of a digest's page says of it; the digest itself is kept already."""

    text = None  # type: ignore[assignment]
    file = None  # type: ignore[assignment]

    def clean(self) -> dict[str, Any]:
        """Leave the digest to its page."""
        return self.cleaned_data
