"""Writes for tests that do not care who writes."""

from typing import Any

from records.enums import Channel
from records.services.authorship import Authorship
from records.services.saving import save_record

AUTHORSHIP = Authorship(channel=Channel.COMMAND, reason="A test.")


def store(**arguments: Any) -> Any:
    """Call `save_record` for a command."""
    return save_record(authorship=AUTHORSHIP, **arguments)
