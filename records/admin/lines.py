"""Text of several lines, which browsers send with two characters at the end of each."""

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """Text as it was typed."""

    def to_python(self, value: Any) -> str | None:
        """End lines as the register does."""
        text: str | None = super().to_python(value)
        return text and text.replace("\r\n", "\n")
