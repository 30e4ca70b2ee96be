"""What every vocabulary is."""

from typing import Self

from django.db.models import TextChoices


class Vocabulary(TextChoices):
    """A closed list of codes, each with a label and a definition.

    A member is written `NAME = "code", "Definition.", "Label"`: Django takes the last text as the
    label. The definition is one sentence by which two editors choose the same code.
    """

    definition: str

    def __new__(cls, value: str, definition: str = "") -> Self:
        """Make a member. The default only serves look-ups by code, which type checkers read so."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        return member
