"""The people of the demonstration."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User

from records.services.accounts import create_demo_users

pytestmark = pytest.mark.django_db


def test_users_are_created_with_passwords_that_work():
    passwords = create_demo_users()
    assert list(passwords) == ["editor", "reviewer"]
    for name, password in passwords.items():
        user = authenticate(username=name, password=password)
        assert (user.is_staff, user.is_superuser) == (True, False)


def test_users_that_exist_keep_password_and_permissions():
    User.objects.create_user("editor", password="mine")
    assert list(create_demo_users()) == ["reviewer"]
    editor = authenticate(username="editor", password="mine")
    assert (editor.is_staff, editor.get_all_permissions()) == (False, set())
    assert create_demo_users() == {}


@pytest.mark.parametrize(
    ("name", "may", "may_not"),
    [
        ("editor", ["add_claim", "change_claim", "view_claim", "delete_measure"], ["delete_claim"]),
        ("reviewer", ["add_claim", "change_claim", "view_claim", "delete_claim"], []),
    ],
)
def test_user_may_write_records(name, may, may_not):
    create_demo_users()
    held = User.objects.get(username=name).get_all_permissions()
    assert {f"records.{code}" for code in [*may, "view_category"]} <= held
    assert held.isdisjoint(f"records.{code}" for code in [*may_not, "change_category"])
    assert {permission.split(".")[0] for permission in held} == {"records"}
