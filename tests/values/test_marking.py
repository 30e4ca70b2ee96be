"""Where a text has what was searched for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.values.marking import EXCERPT, mark
from records.values.search_query import parse_search
from tests.values.strategies import deterministic


def shown(text, asked):
    """Write the segments with what is marked in brackets."""
    return "".join(
        f"[{each.text}]" if each.is_marked else each.text
        for each in mark(text, parse_search(asked)).segments()
    )


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Two guns", "guns", "Two [guns]"),
        ("Guns, GUNS and gúns", "guns", "[Guns], [GUNS] and [gúns]"),
        ("Two guns", "drones", "Two guns"),
        ("L119, L-119, L 119 and L118", "l119", "[L119], [L-119], [L 119] and L118"),
        ("the L119A2", "l119", "the [L119A2]"),
        ("one two, two one", '"two one"', "one two, [two one]"),
        ("one two, two one", "one two", "[one] [two], [two] [one]"),
        ("gunner and gun", "gunn*", "[gunner] and gun"),
        ("big gun barrel", '"big gun" "gun barrel"', "[big gun barrel]"),
        ("a b c", "a -b OR c", "[a] b [c]"),
        ("Біля Києва: Київ", "kyiv", "Біля Києва: [Київ]"),
        ("Kyiv", "Київ", "[Kyiv]"),
        ("the co-production here", "coproduction", "the [co-production] here"),
        ("the coproduction here", "co-production", "the [coproduction] here"),
        ("<b>gun</b> & gun", "gun", "<b>[gun]</b> & [gun]"),
        ("", "gun", ""),
    ],
)
def test_what_was_searched_for_is_marked(text, asked, expected):
    assert shown(text, asked) == expected


def test_phrases_are_counted_once():
    marked = mark("guns and guns, drones", parse_search("guns drones ships"))
    assert marked.phrases == 2
    assert len(marked.spans) == 3


def test_excerpt_begins_shortly_before_what_is_marked():
    text = f"{'word ' * 100}gun{' word' * 100}"
    assert shown(text, "gun") == f"…{'word ' * 11}[gun]{' word' * 36}…"
    assert shown(text, "ship") == f"{'word ' * 47}word…"
    assert shown("x" * 1000, "gun") == f"{'x' * EXCERPT}…"
    assert shown(f"{'x' * 500} {'y' * 500}", "y" * 100) == f"…[{'y' * EXCERPT}]…"


@deterministic
@given(
    st.text(alphabet=st.sampled_from("abї-. '1Ω"), max_size=600),
    st.text(alphabet=st.sampled_from("abї1* "), min_size=1, max_size=8),
)
def test_segments_together_are_the_text_or_a_piece_of_it(text, asked):
    try:
        query = parse_search(asked)
    except ValueError:
        return
    segments = mark(text, query).segments()
    whole = "".join(each.text for each in segments).strip("…")
    assert whole in text
    assert len(whole) <= EXCERPT
    assert len(text) > EXCERPT or whole == text
    assert all(each.text for each in segments)
