"""What a file says about itself: what was asked, when, and of which state of the register."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from records.models import Change


@dataclass(frozen=True, slots=True)
class Preamble:
    """The request, the time of the answer, and the number of the last public change in it."""

    query: str
    generated_at: datetime
    last_change: int

    @classmethod
    def of(cls, request: HttpRequest) -> "Preamble":
        """Describe the answer to a request made now; one query."""
        last = Change.objects.public().order_by("-public_sequence").values_list("public_sequence")
        newest = last.first()
        return cls(request.get_full_path(), timezone.now(), (newest and newest[0]) or 0)

    def lines(self) -> tuple[str, ...]:
        """Write it as lines of text."""
        version = settings.SPECTACULAR_SETTINGS["VERSION"]
        at = self.generated_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        return (
            f"Accord, API version {version}",
            f"query: {self.query}",
            f"generated: {at}, with all public changes up to number {self.last_change}",
        )
