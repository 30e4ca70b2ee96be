"""`manage.py issue_token` prints a secret that works, or why there is none."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from records.models import ApiToken
from records.services.tokens import recognise_token
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def run(*arguments):
    out, err = StringIO(), StringIO()
    call_command("issue_token", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def ada():
    return UserFactory(username="ada")


@pytest.mark.parametrize(
    ("arguments", "days", "scopes", "allowed"),
    [
        ([], 90, [], "no scope: it reads what is public"),
        (["--scope", "write"], 90, ["write"], "write"),
        (
            ["--scope", "write", "--scope", "read_drafts", "--days", "365"],
            365,
            ["read_drafts", "write"],
            "read_drafts, write",
        ),
        (["--days", "1"], 1, [], "no scope: it reads what is public"),
    ],
)
def test_secret_alone_is_printed_to_standard_output(ada, arguments, days, scopes, allowed):
    out, err = run("ada", "--name", "import", *arguments)
    secret = out.removesuffix("\n")
    token = recognise_token(secret=secret)
    assert (token.user, token.name, token.scopes) == (ada, "import", scopes)
    assert token.expires_at - token.created_at == timedelta(days=days)
    until = token.expires_at.isoformat(timespec="minutes")
    assert err == (
        f"Token “import” for ada, until {until}; {allowed}.\n"
        "Note its secret: it is shown only once.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ["ben", "--name", "x"],
            "There is no user “ben”. Users are made in the admin or by createsuperuser.",
        ),
        (["ada", "--name", ""], "name: This field cannot be blank."),
        (
            ["ada", "--name", "x" * 101],
            "name: Ensure this value has at most 100 characters (it has 101).",
        ),
        (["ada", "--name", "x", "--days", "0"], "A token lives 1 to 365 days, not 0."),
        (["ada", "--name", "x", "--days", "366"], "A token lives 1 to 365 days, not 366."),
        (["ada"], "Error: the following arguments are required: --name"),
        (
            ["ada", "--name", "x", "--scope", "delete"],
            "Error: argument --scope: invalid choice: 'delete' (choose from ",
        ),
    ],
)
def test_wrong_arguments_issue_nothing(ada, arguments, error):
    with pytest.raises(CommandError, match=f"^{re.escape(error)}"):
        run(*arguments)
    assert not ApiToken.objects.exists()


def test_deactivated_user_gets_no_token():
    UserFactory(username="eve", is_active=False)
    error = "user: The user is deactivated, so the token would not work."
    with pytest.raises(CommandError, match=f"^{re.escape(error)}$"):
        run("eve", "--name", "x")
