"""Which words lead to statements that are alike, and how alike they are."""

import pytest

from records.ingest.matching import Rarity, similarity
from records.values.words import words


def test_rarest_words_are_dealt_out_to_groups():
    rarity = Rarity([["the", "navy", "bought"], ["the", "navy"], ["the"]])
    asked = words("The navy bought nine long quiet small green boats from abroad")
    assert rarity.groups(asked) == [
        ["abroad", "quiet", "long"], ["boats", "small", "nine"], ["green", "from", "bought"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "groups"),
    [("", []), ("Boats!", [["boats"]]), ("Two boats", [["boats", "two"]]),
     ("Two more big boats", [["boats", "more", "big"]]),
     ("Two more big boats came home", [["boats", "home", "big"], ["came", "more", "two"]])],
)  # fmt: skip
def test_short_statements_have_few_groups(text, groups):
    assert Rarity([]).groups(words(text)) == groups


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [("a boat", "a boat", 100), ("", "", 100), ("a boat", "", 0), ("ab", "ac", 50),
     ("poland ordered 12 boats", "poland ordered 14 boats", 95)],
)  # fmt: skip
def test_similarity_is_the_share_of_common_letters(one, other, percent):
    assert similarity(one, other) == similarity(other, one) == percent
