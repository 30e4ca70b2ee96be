"""The README's requests get the answers that the README shows.

`UPDATE_README=1 python -m pytest tests/test_readme.py` writes the answers anew.
"""

import os
import re
import shlex
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from records.services.accounts import create_demo_users
from tests.support.readme import exchanges, section
from tests.support.register import reset_numbers

pytestmark = pytest.mark.django_db

TOUR = exchanges("Five-minute tour")
WRITING = exchanges("Write a record")
INGESTING = exchanges("Ingest a digest")
FOLLOWING = exchanges("Follow the register, and cite it")
ISSUE_TOKEN = re.compile(
    r"^TOKEN=\$\(\.venv/bin/python manage\.py issue_token (?P<arguments>.+)\)$", re.MULTILINE
)


def check(exchange, response):
    """Compare an answer with the one that is shown, or show it from now on."""
    told = exchange.told(response)
    if os.environ.get("UPDATE_README"):
        exchange.rewrite(told)
    else:
        assert exchange.answer == told


def test_readme_shows_all_that_is_compared():
    assert len(TOUR) >= 6
    assert len(WRITING) == 5
    assert len(INGESTING) == 1
    assert len(FOLLOWING) == 2
    for title, found in (
        ("Five-minute tour", TOUR),
        ("Write a record", WRITING),
        ("Ingest a digest", INGESTING),
        ("Follow the register, and cite it", FOLLOWING),
    ):
        assert section(title).count("\ncurl ") == len(found)


@pytest.mark.parametrize(
    "exchange", [*TOUR, *FOLLOWING], ids=[each.command for each in (*TOUR, *FOLLOWING)]
)
def test_readme_answer_is_the_real_one(client, digest, exchange):
    check(exchange, exchange.send(client))


def test_readme_writes_a_record_as_it_shows(client, digest):
    reset_numbers()
    create_demo_users()
    with time_machine.travel(digest.now, tick=False):
        secret = StringIO()
        arguments = shlex.split(ISSUE_TOKEN.search(section("Write a record"))["arguments"])
        call_command("issue_token", *arguments, stdout=secret, stderr=StringIO())
        for exchange in (*WRITING, *INGESTING):
            check(exchange, exchange.send(client, TOKEN=secret.getvalue().strip()))
