"""Rules for text."""

import unicodedata

from django.core.exceptions import ValidationError

_ALLOWED_CONTROLS = frozenset("\n\t")

PLAIN_TEXT_PATTERN = r"^[^\u0000-\u0008\u000B-\u001F\u007F-\u009F]*$"
"""The same rule for clients, whose texts have no lone surrogates anyway."""


def validate_plain_text(value: str) -> None:
    """Refuse control characters and lone surrogates, which no database stores alike."""
    for position, character in enumerate(value):
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and character not in _ALLOWED_CONTROLS):
            raise ValidationError(
                "Character U+%(code)s at position %(position)d cannot be stored; remove it.",
                code="forbidden_character",
                params={"code": f"{ord(character):04X}", "position": position},
            )
