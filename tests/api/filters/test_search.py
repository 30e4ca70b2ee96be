"""The filter `q`, the same on every list."""

import pytest

from records.models import Claim, WeaponSystem
from records.querysets import search
from tests.api.filters.support import World, refusals
from tests.factories import ClaimFactory, OrganizationFactory, UserFactory, WeaponSystemFactory
from tests.support.records import SUBJECTS

pytestmark = pytest.mark.django_db


def build_world():
    maker = OrganizationFactory()
    return World(
        maker=maker,
        light=WeaponSystemFactory(designation="L119 light gun", origin="GB"),
        heavy=WeaponSystemFactory(designation="Heavy gun", origin="FR"),
        order=ClaimFactory(text="Guns ordered", kind="order", organizations=[maker]),
        denial=ClaimFactory(text="Guns denied", kind="denial", occurred="2024"),
    )


@pytest.mark.parametrize(
    ("model", "query", "names"),
    [
        (WeaponSystem, "q=gun", "heavy light"),
        (WeaponSystem, "q=gun&origin=GB", "light"),
        (WeaponSystem, "q=L-119", "light"),
        (WeaponSystem, "q=gun -light", "heavy"),
        (Claim, "q=guns", "denial order"),
        (Claim, "q=guns&kind!=denial", "order"),
        (Claim, "q=guns&organization={maker}", "order"),
        (Claim, "q=guns OR nothing&occurred_after=2024", "denial"),
        (Claim, "q=nothing", ""),
    ],
)
def test_query_finds(world, model, query, names):
    assert world.found(model, query) == names.split()


@pytest.mark.parametrize(
    ("query", "code", "detail"),
    [
        ("q=", "empty_value", "A value is empty; give one or leave it out."),
        ("q=—", "empty_search", "'—' has no letters or digits; give some."),
        ("q=a&q=b", "repeated_parameter", "It takes one value and is given 2 times; give it once."),
        (
            'q=5" gun', "unbalanced_quote",
            "A quotation mark has no partner; add it or leave it out.",
        ),
        (
            "q=-gun", "only_excluded",
            "It only leaves out; say also what is sought, such as guns -drones.",
        ),
        (
            "q=gun OR", "missing_alternative",
            "OR needs words on both sides; give them, or leave it out.",
        ),
        ("q=g*", "beginning_too_short", "'g*' is too short; give at least 2 letters."),
        (
            f"q={'gun ' * 21}", "too_many_terms",
            "It has more than 20 words and phrases; leave some out.",
        ),
        (
            f"q={'g' * 501}", "value_too_long",
            f"'{'g' * 40}' (cut, 501 characters) is longer than 500 characters; shorten it.",
        ),
        (
            "q=a\x07b", "forbidden_character",
            "Character U+0007 at position 1 cannot be stored; remove it.",
        ),
    ],
)  # fmt: skip
def test_search_that_says_nothing_is_refused(query, code, detail):
    (item,) = refusals(Claim, query)
    assert (item.pointer, item.code, item.detail) == ("?q", code, detail)


@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
@pytest.mark.parametrize("few", [0, search.FEW])
def test_list_takes_two_queries(client, django_assert_num_queries, monkeypatch, subject, few):
    monkeypatch.setattr(search, "FEW", few)
    found = _findable(subject)
    with django_assert_num_queries(2):
        assert _ids(client, subject) == [found.public_id]
    more = [_findable(subject) for _ in range(2)]
    with django_assert_num_queries(2):
        assert set(_ids(client, subject)) == {each.public_id for each in (found, *more)}


@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_draft_is_found_by_those_who_may_see_it(client, subject):
    draft = _findable(subject, review_status="draft")
    assert _ids(client, subject) == []
    client.force_login(UserFactory(role="viewer"))
    assert _ids(client, subject) == [draft.public_id]


NAMES = {"agreements": "title", "organizations": "name", "weapon-systems": "designation",
         "claims": "text", "sources": "title"}  # fmt: skip


def _findable(subject, **fields):
    return subject.make(**{NAMES[subject.resource.collection]: "Findable thing"}, **fields)


def _ids(client, subject):
    answer = client.get(f"{subject.path}?q=findab*").json()
    return [each["id"] for each in answer["results"]]
