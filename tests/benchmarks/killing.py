"""Kills a server or a command in the middle of writes, and proves that nothing is half-written.

Each time it is started and kept busy with one kind of write, it gets `kill -9` after a delay that
differs from time to time, and `manage.py verify_log` has to hold.
"""

import http.client
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
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

IMPORTED = 600
START_OF_IMPORT = 1.5  # seconds
_attempts = count(1)

Interrupt = Callable[[Scratch, float], int]
"""Kills after a delay; returns how many writes had been answered."""

Write = Callable[[Scratch, Server], Iterator[int]]
"""Sends writes for ever, and yields the status of each answer."""


def report(engines: Sequence[str], times: int) -> None:
    """Kill on each database in each kind of write; end with an error if there is a fault."""
    show(f"{line(_HEAD)}\n{line(['---', '---'] + ['---:'] * (len(_HEAD) - 2))}")
    for engine in engines:
        with scratch(engine) as filled:
            for name, interrupt in WRITES.items():
                show(_killed(engine, filled, name, interrupt, times))


def _killed(engine: str, filled: Scratch, name: str, interrupt: Interrupt, times: int) -> str:
    answered = 0
    for number in range(times):
        progress(f"{TITLES[engine]}: {name}, {number + 1} of {times}")
        answered += interrupt(filled, DELAYS[number % len(DELAYS)])
        _verify(filled)
    progress("")
    if not answered and name != "import":
        raise SystemExit(f"No {name} was answered, so none was interrupted.")
    return line([TITLES[engine], name, f"{times}", f"{answered:,}", "0"])


def _importing(filled: Scratch, delay: float) -> int:
    """Import a file of organizations and kill the command; return 1 when it came to its end."""
    attempt = f"Imported {next(_attempts):03}"
    rows = "".join(f"{attempt} {number},company\n" for number in range(IMPORTED))
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(f"name,kind\n{rows}")
        file.flush()
        command = ["import_records", file.name, "--type", "organizations", "--reason", "A test."]
        process = subprocess.Popen(
            [sys.executable, "manage.py", *command],
            env=filled.environment, cwd=PROJECT_ROOT, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(START_OF_IMPORT + 2 * delay)
        ended = process.poll() is not None
        process.kill()
        process.wait()
    return int(ended)


def _serving(write: Write, filled: Scratch, delay: float) -> int:
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


WRITES: dict[str, Interrupt] = {
    "publish": partial(_serving, publish),
    "merge": partial(_serving, merge),
    "import": _importing,
}

_HALF = {
    "files were imported in part": f"""
        SELECT count(*) FROM (SELECT substr(name, 1, 12) FROM records_organization
            WHERE name LIKE 'Imported %' GROUP BY 1 HAVING count(*) <> {IMPORTED}) parts
    """,
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
