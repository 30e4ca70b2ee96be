"""The language of searches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.values.search_query import (
    Alternative,
    Phrase,
    SearchError,
    SearchQuery,
    parse_search,
    typed_search,
)
from tests.values.strategies import deterministic


def term(*readings):
    """Write a term: words of each reading, with a star after the beginning of one."""
    return tuple(
        Phrase(tuple(reading.removesuffix("*").split()), reading.endswith("*"))
        for reading in readings
    )


def query(*alternatives):
    return SearchQuery(
        tuple(
            Alternative(tuple(map(term, terms)), tuple(map(term, excluded)))
            for terms, excluded in alternatives
        )
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("guns", query((["guns"], []))),
        ("Two GUNS", query((["two", "guns"], []))),
        ('"two guns"', query((["two guns"], []))),
        ("\u201etwo guns\u201d \u00abone\u00bb", query((["two guns", "one"], []))),
        ("L119 L-119 L 119", query((["l 119", "l 119", "l", "119"], []))),
        ("ukr*", query((["ukr*"], []))),
        ('"two gu"*', query((["two gu*"], []))),
        ('"two gu*"', query((["two gu"], []))),
        ("L11*", query((["l 11*"], []))),
        ("guns -drones", query((["guns"], ["drones"]))),
        ('-"two guns" all', query((["all"], ["two guns"]))),
        ("guns - drones", query((["guns", "drones"], []))),
        ("guns drones- -- —", query((["guns", "drones"], []))),
        ("a OR b c OR -d e", query((["a"], []), (["b", "c"], []), (["e"], ["d"]))),
        ('a or "OR" b', query((["a", "or", "or", "b"], []))),
        ('one"two"three', query((["one", "two", "three"], []))),
        ("(a AND b) & !c:d", query((["a", "and", "b", "c d"], []))),
        ('"" guns', query((["guns"], []))),
    ],
)  # fmt: skip
def test_search_is_read(text, read):
    assert parse_search(text) == read


def test_readings_are_alternatives():
    (alternative,) = parse_search("Київ -co-production").alternatives
    assert alternative == Alternative(
        (term("kiiv", "kyiv"),), (term("co production", "coproduction"),)
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_search"), ("—", "empty_search"), ("OR", "empty_search"), ('""', "empty_search"),
        ('"', "unbalanced_quote"), ('a "b', "unbalanced_quote"), ('5" gun', "unbalanced_quote"),
        ("-a", "only_excluded"), ("a OR -b", "only_excluded"), ("a OR", "missing_alternative"),
        ("OR a", "missing_alternative"), ("a OR OR b", "missing_alternative"),
        ("a*", "beginning_too_short"), ("и*", "beginning_too_short"),
        ("a " * 21, "too_many_terms"), ("x" * 501, "value_too_long"),
    ],
)  # fmt: skip
def test_search_that_says_nothing_is_refused(text, code):
    with pytest.raises(SearchError) as caught:
        parse_search(text)
    assert caught.value.code == code


def test_bounds_are_allowed():
    assert len(parse_search("a " * 20).alternatives[0].terms) == 20
    assert parse_search("x" * 500).alternatives[0].terms == (term("x" * 100),)


@deterministic
@given(st.text(alphabet=st.sampled_from('ab1 "-*ORéї\u201c|&\\'), max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        read = list(parse_search(text).phrases)
    except SearchError:
        return
    assert read
    assert all(phrase.words for phrase in read)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("guns uk", query((["guns", "uk*"], []))),
        ('-"L119', query((["l 119*"], []))),
        ("a OR b -", query((["a", "or", "b*"], []))),
        (" — ", None),
        ("a " * 30, query((["a"] * 19 + ["a*"], []))),
    ],
)
def test_what_is_typed_is_read(text, read):
    assert typed_search(text) == read
