"""Where settings come from: the process environment, then the file `.env` in the project root."""

from pathlib import Path

import environ

PROJECT_ROOT = Path(__file__).resolve().parents[2]

env = environ.Env()


def read_env_file() -> None:
    """Read `ENV_FILE` (default `.env`), if it exists; the process environment always wins."""
    path = Path(env.str("ENV_FILE", default=str(PROJECT_ROOT / ".env")))
    if path.is_file():
        env.read_env(path)


read_env_file()
