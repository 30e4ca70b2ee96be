"""Editors who want the same unique value at the same time: one gets it, the others a clear no."""

from functools import partial

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from records.models import Organization, OrganizationIdentifier
from tests.admin.forms import address, field_errors, shown, with_row
from tests.factories import OrganizationFactory, UserFactory
from tests.support.threads import run_together

pytestmark = pytest.mark.django_db(transaction=True)

EDITORS = 4
TAKEN = {"identifiers-0-__all__": ["Another organization has this identifier."]}


@pytest.fixture
def desks(transactional_db):
    user = UserFactory(is_staff=True, is_superuser=True)
    made = [Client() for _ in range(EDITORS)]
    for client in made:
        client.force_login(user)
    return made


def post_together(desks, path, data):
    return post_each(desks, [(path, data)] * len(desks))


def post_each(desks, posts):
    answers = run_together(
        *[partial(desk.post, *each) for desk, each in zip(desks, posts, strict=True)]
    )
    assert not [each for each in answers if isinstance(each, Exception)], answers
    return answers


def refused(answers):
    """Return the refused ones, which are all but one."""
    assert sorted(answer.status_code for answer in answers) == [200] * (EDITORS - 1) + [302]
    return [answer for answer in answers if answer.status_code == 200]


def test_identifier_that_new_records_want_is_given_to_one(desks):
    path = address(Organization, "add")
    data = shown(desks[0].get(path)) | {"name": "X", "kind": "company"}
    data = with_row(data, "identifiers", scheme="wikidata", value="Q1")
    for answer in refused(post_together(desks, path, data)):
        assert field_errors(answer) == TAKEN
    assert (Organization.objects.count(), OrganizationIdentifier.objects.count()) == (1, 1)


def test_identifier_that_stored_records_want_is_given_to_one(desks):
    posts = []
    for desk in desks:
        path = address(Organization, "change", OrganizationFactory().pk)
        data = with_row(shown(desk.get(path)), "identifiers", scheme="wikidata", value="Q1")
        posts.append((path, data))
    for answer in refused(post_each(desks, posts)):
        assert field_errors(answer) == TAKEN
    assert OrganizationIdentifier.objects.count() == 1


@pytest.mark.parametrize("again", range(3))
def test_username_that_new_users_want_is_given_to_one(desks, again):
    data = {"username": "same", "password1": "a-Long-pass-9", "password2": "a-Long-pass-9",
            "usable_password": "true"}  # fmt: skip
    for answer in refused(post_together(desks, address(User, "add"), data)):
        assert field_errors(answer) == {"username": ["A user with that username already exists."]}
    assert User.objects.filter(username="same").count() == 1


@pytest.mark.parametrize("again", range(3))
def test_name_that_new_groups_want_is_given_to_one(desks, again):
    for answer in refused(post_together(desks, address(Group, "add"), {"name": "same"})):
        assert field_errors(answer) == {"name": ["Group with this Name already exists."]}
    assert Group.objects.filter(name="same").count() == 1
