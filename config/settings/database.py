"""The connection settings of each supported database, with the reasons for them."""

from typing import Any

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"

# WAL lets readers work beside the one writer; NORMAL is safe with it. IMMEDIATE takes the write
# lock at BEGIN, where busy_timeout applies, instead of failing in the middle of a transaction.
SQLITE_OPTIONS = {
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        "PRAGMA synchronous=NORMAL;"
        "PRAGMA busy_timeout=20000;"
        "PRAGMA foreign_keys=ON;"
    ),
    "transaction_mode": "IMMEDIATE",
}

# Prepared statements from the first run on save parsing and planning: 1.5 to 1.8 times the
# requests per second. Without the first of the last options the planner walks the date index in
# parallel for an organization with many claims, which is slower by far when many clients ask at
# once; without the second, compiling a question over many records takes longer than answering it.
POSTGRESQL_OPTIONS = {
    "server_side_binding": True,
    "prepare_threshold": 1,
    "options": "-c max_parallel_workers_per_gather=0 -c jit=off",
}


def with_defaults(database: dict[str, Any]) -> dict[str, Any]:
    """Return connection settings parsed from a URL, completed for their engine.

    Whatever the URL's query names (`?conn_max_age=60&sslmode=require`) is kept.
    """
    if database["ENGINE"] == SQLITE:
        return {
            # Opening the file and setting the options took a quarter of a read.
            "CONN_MAX_AGE": None,
            **database,
            "OPTIONS": {**SQLITE_OPTIONS, **database.get("OPTIONS", {})},
        }
    if database["ENGINE"] == POSTGRESQL:
        return {
            # A connection is kept for the life of its process. A health check would cost every
            # request a round trip; a lost connection costs one request and is then replaced.
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": False,
            **database,
            "OPTIONS": {**POSTGRESQL_OPTIONS, **database.get("OPTIONS", {})},
        }
    return database
