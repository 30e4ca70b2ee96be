"""What tests of filters share."""

import pytest
from django.db import transaction

from records.api.filters.categories import CATEGORIES, UNROCA


@pytest.fixture(autouse=True)
def _no_codes_known():
    """Start each test as a new process does."""
    CATEGORIES.forget()
    UNROCA.forget()


@pytest.fixture(scope="module")
def world(request, django_db_setup, django_db_blocker):
    """Store what the module's `build_world` makes, once for all of its tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield request.module.build_world()
        transaction.set_rollback(True)
