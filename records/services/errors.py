"""What a write can fail with beside a ValidationError."""


class StaleRevisionError(Exception):
    """The record was changed since the caller read it."""

    def __init__(self, public_id: str, *, expected: int, current: int) -> None:
        """Say which revision the caller knew and which one is stored."""
        self.expected, self.current = expected, current
        super().__init__(
            f"{public_id} is at revision {current}, not {expected}: read it again and repeat."
        )
