"""People at the desk, and the state that their sentences name."""

import pytest
from django.test import Client

from tests.factories import CategoryFactory, StateFactory, UserFactory
from tests.support.records import SUBJECTS
from tests.support.writing import log_and_records_agree  # noqa: F401 watches every test here


@pytest.fixture(params=SUBJECTS, ids=str)
def subject(request):
    return request.param


def desk_of(role):
    """Return a client that is signed in with a role."""
    client = Client()
    client.force_login(UserFactory(role=role, is_staff=True))
    return client


@pytest.fixture
def editor(db):
    return desk_of("editor")


@pytest.fixture
def finland(db):
    CategoryFactory(code="artillery")
    return StateFactory(name="Finland", country="FI")
