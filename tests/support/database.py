"""A pytest plugin that decides the database of a test run before Django reads its settings.

`ACCORD_TEST_DATABASE` is `sqlite` (the default) or `postgresql`. For PostgreSQL, `DATABASE_URL` is
used if it names one; else a private server is started and stopped with the run.

The plugin is loaded with `-p` in pyproject.toml: a conftest would come too late, and every test
would silently run on SQLite.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from tests.support.postgres import PostgresError, TemporaryPostgres

VARIABLE = "ACCORD_TEST_DATABASE"
WITH_DATABASE = {"db", "transactional_db", "django_db_setup", "live_server", "served"}
"""Fixtures that a test asks for when it asks the database without the mark."""

CLEAN_UP = pytest.StashKey[Callable[[], None]]()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, object, object]:
    """Prepare the database; as a wrapper, before pytest-django's hook of the same name."""
    asked = os.environ.setdefault(VARIABLE, "sqlite")
    if asked == "sqlite":
        clean_up = use_sqlite()
    elif asked == "postgresql":
        clean_up = use_postgresql()
    else:
        raise pytest.UsageError(f"{VARIABLE} must be sqlite or postgresql, not {asked!r}.")
    early_config.stash[CLEAN_UP] = clean_up
    atexit.register(clean_up)
    return (yield)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run on a second database be told that the first one has the other tests."""
    parser.addoption(
        "--only-with-database",
        action="store_true",
        help="leave out tests that ask no database, or that are marked `one_database`",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what the option names."""
    if config.getoption("--only-with-database"):
        config.hook.pytest_deselected(items=[item for item in items if not _asks_database(item)])
        items[:] = [item for item in items if _asks_database(item)]


def _asks_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("one_database"):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & WITH_DATABASE)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what was started."""
    config.stash.get(CLEAN_UP, lambda: None)()


def use_sqlite() -> Callable[[], None]:
    """Point the settings to a file in a new temporary folder."""
    folder = Path(tempfile.mkdtemp(prefix="accord-sqlite-"))
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'accord.sqlite3'}"
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def use_postgresql() -> Callable[[], None]:
    """Point the settings to the server that DATABASE_URL names, else to one of our own."""
    if os.environ.get("DATABASE_URL", "").startswith(("postgres", "psql", "pgsql")):
        return lambda: None
    server = TemporaryPostgres()
    try:
        os.environ["DATABASE_URL"] = server.start()
    except PostgresError as error:
        server.stop()
        raise pytest.UsageError(str(error)) from error
    return server.stop
