"""How a text file says that it is whole: its last line has what came before."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256


def sealed(
    head: Iterable[bytes], rows: Iterable[bytes], end: Callable[[int, str], bytes]
) -> Iterator[bytes]:
    """Yield the lines of a file and the last one.

    `end` writes that from the number of rows and the SHA-256 of all bytes before it, in
    hexadecimal.
    """
    digest = sha256()
    for line in head:
        digest.update(line)
        yield line
    count = 0
    for count, line in enumerate(rows, start=1):  # noqa: B007 counted to the end
        digest.update(line)
        yield line
    yield end(count, digest.hexdigest())
