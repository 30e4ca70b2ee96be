"""Examples of requests and their real answers, kept in files and compared by a test.

`examples.json` maps an operation id to a list of objects {summary, method, path, headers, send,
status, body}: what the demo register answers; reads have neither method, headers nor send. An
answer that is no JSON has its media type beside it, and its body as text.
"""

from functools import cache
from pathlib import Path
from typing import Any

import orjson

from records.api.schema.operation import JsonSchema

JSON = "application/json"
EXAMPLES_FILE = Path(__file__).with_name("examples.json")


@cache
def examples() -> dict[str, list[dict[str, Any]]]:
    """Read the file."""
    return orjson.loads(EXAMPLES_FILE.read_bytes())  # type: ignore[no-any-return]


def examples_of(operation_id: str, status: int, media_type: str = JSON) -> JsonSchema:
    """Examples of the answer with a status, of one media type."""
    return {
        name: {"summary": _title(example), "value": example["body"]}
        for name, example in _named(operation_id)
        if example["status"] == status and example.get("media_type", JSON) == media_type
    }


def request_examples_of(operation_id: str) -> JsonSchema:
    """Examples of the body of a request that is done."""
    return {
        name: {"summary": _title(example), "value": example["send"]}
        for name, example in _named(operation_id)
        if example["status"] < 400  # noqa: PLR2004 not a problem
    }


def form_examples_of(operation_id: str) -> JsonSchema:
    """Examples of the same requests as forms: the text stands in a file."""
    return {
        name: {**example, "value": {_as_file(member): value
                                    for member, value in example["value"].items()}}
        for name, example in request_examples_of(operation_id).items()
    }  # fmt: skip


def _as_file(member: str) -> str:
    return "file" if member == "text" else member


def _named(operation_id: str) -> list[tuple[str, dict[str, Any]]]:
    listed = enumerate(examples().get(operation_id, []), 1)
    return [(f"example{number}", example) for number, example in listed]


def _title(example: dict[str, Any]) -> str:
    return f"{example['summary']}: {example.get('method', 'GET')} {example['path']}"
