"""Roles, and the people of the demonstration."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, User

from records.services.accounts import ROLES, create_demo_users, join_role, permissions_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_member_may_do_what_the_role_may(role):
    user = UserFactory(role=role)
    assert user.get_all_permissions() == permissions_of(role)
    assert (user.is_staff, user.is_superuser) == (False, False)


def test_group_that_somebody_changed_is_left_as_it_is():
    Group.objects.get(name="editor").permissions.clear()
    user = UserFactory(role="editor")
    assert user.get_all_permissions() == set()


@pytest.mark.parametrize("role", ROLES)
def test_group_that_somebody_deleted_is_made_again(role):
    Group.objects.all().delete()
    user = UserFactory()
    join_role(user=user, role=role)
    assert user.get_all_permissions() == permissions_of(role)


def test_users_are_created_with_passwords_that_work():
    passwords = create_demo_users()
    assert list(passwords) == ["editor", "reviewer"]
    for name, password in passwords.items():
        user = authenticate(username=name, password=password)
        assert (user.is_staff, user.is_superuser) == (True, False)
        assert [group.name for group in user.groups.all()] == [name]
        assert not user.user_permissions.exists()


def test_users_that_exist_keep_password_and_permissions():
    User.objects.create_user("editor", password="mine")
    assert list(create_demo_users()) == ["reviewer"]
    editor = authenticate(username="editor", password="mine")
    assert (editor.is_staff, editor.get_all_permissions()) == (False, set())
    assert create_demo_users() == {}
