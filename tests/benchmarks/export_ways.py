"""Ways to read all claims into a file; each returns the number of rows and of bytes."""

import csv
import io
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from tempfile import TemporaryFile

from django.db import connection, transaction
from django.test import Client
from openpyxl import load_workbook

from records.models import Claim
from tests.benchmarks.usual_drf import ClaimSerializer, ClaimViewSet

MOST_USUAL = 5_000
"""Rows that the usual way writes; all of them would take minutes."""

_SELECT = (
    "SELECT document FROM records_claim WHERE review_status = 'published' "
    "ORDER BY occurred_sort DESC, id DESC"
)
"""The list's default ordering."""


def ours(form: str) -> tuple[int, int]:
    """Ask our application for a file, and let go of each piece."""
    lines, size, last = 0, 0, b""
    for piece in _pieces(form):
        lines += piece.count(b"\n")
        size += len(piece)
        last = piece
    if form == "csv":
        return int(last.rpartition(b"rows=")[2].partition(b",")[0]), size
    return lines - 2, size


def workbook() -> tuple[int, int]:
    """Ask for a workbook, and read how many rows it has from its last sheet."""
    with TemporaryFile() as kept:
        for piece in _pieces("xlsx"):
            kept.write(piece)
        size = kept.tell()
        about = load_workbook(kept, read_only=True)["About"]
        return int(dict(about.iter_rows(values_only=True))["rows"]), size


def by_hand() -> tuple[int, int]:
    """Read the stored documents with a cursor of the server."""
    rows = size = 0
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(_SELECT)
        while found := cursor.fetchmany(500):
            body = b"".join(f"{document}\n".encode() for (document,) in found)
            rows, size = rows + len(found), size + len(body)
    return rows, size


def usual() -> tuple[int, int]:
    """Render each row anew, and write its members as they are."""
    written = io.StringIO()
    writer = csv.writer(written)
    rows = size = 0
    for shown in _rendered():
        writer.writerow(shown.values())
        rows += 1
        size += len(written.getvalue())
        written.seek(0)
        written.truncate()
    return rows, size


def _rendered() -> Iterator[dict[str, object]]:
    claims: Iterator[Claim] = islice(ClaimViewSet.queryset.iterator(chunk_size=500), MOST_USUAL)
    for claim in claims:
        yield ClaimSerializer(claim).data


def _pieces(form: str) -> Iterator[bytes]:
    answer = Client(HTTP_HOST="127.0.0.1").get("/api/v1/claims/", {"format": form})
    yield from answer  # type: ignore[misc]


DONE: dict[str, Callable[[], tuple[int, int]]] = {
    "jsonl": partial(ours, "jsonl"),
    "csv": partial(ours, "csv"),
    "xlsx": workbook,
    "sql": by_hand,
    "usual": usual,
}
