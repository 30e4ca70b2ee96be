"""Writes for tests that do not care who writes."""

from collections.abc import Iterator
from typing import Any

import pytest

from records.enums import Channel
from records.services.authorship import Authorship
from records.services.saving import save_record
from records.services.verification import verify_log

AUTHORSHIP = Authorship(channel=Channel.COMMAND, reason="A test.")


def store(**arguments: Any) -> Any:
    """Call `save_record` for a command."""
    return save_record(authorship=AUTHORSHIP, **arguments)


@pytest.fixture(autouse=True)
def log_and_records_agree(request: pytest.FixtureRequest, db: None) -> Iterator[None]:
    """Fail a test whose writes, whatever their way, have left no true trace in the log.

    A conftest that imports it puts all tests beside and below it under this watch, but for those
    that are marked `behind_the_service` because they set columns to prepare what they test.
    """
    yield
    if request.node.get_closest_marker("behind_the_service") is None:
        assert list(verify_log()) == []
