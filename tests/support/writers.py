"""Writers who change the same records, each for the revision that it has read.

Every record counts its updates in its name, and those of each writer in one of its names, so that
a lost update shows in both and an update made twice too.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

OK, STALE = 200, 412
REASON = {"X-Change-Reason": "Counted up."}
_ATTEMPTS = 1000
"""Of one update; far more than writers in turn ever need."""


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    etag: str
    content: bytes

    @property
    def document(self) -> dict[str, Any]:
        """The body as parsed JSON."""
        document: dict[str, Any] = json.loads(self.content)
        return document


class Send(Protocol):
    """Sends a request: method, path, body as JSON, and headers."""

    def __call__(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Answer: ...


@dataclass
class Writer:
    """One client, and what it was told."""

    name: str
    send: Send
    statuses: Counter[int] = field(default_factory=Counter)
    """How many updates got which status."""
    revisions: list[tuple[str, int]] = field(default_factory=list)
    """Path and revision of each update that was made."""

    def insist(self, path: str) -> None:
        """Update an organization, again for as long as another one was faster."""
        for _ in range(_ATTEMPTS):
            answer = self._update(path)
            self.statuses[answer.status] += 1
            if answer.status == OK:
                self.revisions.append((path, answer.document["revision"]))
            if answer.status != STALE:
                return

    def _update(self, path: str) -> Answer:
        read = self.send("GET", path)
        counted = tally(read.document)
        counted[self.name] += 1
        body = {
            "name": str(int(read.document["name"]) + 1),
            "names": [{"text": f"{name}: {number}", "kind": "short"}
                      for name, number in counted.items()],
        }  # fmt: skip
        return self.send("PATCH", path, body, {"If-Match": read.etag, **REASON})


def tally(document: Mapping[str, Any]) -> Counter[str]:
    """Read from an organization how many updates of each writer are in it."""
    pairs = (name["text"].split(": ") for name in document["names"])
    return Counter({name: int(number) for name, number in pairs})


def lost_or_doubled(
    writers: Iterable[Writer], paths: Iterable[str], read: Callable[[str], Mapping[str, Any]]
) -> list[str]:
    """Compare the records with what the writers were told; say what does not agree."""
    told = [(path, revision, writer.name)
            for writer in writers for path, revision in writer.revisions]  # fmt: skip
    wrong = []
    for path in paths:
        document = read(path)
        made = sorted(revision for where, revision, _ in told if where == path)
        if made != list(range(2, document["revision"] + 1)):
            wrong.append(f"{path}: revisions {made} of {document['revision']}")
        if int(document["name"]) != len(made):
            wrong.append(f"{path}: counts {document['name']} updates of {len(made)}")
        by_writer = Counter(name for where, _, name in told if where == path)
        if tally(document) != by_writer:
            wrong.append(f"{path}: counts {tally(document)} of {by_writer}")
    return wrong
