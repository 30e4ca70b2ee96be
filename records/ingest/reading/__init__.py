"""From the bytes of a news digest to its statements: plain text, JSON Lines, HTML pages, feeds.

Nothing is lost silently: what cannot be read whole is refused by a `DigestError` that says what to
do. Nothing is fetched, unpacked or expanded, and no database is asked.
"""

from records.ingest.reading.digest import Digest, DigestFormat, Statement
from records.ingest.reading.errors import DigestError
from records.ingest.reading.reader import read_digest

__all__ = ["Digest", "DigestError", "DigestFormat", "Statement", "read_digest"]
