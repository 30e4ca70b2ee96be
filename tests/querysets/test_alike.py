"""Claims that have words in common with other texts."""

import pytest

from records.querysets.alike import having_words
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


def test_claims_with_all_words_of_one_group_are_found():
    boats = ClaimFactory(text="The navy bought nine boats.")
    both = ClaimFactory(text="Nine radios, nine BOATS")
    ClaimFactory(text="Boats and ships.")
    asked = [[["nine", "boats"]], [["radios"], ["navy", "bought"]], [["tanks"]], []]
    assert having_words(asked, 10) == [[both.pk, boats.pk], [both.pk, boats.pk], [], []]


def test_newest_claims_are_found_first():
    claims = [ClaimFactory(text=f"Boat {number}.") for number in range(3)]
    assert having_words([[["boat"]]], 2) == [[claims[2].pk, claims[1].pk]]


def test_beginning_of_a_word_is_not_enough():
    ClaimFactory(text="Boats.")
    assert having_words([[["boat"]]], 10) == [[]]


def test_texts_without_words_ask_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert having_words([[], []], 10) == [[], []]


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries(rows, django_assert_num_queries):
    with django_assert_num_queries(1):
        having_words([[["boat"]]] * rows, 10)
