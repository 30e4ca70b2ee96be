"""Clients of the API."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from tests.support.records import SUBJECTS


@pytest.fixture(params=SUBJECTS, ids=str)
def subject(request):
    """Each record type in turn."""
    return request.param


@pytest.fixture
def viewer(db):
    """A client that may see drafts."""
    user = User.objects.create_user("viewer")
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="records", codename__startswith="view_")
    )
    client = Client()
    client.force_login(user)
    return client
