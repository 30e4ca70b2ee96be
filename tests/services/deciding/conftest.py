"""Who decides, and the state that the sentences name."""

import pytest

from tests.factories import CategoryFactory, StateFactory, UserFactory


@pytest.fixture
def editor(db):
    return UserFactory(role="editor")


@pytest.fixture
def finland(db):
    CategoryFactory(code="artillery")
    return StateFactory(name="Finland", country="FI")
