"""What is wrong with a value, and how to put it right."""

from collections.abc import Sequence

from records.api.errors import nearest
from records.values.quoting import quote

MOST_LISTED = 30


class BadValueError(ValueError):
    """One value cannot be used; the text names it and how to put it right."""

    def __init__(self, code: str, detail: str) -> None:
        """Take the code of the problem and the sentence for the client."""
        super().__init__(detail)
        self.code = code


class BadValuesError(ValueError):
    """Everything that is wrong with the values of one parameter."""

    def __init__(self, *errors: BadValueError) -> None:
        """Take the errors, at least one."""
        super().__init__(*errors)
        self.errors = errors


def unlisted(code: str, text: str, known: Sequence[str]) -> BadValueError:
    """Build the error of a value that is not on a list, with the nearest that are."""
    near = nearest(text, known)
    hint = f"Nearest: {', '.join(near)}." if near else f"Accepted: {', '.join(known[:MOST_LISTED])}"
    hint += "" if near else "." if len(known) <= MOST_LISTED else ", …"
    return BadValueError(code, f"{quote(text)} is not an accepted value. {hint}")
