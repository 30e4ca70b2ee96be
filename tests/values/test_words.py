"""The words of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.values.words import MAX_TEXT, MAX_WORD, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Over the past week", ["over", "the", "past", "week"]),
        ("L119, L-119, L 119, M1A2", ["l", "119", "l", "119", "l", "119", "m", "1", "a", "2"]),
        (
            "\u201cUkrZaliznytsia\u2019s\u201d 14.5 Mt (2024)",
            ["ukrzaliznytsia", "s", "14", "5", "mt", "2024"],
        ),
        ("Київська Ґрунт, ЇЖАК", ["kiivska", "grunt", "izhak"]),
        ("Großgerät, naïve \uff26\uff35\uff2c\uff2c", ["grossgerat", "naive", "full"]),
        ('under_score a\'b a\\b "quoted"', ["under", "score", "a", "b", "a", "b", "quoted"]),
        ("हिन्दी भाषा", ["hindi", "bhasa"]),
        ("ウクライナ 乌克兰", ["ukuraina", "wukelan"]),
        ("Κιέβο, Львів, Łódź, ٣", ["kievo", "lviv", "lodz", "3"]),
        ("\u0627", ["\u0627"]),
        ("… — !!! \x00", []),
        ("", []),
    ],
)
def test_words_are_folded_runs_of_letters_and_digits(text, found):
    assert words(text) == found


def test_long_words_and_texts_are_cut():
    assert words("x" * 1000) == ["x" * MAX_WORD]
    assert sum(map(len, words("ab " * MAX_TEXT))) <= MAX_TEXT
    assert sum(map(len, words("\ufdfa" * MAX_TEXT))) <= MAX_TEXT


@given(st.text())
def test_words_of_words_are_the_same(text):
    found = words(text)
    assert words(" ".join(found)) == found
    assert all(word and not word.isspace() for word in found)
