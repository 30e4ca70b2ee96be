"""Every name that can be recognized: those of the register and of the reference lists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names with what they mean, ready for matching."""

    @classmethod
    def of_register(cls) -> "Lexicon":
        """Read the register's names and the reference lists."""
        return cls()
