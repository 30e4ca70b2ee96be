"""What every test can rely on."""

import hypothesis
import pytest
from django.core.cache import cache

# Time per example says more about the machine than about the code.
hypothesis.settings.register_profile("accord", deadline=None, print_blob=True)
hypothesis.settings.load_profile("accord")


@pytest.fixture(autouse=True)
def _empty_cache():
    """Start each test with an empty cache, so that no rate limit counts another test's requests."""
    cache.clear()
