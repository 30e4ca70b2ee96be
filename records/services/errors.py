"""What a write can fail with beside a ValidationError."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.core.exceptions import ValidationError

from records.enums import ChangeAction, ReviewStatus
from records.models import Merge, Record
from records.values.public_ids import format_public_id

Checked = TypeVar("Checked")


class EntriesRefusedError(Exception):
    """Some of several records are wrong: `errors` has the ValidationErrors by place in the list."""

    def __init__(self, errors: dict[int, ValidationError]) -> None:
        """Take the errors; there is at least one."""
        self.errors = errors
        super().__init__(f"{len(errors)} of the records are wrong.")


def check_each(things: Iterable[Checked], check: Callable[[Checked], None]) -> None:
    """Check all things; raise EntriesRefusedError with what is wrong with those that are."""
    errors = {}
    for position, thing in enumerate(things):
        try:
            check(thing)
        except ValidationError as error:
            errors[position] = error
    if errors:
        raise EntriesRefusedError(errors)


class StaleRevisionError(Exception):
    """The record was changed since the caller read it."""

    def __init__(self, public_id: str, *, expected: int, current: int) -> None:
        """Say which revision the caller knew and which one is stored."""
        self.public_id, self.expected, self.current = public_id, expected, current
        super().__init__(
            f"{public_id} is at revision {current}, not {expected}: read it again and repeat."
        )


class NotPermittedError(Exception):
    """The person may not do this."""

    def __init__(self, permission: str) -> None:
        """Name the permission that is missing, as `user.has_perm` takes it."""
        self.permission = permission
        super().__init__(
            f"Your account lacks the permission “{permission}”. Ask an administrator of the "
            "register for it."
        )


class ReviewError(Exception):
    """The step does not begin where the record stands, or is for another person to take.

    `code` is `wrong_review_status` or `own_work`.
    """

    def __init__(self, record: Record, action: ChangeAction, *, own: bool = False) -> None:
        """Say where the record stands, or that a second person is needed."""
        self.code = "own_work" if own else "wrong_review_status"
        state = ReviewStatus(record.review_status).label.lower()
        super().__init__(
            f"You entered, changed or submitted {record.public_id}: a second person publishes it."
            if own
            else f"{record.public_id} is “{state}”, so it cannot be "
            f"“{ChangeAction(action).label.lower()}”."
        )


class MergedError(Exception):
    """The record was merged; `survivor` is the public id of the one that answers for it."""

    def __init__(self, record: Record) -> None:
        """Find the record that is to be written instead."""
        number = Merge.objects.survivor_of(record.record_type, record.pk)
        self.survivor = format_public_id(record.record_type, number) if number else ""
        super().__init__(
            f"{record.public_id} was merged into {self.survivor}: change that one, or undo the "
            "merge."
        )


class MergeError(Exception):
    """Two records cannot be merged, or a merge cannot be undone, as they stand.

    `code` is `wrong_review_status`, `survivor_not_public`, `not_merged` or `changed_since`.
    """

    def __init__(self, code: str, detail: str) -> None:
        """Take the text for whoever asked."""
        self.code = code
        super().__init__(detail)
