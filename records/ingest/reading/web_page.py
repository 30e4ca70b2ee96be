"""HTML pages: their main text, found by trafilatura, without menus, scripts and footers."""

import re

from records.ingest.reading.collecting import Collector, Origin
from records.ingest.reading.digest import Content
from records.ingest.reading.errors import DigestError
from records.ingest.reading.markup import paragraphs_of, parse_html, refuse_large
from records.ingest.reading.values import read_short

_LANGUAGE = re.compile(r"""<html\b[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z-]{2,35})""", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True}  # what the page declares, no guesses


def read_web_page(text: str) -> Content:
    """Return the sentences of a page's main text, each with the day that the page declares.

    Raises DigestError.
    """
    import trafilatura  # inline import: half a second and 40 MB, for pages alone

    refuse_large(text)
    tree = parse_html(text, "Page")
    found = (
        None
        if tree is None
        else trafilatura.bare_extraction(
            tree, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        )
    )
    statements = Collector()
    if isinstance(found, trafilatura.settings.Document):
        origin = Origin(date=found.date or "")
        for number, paragraph in enumerate(paragraphs_of(found.body), start=1):
            statements.add_sentences(paragraph, f"paragraph {number}", origin)
    if not statements.statements:
        raise DigestError(
            "no_text", "The page has no text that could be told from its menus: send its text."
        )
    declared = _LANGUAGE.search(text)
    return Content(
        statements.statements,
        title=read_short(getattr(found, "title", "") or "", "title", "Page"),
        language=declared[1] if declared else "",
    )
