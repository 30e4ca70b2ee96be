"""Sentences with their marks."""

import re

import pytest

from records.admin.proposals.spans import Mark, marked

TEXT = "abcdef <g> h"


def shown(*spans):
    """Mark spans and write them as brackets; the label stands before the closing one."""
    marks = [Mark(start, end, f"p-{number}", "dates", number)
             for number, (start, end) in enumerate(spans)]  # fmt: skip
    page = marked(TEXT, marks)
    page = re.sub("<a .*?</span>date ([0-9]).*?</a>", r"\1", page)
    page = re.sub("<span [^>]*>", "[", page).replace("</span>", "]")
    return re.sub("</?bdi>", "", page)


@pytest.mark.parametrize(
    ("spans", "page"),
    [
        ((), "abcdef &lt;g&gt; h"),
        (((0, 2),), "[ab0]cdef &lt;g&gt; h"),
        (((7, 10), (0, 1)), "[a1]bcdef [&lt;g&gt;0] h"),
        (((0, 6), (2, 4)), "[ab[cd1]ef0] &lt;g&gt; h"),
        (((0, 3), (0, 3)), "[[abc1]0]def &lt;g&gt; h"),
        (((0, 4), (2, 6)), "[ab[cd]0][ef1] &lt;g&gt; h"),
        (((0, 4), (2, 6), (3, 5)), "[ab[c[d]]0][[e2]f1] &lt;g&gt; h"),
        (((0, 12),), "[abcdef &lt;g&gt; h0]"),
        (((3, 3), (5, 2), (-1, 2), (0, 99)), "abcdef &lt;g&gt; h"),
    ],
)
def test_marks_stand_in_each_other_and_nothing_is_lost(spans, page):
    assert shown(*spans) == page
