"""The ways in which the words of a text may be written."""

import pytest

from records.values.readings import plain, readings, searchable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [[]]),
        ("Two words", [["two", "words"]]),
        ("F-16", [["f", "16"]]),
        ("co-production line", [["co", "production", "line"], ["coproduction", "line"]]),
        ("state\u2010of\u2011the-art", [["state", "of", "the", "art"], ["stateoftheart"]]),
        ("Київ", [["kiiv"], ["kyiv"]]),
        ("Луганськ", [["lugansk"], ["luhansk"]]),
        ("Згорани, Ґалаґан", [["zgorani", "galagan"], ["zghorany", "galagan"]]),
        ("Юлія з Кам'янця", [["yuliya", "z", "kam", "yantsya"], ["yuliia", "z", "kamiantsia"]]),
        ("Рособоронэкспорт, город", [["rosoboroneksport", "gorod"]]),
        ("Москва", [["moskva"]]),
        ("Αθήνα", [["athina"]]),
    ],
)
def test_readings_of_a_text(text, found):
    assert readings(text) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((), ""),
        (("", "—"), ""),
        (("L119 gun",), "l 119 gun"),
        (("a co-production of well-known guns",),
         "a co production of well known guns | coproduction wellknown"),
        (("Київ", "Kyiv", "Kiev"), "kiiv | kyiv | kyiv | kiev"),
        (("місто Київ",), "misto kiiv | misto kyiv"),
    ],
)  # fmt: skip
def test_words_for_an_index(texts, found):
    assert searchable(*texts) == found


def test_plain_reading_is_taken_from_the_words():
    assert plain(searchable("co-production")) == "co production"
    assert plain(searchable("guns")) == "guns"
