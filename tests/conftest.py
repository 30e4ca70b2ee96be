"""What every test can rely on."""

import hypothesis
import pytest
from django.core.cache import cache

from tests.support.register import digest  # noqa: F401 a fixture is found where it is imported
from tests.support.serving import served  # noqa: F401 as above

# Time per example says more about the machine than about the code, and a check that draws other
# examples each time says something else about the same code.
hypothesis.settings.register_profile("accord", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("accord")


@pytest.fixture(autouse=True)
def _empty_cache():
    """Start each test with an empty cache, so that no rate limit counts another test's requests."""
    cache.clear()
