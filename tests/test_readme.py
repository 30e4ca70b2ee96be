"""The README's requests get the answers that the README shows.

`UPDATE_README=1 python -m pytest tests/test_readme.py` writes the answers anew.
"""

import json
import os
import re
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
EXCHANGE = re.compile(
    r"```sh\ncurl -s (?:-H 'X-Request-ID: (?P<id>\w+)' )?'http://127\.0\.0\.1:8000(?P<path>[^']+)'\n"
    r"```\n\n```json\n(?P<answer>.*?)```\n",
    re.DOTALL,
)
pytestmark = pytest.mark.django_db

EXCHANGES = list(EXCHANGE.finditer(README.read_text()))


def test_readme_shows_at_least_five_questions():
    assert len(EXCHANGES) >= 6


@pytest.mark.parametrize("exchange", EXCHANGES, ids=[match["path"] for match in EXCHANGES])
def test_readme_answer_is_the_real_one(client, digest, exchange):
    headers = {"X-Request-ID": exchange["id"]} if exchange["id"] else {}
    answer = client.get(exchange["path"], headers=headers).json()
    if os.environ.get("UPDATE_README"):
        shown = json.dumps(answer, indent=2, ensure_ascii=False)
        text = README.read_text()
        start = text.index("```json\n", text.index(exchange["path"])) + len("```json\n")
        end = text.index("```\n", start)
        README.write_text(f"{text[:start]}{shown}\n{text[end:]}")
        return
    assert json.loads(exchange["answer"]) == answer
