"""The questions of QUESTIONS.md get the answers that it shows, on the demo and the daily counts.

`UPDATE_README=1 python -m pytest tests/test_questions.py` writes the answers anew.
"""

import os
import re
import shlex
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from tests.support.readme import README, exchanges_in
from tests.support.register import reset_numbers

pytestmark = pytest.mark.django_db

PAGE = README.with_name("QUESTIONS.md")
LOAD = re.compile(r"manage\.py (load_dataset .+)")


def test_page_shows_all_that_is_compared():
    text = PAGE.read_text()
    assert len(exchanges_in(PAGE, text)) == text.count("\ncurl ") == text.count("\n**")


def test_answers_are_the_real_ones(client, digest):
    reset_numbers()
    with time_machine.travel(digest.now, tick=False):
        call_command(*shlex.split(LOAD.search(PAGE.read_text())[1]), stdout=StringIO())
        for exchange in exchanges_in(PAGE, PAGE.read_text()):
            response = exchange.send(client)
            assert response.status_code == 200, response.getvalue()
            told = exchange.told(response)
            if os.environ.get("UPDATE_README"):
                exchange.rewrite(told)
            else:
                assert exchange.answer == told, exchange.command
