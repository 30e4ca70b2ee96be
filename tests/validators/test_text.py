"""Text that every database stores alike."""

import pytest
from django.core.exceptions import ValidationError

from records.validators.text import validate_plain_text


@pytest.mark.parametrize(
    "value",
    ["", "Words.", "One\nTwo\tthree", "Київ", "e\u0301", "\U0001f4a5", "\u200d", "\ufeff", "\xa0"],
)
def test_text_passes(value):
    assert validate_plain_text(value) is None


@pytest.mark.parametrize(
    ("value", "named", "position"),
    [
        ("\x00", "U+0000", 0),
        ("a\x00b", "U+0000", 1),
        ("ab\r\n", "U+000D", 2),
        ("\x1b[0m", "U+001B", 0),
        ("\x7f", "U+007F", 0),
        ("\x85", "U+0085", 0),
        ("x\ud800", "U+D800", 1),
        ("\udfff", "U+DFFF", 0),
    ],
)
def test_character_that_cannot_be_stored_is_named(value, named, position):
    with pytest.raises(ValidationError) as raised:
        validate_plain_text(value)

    assert raised.value.code == "forbidden_character"
    assert raised.value.messages == [
        f"Character {named} at position {position} cannot be stored; remove it."
    ]
