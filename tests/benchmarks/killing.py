"""Kills the server in the middle of writes, and proves that nothing is half-written.

Each time a server is started, one kind of write is sent to it without a pause, the server gets
`kill -9` after a delay that differs from time to time, and `manage.py verify_log` has to hold.
"""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count

from tests.benchmarks.console import progress, show
from tests.benchmarks.databases import PROJECT_ROOT
from tests.benchmarks.questions import OURS
from tests.benchmarks.report import TITLES, line
from tests.benchmarks.scratch import Scratch, scratch
from tests.benchmarks.servers import Server, serve
from tests.benchmarks.writing_client import WritingClient
from tests.support.writers import STALE

DELAYS = [0.3 + 0.037 * step % 0.6 for step in range(50)]
_HEAD = ("database", "killed in the middle of", "times", "writes answered before", "faults")

Write = Callable[[Scratch, Server], Iterator[int]]
"""Sends writes for ever, and yields the status of each answer."""


def report(engines: Sequence[str], times: int) -> None:
    """Kill on each database in each kind of write; end with an error if there is a fault."""
    show(f"{line(_HEAD)}\n{line(['---', '---'] + ['---:'] * (len(_HEAD) - 2))}")
    for engine in engines:
        with scratch(engine) as filled:
            for name, write in WRITES.items():
                show(_killed(engine, filled, name, write, times))


def _killed(engine: str, filled: Scratch, name: str, write: Write, times: int) -> str:
    answered = 0
    for number in range(times):
        progress(f"{TITLES[engine]}: {name}, {number + 1} of {times}")
        answered += _once(filled, write, DELAYS[number % len(DELAYS)])
        _verify(filled)
    progress("")
    if not answered:
        raise SystemExit(f"No {name} was answered, so none was interrupted.")
    return line([TITLES[engine], name, f"{times}", f"{answered:,}", "0"])


def _once(filled: Scratch, write: Write, delay: float) -> int:
    """Let the server work for a while and kill it; return how many writes it has answered."""
    with serve(OURS, filled.environment) as server, ThreadPoolExecutor(1) as pool:
        server.get("/readyz")
        running = pool.submit(_count, filled, server, write)
        time.sleep(delay)
        os.killpg(server.group, signal.SIGKILL)
        return running.result(60)


def _count(filled: Scratch, server: Server, write: Write) -> int:
    done = 0
    with suppress(OSError, http.client.HTTPException):
        for status in write(filled, server):
            if status >= 500:
                raise SystemExit(f"The server answered {status}.")
            done += 1
    return done


def _verify(filled: Scratch) -> None:
    """Abort unless the log and the records agree, and what goes together went together."""
    checked = subprocess.run(
        [sys.executable, "manage.py", "verify_log"],
        env=filled.environment, cwd=PROJECT_ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if checked.returncode:
        raise SystemExit(checked.stdout + checked.stderr)
    for fault, statement in _HALF.items():
        ((found,),) = filled.ask(statement)
        if found:
            raise SystemExit(f"{found} {fault}.")


def publish(filled: Scratch, server: Server) -> Iterator[int]:
    """Enter an organization and a claim about it, submit both, publish them together."""
    with (
        WritingClient(server.port, filled.token) as editor,
        WritingClient(server.port, filled.reviewer_token) as reviewer,
    ):
        for number in count():
            body = {"name": f"New {number}", "kind": "company"}
            organization = editor.send("POST", "/api/v1/organizations/", body).document
            body = filled.bodies[number % len(filled.bodies)]
            body = body | {"organizations": [organization["id"]]}
            claim = editor.send("POST", "/api/v1/claims/", body).document
            for record in (organization, claim):
                yield editor.send(
                    "POST", f"{record['url']}submit/", headers={"If-Match": '"1"'}
                ).status
            together = {"together": [organization["id"]]}
            yield reviewer.send(
                "POST", f"{claim['url']}publish/", together, {"If-Match": '"2"'}
            ).status


def merge(filled: Scratch, server: Server) -> Iterator[int]:
    """Merge organizations that claims name, and undo it."""
    with WritingClient(server.port, filled.reviewer_token) as reviewer:
        for number in count():
            pair = number * 2 % len(filled.merged)
            survivor, merged = filled.merged[pair : pair + 2]
            path = f"/api/v1/organizations/{merged}/"
            for step, body in (("merge", {"into": survivor}), ("unmerge", None)):
                # After a kill nobody knows where the pair stands: the first guess asks.
                answer = reviewer.send("POST", f"{path}{step}/", body, _headers('"1"'))
                if answer.status == STALE:
                    answer = reviewer.send("POST", f"{path}{step}/", body, _headers(answer.etag))
                yield answer.status


def _headers(etag: str) -> dict[str, str]:
    return {"X-Change-Reason": "They are one.", "If-Match": etag}


WRITES: dict[str, Write] = {"publish": publish, "merge": merge}

_HALF = {
    "published claims name organizations that are not public": """
        SELECT count(*) FROM records_claimorganization link
        JOIN records_claim claim ON claim.id = link.claim_id
        JOIN records_organization organization ON organization.id = link.organization_id
        WHERE claim.review_status = 'published' AND organization.review_status NOT IN
            ('published', 'retracted', 'merged')
    """,
    "organizations are merged without a merge, or not merged with one": """
        SELECT count(*) FROM records_organization organization
        WHERE (review_status = 'merged') <> EXISTS (
            SELECT 1 FROM records_merge WHERE record_type = 'ORG' AND undone_at IS NULL
            AND merged = organization.id)
    """,
}
"""What would be half-written, and the question that counts it."""
