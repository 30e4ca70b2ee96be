"""Every vocabulary is a closed list of well-formed codes that say what they mean."""

import inspect
import re

import pytest

from records import enums
from records.enums import PartyRole, ReviewStatus, Vocabulary

EXPORTS = {name: getattr(enums, name) for name in enums.__all__ if name != "Vocabulary"}
VOCABULARIES = [each for each in EXPORTS.values() if inspect.isclass(each)]
SELECTIONS = {name: each for name, each in EXPORTS.items() if not inspect.isclass(each)}
MEMBERS = [member for vocabulary in VOCABULARIES for member in vocabulary]
# Grades of STANAG 2511 are single letters and digits.
CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*|[A-F]|[1-6]")
SENTENCE = re.compile(r"[A-Z].*[^.!?:;,\s]\.")


def test_every_vocabulary_is_exported():
    assert set(VOCABULARIES) == set(Vocabulary.__subclasses__())


@pytest.mark.parametrize("name", SELECTIONS)
def test_selection_lists_members_of_one_vocabulary_once(name):
    listed = SELECTIONS[name]
    assert len({type(member) for member in listed}) == 1
    assert type(listed[0]) in VOCABULARIES
    assert len(set(listed)) == len(listed)


def test_exports_are_sorted_constants_first():
    assert enums.__all__ == sorted(enums.__all__, key=lambda name: (not name.isupper(), name))


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_vocabulary_says_what_it_lists(vocabulary):
    assert SENTENCE.match(inspect.getdoc(vocabulary))
    assert vocabulary.__doc__ != Vocabulary.__doc__


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_member_has_a_definition(member):
    assert SENTENCE.fullmatch(member.definition)


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_code_is_well_formed(member):
    assert CODE.fullmatch(member.value)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_labels_and_definitions_are_unique(vocabulary):
    assert len({label.casefold() for label in vocabulary.labels}) == len(vocabulary)
    assert len({member.definition for member in vocabulary}) == len(vocabulary)


def test_member_is_an_ordinary_choice():
    assert ReviewStatus.choices[:2] == [("draft", "Draft"), ("in_review", "In review")]
    assert PartyRole("funder") is PartyRole.FUNDER
    assert PartyRole.FUNDER == str(PartyRole.FUNDER) == PartyRole.FUNDER.value == "funder"
    assert PartyRole.FUNDER.label == "Funder"
    assert PartyRole.FUNDER.definition == (
        "Bears the cost, wholly or in part, whether or not it receives anything."
    )


def test_unknown_code_is_no_member():
    with pytest.raises(ValueError, match="'payer' is not a valid PartyRole"):
        PartyRole("payer")
