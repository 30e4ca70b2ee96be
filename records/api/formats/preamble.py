"""What a file says about itself: what was asked, when, and of which state of the register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from records.models import Change


@dataclass(frozen=True, slots=True)
class Preamble:
    """The request, the time of the answer, and the last public change that the answer knows.

    `about` is what the answer says beside its rows, such as what it leaves out: plain values, lists
    of such, and objects of such. Lists of objects are no part of it.
    """

    query: str
    generated_at: datetime
    sequence: int
    changed_at: datetime | None
    about: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, request: HttpRequest) -> "Preamble":
        """Describe the answer to a request made now; one query.

        To be called before the rows are read, or in their snapshot: they may then hold more than
        the change that is named, and never less.
        """
        changes = Change.objects.public().order_by("-public_sequence")
        last = changes.values_list("public_sequence", "at").first()
        sequence, changed_at = last or (0, None)
        path = request.get_full_path()
        return cls(path, timezone.now(), sequence or 0, changed_at)

    def saying(self, about: Mapping[str, Any]) -> "Preamble":
        """Say what the answer says beside its rows."""
        return replace(self, about=_said(about))

    def content(self) -> dict[str, Any]:
        """Write it as JSON; a mirror goes on from `register.sequence` in the feed of changes."""
        return {
            "version": _version(),
            "query": self.query,
            "generated_at": _instant(self.generated_at),
            "register": {"sequence": self.sequence, "changed_at": _instant(self.changed_at)},
            **({"answer": self.about} if self.about else {}),
        }

    def facts(self) -> dict[str, Any]:
        """Write it as names and plain values."""
        return dict(_flat(self.content()))

    def lines(self) -> tuple[str, ...]:
        """Write it as lines of text, always in the same order."""
        return (
            f"Accord, API version {_version()}",
            f"query: {self.query}",
            f"generated_at: {_instant(self.generated_at)}",
            f"register: sequence={self.sequence}, changed_at={_text(_instant(self.changed_at))}",
            *(f"{name}: {_line(value)}" for name, value in self.about.items()),
        )


def _said(about: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what is not a list of objects, nor empty."""
    found: dict[str, Any] = {}
    for name, value in about.items():
        match value:
            case dict():
                found[name] = _said(value)
            case list() | tuple():
                if not any(isinstance(each, dict) for each in value):
                    found[name] = ", ".join(map(_text, value))
            case None | bool() | int():
                found[name] = value
            case _:
                found[name] = _text(value)
    return {name: value for name, value in found.items() if value not in ({}, "")}


def _flat(facts: Mapping[str, Any], way: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in facts.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{way}{name}.")
        else:
            yield f"{way}{name}", value


def _line(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}={_text(each)}" for name, each in _flat(value))
    return _text(value)


def _text(value: Any) -> str:
    """Write a plain value in one line."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
    return " ".join(str(value).split())


def _version() -> str:
    return str(settings.SPECTACULAR_SETTINGS["VERSION"])


def _instant(instant: datetime | None) -> str | None:
    return instant.isoformat().replace("+00:00", "Z") if instant else None
