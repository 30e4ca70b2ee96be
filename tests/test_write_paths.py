"""Records change in one place only, so that nothing changes them without the log."""

import ast
from pathlib import Path

from tests.support.architecture import PROJECT_ROOT

WRITERS = {"bulk_create", "bulk_update", "create", "delete", "get_or_create", "save", "update",
           "update_or_create"}  # fmt: skip
MANAGERS = {"objects", "_default_manager", "filter", "exclude"}

ALLOWED = {
    "services/saving.py": "the one write path",
    "services/owned.py": "the rows of the one write path",
    "services/changes.py": "the log itself",
    "representations/staleness.py": "documents, which the log does not need",
    "models/change.py": "the refusal to change the log",
    "models/base.py": "derived columns, and the refusal to delete what was public",
    "services/accounts.py": "groups",
    "services/tokens.py": "tokens",
    "services/idempotency.py": "kept answers",
    "services/loading/syncing.py": "categories and their crosswalk",
}
"""The modules that write to the database, and what."""


def writes(path: Path) -> bool:
    """Tell whether a module calls what stores or deletes rows."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITERS
        and _is_of_database(node.func)
        for node in ast.walk(ast.parse(path.read_text()))
    )


def _is_of_database(function: ast.Attribute) -> bool:
    """Tell `rows.filter(…).update(…)` and `record.save()` from what dictionaries do."""
    named = {node.attr for node in ast.walk(function.value) if isinstance(node, ast.Attribute)}
    return function.attr == "save" or bool(named & MANAGERS)


def test_only_the_service_writes_records():
    modules = {
        str(path.relative_to(PROJECT_ROOT / "records"))
        for path in (PROJECT_ROOT / "records").rglob("*.py")
        if "migrations" not in path.parts and writes(path)
    }
    assert modules == ALLOWED.keys()
