"""What a user may do is what Django says, by one query."""

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Permission, User

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    """An editor who may, in person, also look at groups."""
    user = UserFactory(role="editor")
    user.user_permissions.add(Permission.objects.get(codename="view_group"))
    return User.objects.get(pk=user.pk)


def test_permissions_of_user_and_groups_in_one_query(user, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = user.get_all_permissions()
        assert user.has_perm("auth.view_group")
        assert user.has_perm("records.add_claim")
        assert not user.has_perm("records.review_claim")

    assert found == ModelBackend().get_all_permissions(User.objects.get(pk=user.pk))


def test_permissions_of_user_without_any():
    assert UserFactory().get_all_permissions() == set()


def test_permissions_of_inactive_user(user, django_assert_num_queries):
    user.is_active = False
    with django_assert_num_queries(0):
        assert user.get_all_permissions() == set()
        assert not user.has_perm("auth.view_group")


def test_permissions_of_superuser():
    superuser = UserFactory(is_superuser=True)
    assert len(superuser.get_all_permissions()) == Permission.objects.count()
    assert superuser.has_perm("records.review_claim")


def test_permissions_of_anonymous(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert AnonymousUser().get_all_permissions() == set()


def test_permissions_for_one_object(user):
    assert user.get_all_permissions(obj=user) == set()
