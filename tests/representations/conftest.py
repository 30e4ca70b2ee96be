"""When the records of these tests are made."""

from datetime import UTC, datetime

import pytest
import time_machine


@pytest.fixture
def _noon():
    with time_machine.travel(datetime(2025, 4, 4, 12, tzinfo=UTC), tick=False):
        yield
