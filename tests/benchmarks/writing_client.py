"""A client that writes over a connection that stays open."""

import http.client
import json
from types import TracebackType
from typing import Any, Self

from tests.support.writers import Answer

_PATIENCE = 60  # seconds for one answer


class WritingClient:
    """One connection to a server on the loopback address, with a client's token."""

    def __init__(self, port: int, token: str) -> None:
        """Name the port and the value of the header Authorization."""
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        self._headers = {"Authorization": token, "Content-Type": "application/json"}

    def __enter__(self) -> Self:
        """Connect with the first request."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the connection."""
        self._connection.close()

    def send(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Answer:
        """Send a request and read its answer; a read is sent again if the connection was closed.

        granian closes it when a request is refused before its body has come. A write is not sent
        again: nobody knows whether it was done.
        """
        try:
            return self._send(method, path, body, headers or {})
        except ConnectionError:
            if method != "GET":
                raise
            self._connection.close()
            return self._send(method, path, body, headers or {})

    def _send(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
        content = None if body is None else json.dumps(body).encode()
        self._connection.request(method, path, content, self._headers | headers)
        answer = self._connection.getresponse()
        return Answer(answer.status, answer.headers.get("ETag", ""), answer.read())
