"""Asks a server as fast as it answers: `wrk` where it is installed, else a client of our own."""

import asyncio
import json
import random
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 8

_SCRIPT = Path(__file__).with_name("random.lua")
_WRK = shutil.which("wrk")
_PATIENCE = 60  # seconds for one answer

CLIENT = "wrk" if _WRK else "the bundled Python client, which takes a good part of a core itself"


@dataclass(frozen=True)
class Outcome:
    """What one run of some seconds gave."""

    rate: float
    """Answers per second."""
    mean: float
    """Mean time to an answer, in milliseconds."""


def ask(origin: str, paths: Sequence[str], seconds: float) -> Outcome:
    """Ask for random paths over 8 connections for some seconds; anything but 200 aborts.

    A server that would not come round in that time is asked for one answer after another: it
    gives one at a time anyway, and would go on with the others while the next one is measured.
    """
    slow = _one_after_another(origin, paths, 0)
    if slow.mean > 1000 * seconds / 2:
        return _one_after_another(origin, paths, seconds)
    if _WRK:
        return _wrk(_WRK, origin, paths, seconds)
    return asyncio.run(_python(int(origin.rpartition(":")[2]), paths, seconds))


def _one_after_another(origin: str, paths: Sequence[str], seconds: float) -> Outcome:
    """Ask for one answer, and for more until the time is over."""
    times: list[float] = []
    while not times or sum(times) < seconds:
        begin = time.monotonic()
        with urllib.request.urlopen(origin + random.choice(paths), timeout=_PATIENCE) as answer:
            answer.read()
        times.append(time.monotonic() - begin)
    mean = sum(times) / len(times)
    return Outcome(1 / mean, 1000 * CONNECTIONS * mean)


def _wrk(wrk: str, origin: str, paths: Sequence[str], seconds: float) -> Outcome:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("\n".join(paths) + "\n")
        listed.flush()
        done = subprocess.run(
            [
                *(wrk, "--threads", "1", "--connections", str(CONNECTIONS)),
                *("--duration", f"{max(1, round(seconds))}s", "--timeout", f"{_PATIENCE}s"),
                *("--script", _SCRIPT, origin, "--", listed.name),
            ],
            capture_output=True,
            text=True,
            check=True,
            timeout=seconds + 2 * _PATIENCE,
        )
    found = json.loads(done.stdout.rpartition("JSON")[2])
    if found["errors"] or not found["requests"]:
        raise SystemExit(f"{origin}{paths[0]}: {found}")
    return Outcome(found["requests"] / found["seconds"], found["mean_ms"])


async def _python(port: int, paths: Sequence[str], seconds: float) -> Outcome:
    start = time.monotonic()
    end = start + seconds
    taken = await asyncio.gather(
        *(_connection(port, paths, end, seed) for seed in range(CONNECTIONS))
    )
    times = [each for times in taken for each in times]
    return Outcome(len(times) / (time.monotonic() - start), 1000 * sum(times) / len(times))


async def _connection(port: int, paths: Sequence[str], end: float, seed: int) -> list[float]:
    """Ask over one connection until the end; return how long each answer took, in seconds."""
    choose = random.Random(seed).choice
    requests = [f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode() for path in paths]
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 22)
    times = []
    while (begin := time.monotonic()) < end:
        writer.write(choose(requests))
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if b" 200 " not in head.partition(b"\r\n")[0]:
            raise SystemExit(head.decode())
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        times.append(time.monotonic() - begin)
    writer.close()
    return times
