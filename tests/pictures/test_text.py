"""Names as a drawing can hold them."""

import pytest

from records.pictures.text import clean, shortened, width, wrapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two\tlines\nin one ", "two lines in one"),
        ("NUL\0 and bell\x07", "NUL and bell"),
        ("\u202egnihton\u202c is turned round", "gnihton is turned round"),
        ("\ufeffno \ufffe\uffff\ud800 characters", "no characters"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 3),
        ("क\u200dष", "क\u200dष"),
        ("國防部 🇺🇦", "國防部 🇺🇦"),
        ("<b>&amp;", "<b>&amp;"),
        ("", ""),
    ],
)
def test_text_is_cleaned(text, expected):
    assert clean(text) == expected


@pytest.mark.parametrize("text", ["Ukraine", "國防部", "وزارة الدفاع", "W" * 500, "", "i"])
def test_shortened_text_fits(text):
    short = shortened(text, 12, 80)
    assert width(short, 12) <= 80
    assert short == text or short.endswith("…")


def test_text_that_fits_is_left_alone():
    assert shortened("Ukraine", 12, 80) == "Ukraine"


def test_text_is_cut_at_a_word_without_a_stray_mark():
    assert shortened("Ministry of Defence (Ukraine)", 12, 160) == "Ministry of Defence…"


def test_wide_letters_take_more_room_and_accents_none():
    assert width("國", 10) > width("W", 10) > width("a", 10) > width("i", 10)
    assert width("é", 10) == width("e\u0301", 10)


def test_text_is_broken_into_lines_that_fit():
    rows = wrapped("one two three four five six seven", 12, 80)
    assert " ".join(rows) == "one two three four five six seven"
    assert len(rows) > 2
    assert all(width(row, 12) <= 80 for row in rows)


def test_text_of_too_many_lines_is_cut_off():
    rows = wrapped("word " * 50, 12, 80, 2)
    assert len(rows) == 2
    assert rows[1].endswith("…")


def test_word_that_is_too_long_for_a_line_goes_on_in_the_next():
    rows = wrapped(f"one {'W' * 20}", 12, 80)
    assert "".join(rows) == f"one{'W' * 20}"
    assert all(width(row, 12) <= 80 for row in rows)
