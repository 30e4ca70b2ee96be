"""Examples of requests and their real answers, kept in files and compared by a test.

`examples.json` maps an operation id to a list of objects {summary, path, status, body}: what the
demo register answers to a GET of the path.
"""

from functools import cache
from pathlib import Path
from typing import Any

import orjson

from records.api.schema.operation import JsonSchema

EXAMPLES_FILE = Path(__file__).with_name("examples.json")


@cache
def examples() -> dict[str, list[dict[str, Any]]]:
    """Read the file."""
    return orjson.loads(EXAMPLES_FILE.read_bytes())  # type: ignore[no-any-return]


def examples_of(operation_id: str) -> JsonSchema:
    """Examples of the 200 answer."""
    return _shown(operation_id, 200)


def problem_examples_of(operation_id: str, status: int) -> JsonSchema:
    """Examples of the answer with a problem document."""
    return _shown(operation_id, status)


def _shown(operation_id: str, status: int) -> JsonSchema:
    return {
        f"example{number}": {
            "summary": f"{example['summary']}: GET {example['path']}",
            "value": example["body"],
        }
        for number, example in enumerate(examples().get(operation_id, []), 1)
        if example["status"] == status
    }
