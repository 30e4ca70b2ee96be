"""A mirror of the register that knows nothing but the feed of changes."""

from typing import Any

import orjson


class Mirror:
    """Keeps the public documents by id, from what the feed says."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.seen = 0
        self.documents: dict[str, dict[str, Any]] = {}

    def follow(self, page_size: int = 7) -> None:
        """Read the feed to its end."""
        path = f"/api/v1/changes/?after={self.seen}&page_size={page_size}"
        while path:
            page = self.client.get(path).json()
            for entry in page["results"]:
                self._take(entry)
            path = page["next"]

    def as_bytes(self, prefix: str) -> list[bytes]:
        """Return the documents of one type of record, by number."""
        found = [(int(key.partition("-")[2]), document)
                 for key, document in self.documents.items() if key.startswith(prefix)]  # fmt: skip
        return [orjson.dumps(document) for _, document in sorted(found, key=lambda each: each[0])]

    def _take(self, entry: dict[str, Any]) -> None:
        assert entry["seq"] == self.seen + 1, "the feed has a gap"
        self.seen = entry["seq"]
        record = entry["record"]
        if entry["document"] is None:
            self.documents.pop(record["id"], None)
        else:
            self.documents[record["id"]] = entry["document"]
        for document in self.documents.values():
            _renew(document, record)


def _renew(value: Any, record: dict[str, Any]) -> None:
    """Put a record's brief in the place of the earlier ones."""
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            if isinstance(inner, dict) and inner.get("id") == record["id"]:
                inner.update(record)
            _renew(inner, record)
