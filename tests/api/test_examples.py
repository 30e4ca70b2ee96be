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
def editor(db):
    client = Client()
    client.force_login(UserFactory(role="editor"))
    return client


@pytest.mark.parametrize(("operation_id", "number"), EXAMPLES)
def test_example_is_what_the_register_answers(client, editor, digest, operation_id, number):
    example = examples()[operation_id][number]
    reset_numbers()
    asks = editor if "method" in example else client
    with time_machine.travel(digest.now, tick=False):
        response = asks.generic(
            example.get("method", "GET"),
            example["path"],
            orjson.dumps(example["send"]) if "send" in example else b"",
            "application/json",
            headers={"X-Request-ID": "example", **example.get("headers", {})},
        )
    if os.environ.get("UPDATE_EXAMPLES"):
        example |= {"status": response.status_code, "body": response.json()}
        EXAMPLES_FILE.write_bytes(orjson.dumps(examples(), option=orjson.OPT_INDENT_2) + b"\n")
    assert (response.status_code, response.json()) == (example["status"], example["body"])
