"""Who stands behind what a command does."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import CommandError

from records.enums import Channel
from records.services.authorship import Authorship


def add_authorship(parser: ArgumentParser, reason: str) -> None:
    """Define the arguments; `reason` says when one is needed."""
    parser.add_argument("--by", metavar="USERNAME", help="who stands behind the changes")
    parser.add_argument("--reason", default="", help=reason)


def authorship_of(options: dict[str, Any]) -> Authorship:
    """Let a person stand behind the changes, or the operator who ran the command."""
    username, reason = options["by"], options["reason"]
    if username is None:
        return Authorship(channel=Channel.COMMAND, reason=reason)
    try:
        user = User.objects.get(username=username, is_active=True)
    except User.DoesNotExist:
        raise CommandError(f"There is no active user “{username}”.") from None
    return Authorship(channel=Channel.IMPORT, actor=user, reason=reason)
