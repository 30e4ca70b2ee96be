"""The examples of the schema are what the demo register answers.

`UPDATE_EXAMPLES=1 python -m pytest tests/api/test_examples.py` writes the answers anew.
"""

import os

import orjson
import pytest

from records.api.schema.examples import EXAMPLES_FILE, examples

pytestmark = pytest.mark.django_db

EXAMPLES = [
    pytest.param(operation_id, number, id=f"{operation_id}-{number}")
    for operation_id, listed in examples().items()
    for number in range(len(listed))
]


@pytest.mark.parametrize(("operation_id", "number"), EXAMPLES)
def test_example_is_what_the_register_answers(client, digest, operation_id, number):
    example = examples()[operation_id][number]
    response = client.get(example["path"], headers={"X-Request-ID": "example"})
    if os.environ.get("UPDATE_EXAMPLES"):
        example |= {"status": response.status_code, "body": response.json()}
        EXAMPLES_FILE.write_bytes(orjson.dumps(examples(), option=orjson.OPT_INDENT_2) + b"\n")
    assert (response.status_code, response.json()) == (example["status"], example["body"])
