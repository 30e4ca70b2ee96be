"""Lines put together to pieces worth sending."""

from collections.abc import Generator, Iterable

SIZE = 64 * 1024
"""Bytes after which a piece is sent."""


def chunks(lines: Iterable[bytes]) -> Generator[bytes, None, None]:
    """Join lines to pieces of about `SIZE`."""
    waiting: list[bytes] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= SIZE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)
