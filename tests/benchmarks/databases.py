"""Databases filled once and kept in a folder: where they are, and their servers."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.postgres import KeptPostgres
from tests.benchmarks.questions import Questions

PROJECT_ROOT = Path(__file__).resolve().parents[2]
ENGINES = ("postgresql", "sqlite")

_CONTENT = (
    *(Path(__file__).with_name(name) for name in ("world.py", "facts.py", "documents.py")),
    PROJECT_ROOT / "records" / "migrations" / "0001_initial.py",
)
"""What is generated, and into which tables; a database is kept until one of these changes."""


@dataclass(frozen=True)
class Database:
    """A filled database that is ready to be asked."""

    engine: str
    claims: int
    url: str
    questions: Questions

    @property
    def environment(self) -> dict[str, str]:
        """Environment of a process that works on it, with settings as in production."""
        return settings(self.url)


def settings(url: str) -> dict[str, str]:
    """Build the environment of a production server on a database, without rate limits."""
    return os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "ENV_FILE": os.devnull,
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECRET_KEY": "benchmarks-only-" * 4,
        "SECURE_SSL_REDIRECT": "0",
        "RATE_LIMIT_ANON": "",
        "RATE_LIMIT_USER": "",
        "PYTHONPATH": str(PROJECT_ROOT),
        "PYTHONWARNINGS": "ignore::UserWarning",
    }


@contextmanager
def database(engine: str, claims: int, data: Path) -> Iterator[Database]:
    """Build a database or take the one that was kept; its server runs inside the block."""
    folder = _folder(engine, claims, data)
    if engine == "sqlite":
        folder.mkdir(parents=True, exist_ok=True)
        yield _prepared(engine, claims, f"sqlite:///{folder / 'accord.sqlite3'}")
        return
    server = KeptPostgres(folder)
    server.start()
    try:
        yield _prepared(engine, claims, server.url)
    finally:
        server.stop()


def _folder(engine: str, claims: int, data: Path) -> Path:
    """Name the folder after what is in it; remove what an older generator has left there."""
    content = b"".join(path.read_bytes() for path in _CONTENT)
    name = f"{engine}-{claims}-{hashlib.sha256(content).hexdigest()[:8]}"
    for folder in data.glob(f"{engine}-{claims}-*"):
        if folder.name != name:
            shutil.rmtree(folder)
    return data / name


def _prepared(engine: str, claims: int, url: str) -> Database:
    command = [sys.executable, "-m", "tests.benchmarks", "prepare", "--claims", str(claims)]
    done = subprocess.run(
        command, env=settings(url), cwd=PROJECT_ROOT, stdout=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise SystemExit(done.returncode)
    return Database(engine, claims, url, Questions(**json.loads(done.stdout)))
