"""Searches against what plain loops over the words of the records say, in order."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.analysis.search.completing import complete
from records.analysis.search.finding import find
from records.models import Agreement, Claim, Organization, Source, WeaponSystem
from records.querysets import search
from records.values.search_query import parse_search
from tests.factories import (
    AgreementFactory,
    ClaimFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    SourceFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

WORDS = ("gun", "guns", "light", "lighter", "plant")
NAMES = [
    ("gun", ()), ("light gun", ("plant",)), ("guns light", ("gun", "light plant")),
    ("plant lighter gun", ()), ("lighter", ("light gun guns", "gun light")),
    ("plant", ("guns", "plant gun")), ("light gun plant", ("lighter",)), ("light light", ()),
]  # fmt: skip
MODELS = (Organization, WeaponSystem, Agreement, Claim, Source)


@pytest.fixture(scope="module")
def organizations(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield {
            OrganizationFactory(
                name=name, names=[OrganizationNameFactory.build(text=text) for text in others]
            ).pk: (name, others)
            for name, others in NAMES
        }
        transaction.set_rollback(True)


phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)
terms = st.tuples(phrases, st.booleans())
alternatives = st.tuples(st.lists(terms, min_size=1, max_size=3), st.lists(terms, max_size=1))
queries = st.lists(alternatives, min_size=1, max_size=2)


def written(query):
    """Write a query in the language of searches."""
    return " OR ".join(
        " ".join([*map(written_term, wanted), *(f"-{written_term(term)}" for term in unwanted)])
        for wanted, unwanted in query
    )


def written_term(term):
    words, is_beginning = term
    return f'"{" ".join(words)}"{"*" if is_beginning else ""}'


def stands(term, text):
    """Tell whether a phrase stands in a text."""
    words, is_beginning = term
    told = text.split()
    return any(
        told[place : place + len(words)] == words
        or (
            is_beginning
            and told[place : place + len(words) - 1] == words[:-1]
            and len(told) >= place + len(words)
            and told[place + len(words) - 1].startswith(words[-1])
        )
        for place in range(len(told))
    )


def everywhere(wanted, texts):
    return all(any(stands(term, text) for text in texts) for term in wanted)


def found(query, name, others):
    texts = [name, *others]
    return any(
        everywhere(wanted, texts) and not any(stands(term, text) for term in unwanted
                                              for text in texts)
        for wanted, unwanted in query
    )  # fmt: skip


def match(query, name, others):
    """Say how well a record answers, by what the codes mean."""
    said = [
        ([word for words, _ in wanted for word in words], wanted[-1][1], wanted)
        for wanted, _ in query
    ]
    for code, holds in (
        ("name", lambda words, part, _: not part and words == name.split()),
        ("other_name",
         lambda words, part, _: not part and any(words == each.split() for each in others)),
        ("name_start", lambda words, part, _: stands((words, part), " ".join(
            name.split()[: len(words)]))),
        ("in_name", lambda _, __, wanted: everywhere(wanted, [name])),
        ("in_names", lambda _, __, wanted: everywhere(wanted, others)),
    ):  # fmt: skip
        if any(holds(*each) for each in said):
            return code
    return "in_text"


ORDER = ("name", "other_name", "name_start", "in_name", "in_names", "in_text")


@settings(
    derandomize=True, database=None, deadline=None, max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(st.lists(queries, min_size=2, max_size=2))
def test_organizations_are_found_and_ordered_as_their_words_say(organizations, asked):
    for query in asked:
        expected = sorted(
            (ORDER.index(match(query, *names)), number)
            for number, names in organizations.items()
            if found(query, *names)
        )
        answer = find(MODELS, parse_search(written(query)), limit=50)
        hits = [(ORDER.index(hit.match), hit.number) for hit in answer.hits]
        assert (written(query), hits) == (written(query), expected)
        assert {count.model: count.count for count in answer.counts} == {
            model: len(expected) if model is Organization else 0 for model in MODELS
        }


def test_types_and_dates_order_what_matches_alike():
    made = [
        OrganizationFactory(name="Big gun"),
        OrganizationFactory(name="A big gun"),
        WeaponSystemFactory(designation="One big gun"),
        AgreementFactory(title="Some big guns, gun"),
        SourceFactory(title="New big gun", published="2024"),
        SourceFactory(title="Old big gun", published="2023"),
        ClaimFactory(text="Gun, big", speaker_name="Big Gun"),
        ClaimFactory(text="A big gun today", occurred="2024"),
        ClaimFactory(text="A big gun before", occurred="2023-12"),
        ClaimFactory(text="A gun is not big"),
    ]
    for kind in (OrganizationFactory, WeaponSystemFactory, ClaimFactory):
        kind(review_status="draft")
    answer = find(MODELS, parse_search("big gun"), limit=20)
    assert [(hit.model, hit.number, hit.match.value) for hit in answer.hits] == [
        (type(record), record.pk, code)
        for record, code in (
            (made[0], "name"), (made[6], "other_name"), (made[1], "in_name"), (made[2], "in_name"),
            (made[3], "in_name"), (made[4], "in_name"), (made[5], "in_name"),
            (made[7], "in_text"), (made[8], "in_text"), (made[9], "in_text"),
        )
    ]  # fmt: skip


def test_of_many_the_newest_and_those_named_so_are_ranked(monkeypatch):
    named = OrganizationFactory(name="Zenith gun maker")
    others = [OrganizationFactory(name=f"Maker {number} of a gun, zenith") for number in range(4)]
    claims = [ClaimFactory(text="Zenith guns", occurred=f"202{year}") for year in range(4)]
    last = OrganizationFactory(name="Zenith gun")
    monkeypatch.setattr(search, "FEW", 3)
    answer = find([Organization], parse_search("zenith gun"), limit=2)
    assert [(hit.number, hit.match.value) for hit in answer.hits] == [
        (last.pk, "name"), (named.pk, "name_start"),
    ]  # fmt: skip
    (count,) = answer.counts
    assert (count.count, count.is_least) == (3, True)
    answer = find([Claim], parse_search("zenith gun*"), limit=2)
    assert [hit.number for hit in answer.hits] == [claims[3].pk, claims[2].pk]
    assert len(others) == 4


@settings(
    derandomize=True, database=None, deadline=None, max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(phrases, st.integers(1, 5), st.integers(1, 4))
def test_names_are_completed_as_their_words_say(organizations, words, kept, limit):
    typed = " ".join([*words[:-1], words[-1][:kept]])
    ways = {}
    for number, (name, others) in organizations.items():
        for place, text in [(0, name), *((1, other) for other in others)]:
            told = text.split()
            for skipped in range(len(told)):
                start = " ".join(told[skipped:])
                if start.startswith(typed):
                    ways.setdefault(number, []).append((place + 2 * bool(skipped), start))
    expected = sorted((min(each), number) for number, each in ways.items())
    answer = complete(MODELS, typed, limit)
    assert [(each.number, each.place) for each in answer] == [
        (number, place) for (place, _), number in expected
    ][:limit]
