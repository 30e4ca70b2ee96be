"""Names of formats: what `format=` and the header Accept can ask for.

Views write their answers themselves, so these say only what is offered.
"""

from typing import Any

from rest_framework.renderers import BaseRenderer


class Format(BaseRenderer):
    """A format by its name and its media type."""

    description = "The same answer."

    def render(self, data: Any, *_: Any) -> bytes:
        """Refuse: a view that offers the format writes it."""
        raise NotImplementedError


class Json(Format):
    """The usual format of the API."""

    media_type = "application/json"
    format = "json"


class Svg(Format):
    """A picture."""

    media_type = "image/svg+xml"
    format = "svg"
    description = (
        "A picture of the answer (SVG 1.1), readable in black and white and by screen readers: "
        "every mark has a title with its numbers, and notes say what is not drawn. The same data "
        "make the same bytes."
    )


class Csv(Format):
    """A table for spreadsheets and data frames."""

    media_type = "text/csv"
    format = "csv"
    description = (
        "A table (RFC 4180, UTF-8) of `results`: nested members in columns with dotted names, "
        "lists of values separated by semicolons. Lines that begin with `# ` say before it what "
        "was asked and when, and after it how many rows there are: without that last line the "
        "file is not whole."
    )
