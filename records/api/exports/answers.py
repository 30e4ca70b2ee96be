"""Answers that are sent while they are read."""

from collections.abc import Generator, Iterable

from django.http import StreamingHttpResponse
from django.utils import timezone

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
    """Send a file that is named after a collection and the time."""
    at = timezone.now().strftime("%Y-%m-%dT%H-%M-%SZ")
    name = f"accord-{collection}-{at}.{chosen.format}"
    return StreamingHttpResponse(
        pieces,
        content_type=chosen.content_type or chosen.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "Vary": "Authorization",
        },
    )
