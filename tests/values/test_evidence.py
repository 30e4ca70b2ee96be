"""Two voices are two only when they do not go back to one text."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.enums import EvidenceStance, EvidenceState
from records.values.evidence import Said, independent, origin_of, state_of


def supports(*origins):
    return Said(EvidenceStance.SUPPORTS, frozenset(origins))


def contradicts(*origins):
    return Said(EvidenceStance.CONTRADICTS, frozenset(origins))


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([], EvidenceState.UNSUPPORTED),
        ([supports("a")], EvidenceState.SINGLE_SOURCE),
        ([supports("a", "b")], EvidenceState.SINGLE_SOURCE),
        ([supports("a"), supports("a")], EvidenceState.SINGLE_SOURCE),
        ([supports("a"), supports("b")], EvidenceState.SUPPORTED),
        ([supports("a"), supports("a", "b")], EvidenceState.SUPPORTED),
        ([supports("a"), supports()], EvidenceState.SINGLE_SOURCE),
        ([supports("a", "b"), supports()], EvidenceState.SINGLE_SOURCE),
        ([supports()], EvidenceState.SINGLE_SOURCE),
        ([contradicts("a")], EvidenceState.DISPUTED),
        ([supports("a"), supports("b"), contradicts("a")], EvidenceState.DISPUTED),
    ],
)
def test_state_follows_from_what_is_said(said, state):
    assert state_of(said) == state


@given(st.lists(st.frozensets(st.sampled_from("abc"), max_size=3), max_size=5))
def test_support_is_two_independent_claims(origins):
    pair = any(independent(one, other) for one, other in combinations(origins, 2))

    state = state_of(Said(EvidenceStance.SUPPORTS, each) for each in origins)

    assert (state == EvidenceState.SUPPORTED) == pair


def test_source_without_a_group_stands_alone():
    assert origin_of("SRC-1", "") != origin_of("SRC-2", "")
    assert origin_of("SRC-1", "release") == origin_of("SRC-2", "release")
    assert origin_of("SRC-1", "SRC-2") != origin_of("SRC-2", "")
