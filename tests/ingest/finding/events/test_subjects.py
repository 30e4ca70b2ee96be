"""Subjects that nobody in the sentence stands for."""

import pytest

from tests.ingest.finding.events.reading import read


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("It transported two million tons of cargo.", ["It"]),
        ("The company will build 300 drones.", ["The company"]),
        ("In May, the ministry ordered ten boats.", ["the ministry"]),
        ("They signed a contract for howitzers.", ["They"]),
        ("Norway says that it has sent ten tanks.", []),
        ("The ministry of Latvia said that it would buy boats.", []),
        ("Fjordrail reported that it transported two million tons.", []),
        ("It is reported that Chile sold its frigates.", []),
        ("Norway sent ten tanks.", []),
    ],
)
def test_subject_without_antecedent_is_open(text, subjects):
    assert [text[row.start : row.end] for row in read(text).subjects] == subjects
