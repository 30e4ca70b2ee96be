"""What a file says about itself: what was asked, when, and of which state of the register."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from records.models import Change


@dataclass(frozen=True, slots=True)
class Preamble:
    """The request, the time of the answer, and the last public change that the answer knows."""

    query: str
    generated_at: datetime
    sequence: int
    changed_at: datetime | None

    @classmethod
    def of(cls, request: HttpRequest) -> "Preamble":
        """Describe the answer to a request made now; one query."""
        changes = Change.objects.public().order_by("-public_sequence")
        last = changes.values_list("public_sequence", "at").first()
        sequence, changed_at = last or (0, None)
        return cls(request.get_full_path(), timezone.now(), sequence or 0, changed_at)

    def content(self) -> dict[str, Any]:
        """Write it as JSON; a mirror goes on from `register.sequence` in the feed of changes."""
        return {
            "version": _version(),
            "query": self.query,
            "generated_at": _instant(self.generated_at),
            "register": {"sequence": self.sequence, "changed_at": _instant(self.changed_at)},
        }

    def facts(self) -> dict[str, Any]:
        """Write it as names and plain values."""
        facts = self.content()
        register = facts.pop("register")
        return facts | {f"register.{name}": value for name, value in register.items()}

    def lines(self) -> tuple[str, ...]:
        """Write it as lines of text, always as many."""
        return (
            f"Accord, API version {_version()}",
            f"query: {self.query}",
            f"generated_at: {_instant(self.generated_at)}",
            f"register: sequence={self.sequence}, changed_at={_instant(self.changed_at)}",
        )


def _version() -> str:
    return str(settings.SPECTACULAR_SETTINGS["VERSION"])


def _instant(instant: datetime | None) -> str | None:
    return instant.isoformat().replace("+00:00", "Z") if instant else None
