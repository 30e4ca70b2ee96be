"""What the parts of one change form share while one request is answered."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest
from django.utils.safestring import SafeString

from records.admin.labels import LabelsByModel
from records.services.errors import StaleRevisionError

FieldErrors = dict[str, list[ValidationError]]

Marks = dict[tuple[str, int | None], SafeString]
"""Marks by fact, and by position for rows of a list."""


class RefusedError(Exception):
    """The service refused what a form asks for; nothing is stored."""

    def __init__(self, cause: ValidationError | StaleRevisionError) -> None:
        """Keep the service's own error."""
        self.cause = cause
        super().__init__(str(cause))

    @property
    def stale(self) -> StaleRevisionError | None:
        """The error that another write came first, if it is that."""
        return self.cause if isinstance(self.cause, StaleRevisionError) else None

    def of_record(self) -> FieldErrors:
        """Return the errors of the record's own fields."""
        if self.stale:
            return {}
        return {path: found for path, found in self._by_path().items() if "." not in path}

    def of_list(self, name: str) -> dict[int, FieldErrors]:
        """Return the errors of one owned list, by position and field."""
        rows: dict[int, FieldErrors] = defaultdict(dict)
        if not self.stale:
            for path, found in self._by_path().items():
                owner, _, rest = path.partition(".")
                if owner == name and rest:
                    position, _, column = rest.partition(".")
                    rows[int(position)][column or NON_FIELD_ERRORS] = found
        return dict(rows)

    def _by_path(self) -> FieldErrors:
        if hasattr(self.cause, "error_dict"):
            return dict(self.cause.error_dict)
        return {NON_FIELD_ERRORS: list(getattr(self.cause, "error_list", []))}


@dataclass
class Page:
    """One change form: its labels, its marks of evidence and, when it was refused, why."""

    labels: LabelsByModel = field(default_factory=LabelsByModel)
    marks: Marks = field(default_factory=dict)
    refusal: RefusedError | None = None


def page_of(request: HttpRequest) -> Page:
    """Return the page of a request, the same one each time."""
    page: Page = request.__dict__.setdefault("desk_page", Page())
    return page
