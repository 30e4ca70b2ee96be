"""The requests that a page of documentation shows, with the answers that it shows to them.

An exchange is a block `sh` with one `curl`, followed by a block with its answer: `json` for the
body alone, `csv` and `jsonl` for a body as it is, `http` (with `curl -i`) for the status, the
headers of `SHOWN` and the body.
"""

import argparse
import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpResponse
from django.test import Client

README = Path(__file__).parents[2] / "README.md"
ORIGIN = "http://127.0.0.1:8000"
SHOWN = ("ETag", "Location")

_EXCHANGE = re.compile(
    r"(?P<before>```sh\n(?P<command>curl .*?)```\n\n```(?P<kind>jsonl?|csv|http)\n)"
    r"(?P<answer>.*?)```\n",
    re.DOTALL,
)

_CURL = argparse.ArgumentParser(prog="curl")
_CURL.add_argument("url")
_CURL.add_argument("-s", action="store_true", required=True)
_CURL.add_argument("-i", action="store_true")
_CURL.add_argument("-X", dest="method")
_CURL.add_argument("-H", dest="headers", action="append", default=[])
_CURL.add_argument("-d", dest="body")


@dataclass(frozen=True)
class Exchange:
    """One request of a page; `answer` is what stands there."""

    page: Path
    before: str
    command: str
    kind: str
    answer: str

    def send(self, client: Client, **variables: str) -> HttpResponse:
        """Send the request, with the shell variables that the command names."""
        command = self.command.replace("\\\n", "")
        for name, value in variables.items():
            command = command.replace(f"${name}", value)
        asked = _CURL.parse_args(shlex.split(command)[1:])
        assert asked.url.startswith(f"{ORIGIN}/")
        assert asked.i == (self.kind == "http")
        return client.generic(
            asked.method or ("GET" if asked.body is None else "POST"),
            asked.url.removeprefix(ORIGIN),
            asked.body or "",
            headers=dict(header.split(": ", 1) for header in asked.headers),
        )

    def told(self, response: HttpResponse) -> str:
        """Write an answer as the page shows it."""
        if self.kind in {"csv", "jsonl"}:
            return response.getvalue().decode().replace("\r\n", "\n")
        body = f"{json.dumps(response.json(), indent=2, ensure_ascii=False)}\n"
        if self.kind == "json":
            return body
        head = [f"HTTP/1.1 {response.status_code} {response.reason_phrase}"]
        head += [f"{name.lower()}: {response[name]}" for name in SHOWN if name in response]
        return "\n".join([*head, "", body])

    def rewrite(self, answer: str) -> None:
        """Put another answer into the page."""
        text = self.page.read_text()
        old, new = (f"{self.before}{each}```\n" for each in (self.answer, answer))
        assert text.count(old) == 1
        self.page.write_text(text.replace(old, new))


def section(title: str) -> str:
    """Read what stands in the README under a heading of the second level."""
    return README.read_text().partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def exchanges(title: str) -> list[Exchange]:
    """List the exchanges under a heading of the README."""
    return exchanges_in(README, section(title))


def exchanges_in(page: Path, text: str) -> list[Exchange]:
    """List the exchanges in a text of a page."""
    return [Exchange(page, **match.groupdict()) for match in _EXCHANGE.finditer(text)]
