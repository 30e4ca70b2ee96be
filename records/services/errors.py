"""What a write can fail with beside a ValidationError."""

from records.enums import ChangeAction, ReviewStatus
from records.models import Record


class StaleRevisionError(Exception):
    """The record was changed since the caller read it."""

    def __init__(self, public_id: str, *, expected: int, current: int) -> None:
        """Say which revision the caller knew and which one is stored."""
        self.expected, self.current = expected, current
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
