"""The examples of the schema are what the demo register answers.

`UPDATE_EXAMPLES=1 python -m pytest tests/api/test_examples.py` writes the answers anew.
"""

import os

import orjson
import pytest
import time_machine
from django.test import Client

from records.api.schema.examples import EXAMPLES_FILE, examples
from tests.factories import UserFactory
from tests.support.register import reset_numbers

pytestmark = pytest.mark.django_db

EXAMPLES = [
    pytest.param(operation_id, number, id=f"{operation_id}-{number}")
    for operation_id, listed in examples().items()
    for number in range(len(listed))
]


@pytest.fixture
def clients(db):
    clients = {"nobody": Client()}
    for role in ("editor", "reviewer"):
        clients[role] = Client()
        clients[role].force_login(UserFactory(username=role, role=role))
    return clients


def ask(clients, request):
    """Send a request: a write as an editor and a read as nobody, unless it says who."""
    asks = clients[request.get("as", "editor" if "method" in request else "nobody")]
    return asks.generic(
        request.get("method", "GET"),
        request["path"],
        orjson.dumps(request["send"]) if "send" in request else b"",
        "application/json",
        headers={"X-Request-ID": "example", **request.get("headers", {})},
    )


@pytest.mark.parametrize(("operation_id", "number"), EXAMPLES)
def test_example_is_what_the_register_answers(clients, digest, operation_id, number):
    example = examples()[operation_id][number]
    reset_numbers()
    with time_machine.travel(digest.now, tick=False):
        for earlier in example.get("before", ()):
            assert ask(clients, earlier).status_code < 300, earlier
        response = ask(clients, example)
    body = answered(response)
    if os.environ.get("UPDATE_EXAMPLES"):
        example |= {"status": response.status_code, "body": body}
        EXAMPLES_FILE.write_bytes(orjson.dumps(examples(), option=orjson.OPT_INDENT_2) + b"\n")
    assert (response.status_code, body) == (example["status"], example["body"])


def answered(response):
    """Read an answer: text as it is, JSON as what it says."""
    media_type = response.headers["Content-Type"].partition(";")[0]
    return response.json() if media_type.endswith("json") else response.getvalue().decode()
