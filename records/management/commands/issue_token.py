"""`manage.py issue_token`: a token for a user's program, without the admin."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from records.models import ApiToken
from records.models.token import MAX_DAYS, USUAL_DAYS, Scope
from records.services.tokens import issue_token


class Command(BaseCommand):
    """Prints the secret alone to standard output, so that a shell can take it into a variable."""

    help = "Issue an API token and print its secret, once: TOKEN=$(manage.py issue_token USER …)"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the arguments."""
        parser.add_argument("user", help="name of the user for whom the token acts")
        parser.add_argument("--name", required=True, help="what the token is for")
        parser.add_argument(
            "--scope",
            action="append",
            default=[],
            choices=[str(scope) for scope in Scope],
            help="what it may do, as far as the user may; repeat it for both",
        )
        parser.add_argument(
            "--days", type=int, default=USUAL_DAYS, help=f"1 to {MAX_DAYS}, {USUAL_DAYS} by default"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Issue the token."""
        token = ApiToken(
            name=options["name"],
            user=_user(options["user"]),
            **dict.fromkeys(options["scope"], True),
        )
        token.expires_at = token.created_at + timedelta(days=_days(options["days"]))
        try:
            secret = issue_token(token=token)
        except ValidationError as error:
            raise CommandError(_told(error)) from error
        allowed = ", ".join(token.scopes) or "no scope: it reads what is public"
        expires = timezone.localtime(token.expires_at).isoformat(timespec="minutes")
        issued = f"Token “{token.name}” for {token.user}, until {expires}; {allowed}."
        self.stderr.write(f"{issued}\nNote its secret: it is shown only once.", str)
        self.stdout.write(secret)


def _user(name: str) -> User:
    try:
        return User.objects.get(username=name)
    except User.DoesNotExist:
        raise CommandError(
            f"There is no user “{name}”. Users are made in the admin or by createsuperuser."
        ) from None


def _days(days: int) -> int:
    if not 1 <= days <= MAX_DAYS:
        raise CommandError(f"A token lives 1 to {MAX_DAYS} days, not {days}.")
    return days


def _told(error: ValidationError) -> str:
    return " ".join(
        f"{field}: {message}" for field, found in error.message_dict.items() for message in found
    )
