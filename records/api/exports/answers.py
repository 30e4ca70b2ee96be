"""Answers that are sent while they are read."""

from base64 import b64encode
from collections.abc import Generator, Iterable
from hashlib import file_digest, sha256
from typing import IO, Any

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone

from records.api.formats.chunks import SIZE
from records.api.formats.renderers import Format


class Begun:
    """Pieces of which the first is there already.

    What goes wrong until then is still answered with a problem, and not by breaking off.
    """

    def __init__(self, pieces: Generator[bytes, None, None]) -> None:
        """Wait for the first piece."""
        self._pieces = pieces
        self._first = next(pieces, None)

    def __iter__(self) -> "Begun":
        return self

    def __next__(self) -> bytes:
        first, self._first = self._first, None
        return next(self._pieces) if first is None else first

    def close(self) -> None:
        """End what the pieces come from; the server calls it, also when the client has left."""
        self._pieces.close()


def streamed(
    pieces: Iterable[bytes], chosen: type[Format], collection: str
) -> StreamingHttpResponse:
    """Send pieces as a file that is named after a collection and the time."""
    return StreamingHttpResponse(pieces, **_described(chosen, collection))


def stored(file: IO[bytes], chosen: type[Format], collection: str) -> FileResponse:
    """Send a file that is complete, and say how long it is and what its bytes come to."""
    file.seek(0)
    digest = b64encode(file_digest(file, sha256).digest()).decode()  # type: ignore[arg-type]
    file.seek(0)
    answer = FileResponse(file, **_described(chosen, collection))
    answer.block_size = SIZE
    answer.headers["Repr-Digest"] = f"sha-256=:{digest}:"
    return answer


def _described(chosen: type[Format], collection: str) -> dict[str, Any]:
    at = timezone.now().strftime("%Y-%m-%dT%H-%M-%SZ")
    name = f"accord-{collection}-{at}.{chosen.format}"
    return {
        "content_type": chosen.content_type or chosen.media_type,
        "headers": {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "Vary": "Authorization",
        },
    }
