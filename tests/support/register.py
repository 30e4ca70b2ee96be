"""The register as `manage.py demo` leaves it, for tests that ask it questions.

    def test_fifth_line_is_a_framework_agreement(digest, db):
        assert digest.claim(5).kind == "agreement_event"

Ask for `db` (or the `client` with the mark `django_db`) beside `digest`: what such a test writes is
rolled back after it, what `digest` loaded after the last test of the module. Ids are those of a new
database, and every instant is NOW, so whole documents can be compared.

The register is filled for the first test of a module that asks and stays for those after it, asked
or not: tests of an empty register go to a module of their own.

All happens in one transaction that stays open: tests with `transactional_db` or `live_server`, and
tests that use a second connection, cannot use it. They can call `load_register` themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import pytest
import time_machine
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from pytest_django.plugin import DjangoDbBlocker

from records.models import Claim, Organization
from records.services.demo import load_demo
from records.services.reference import FIXTURES, load_reference

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HEADER = " date 2025-04-04 "


@cache
def sentences() -> list[str]:
    """Read the digest's sentences from the text as it was retrieved."""
    text = (FIXTURES / "digests" / "2025-04-04.txt").read_text(encoding="utf-8")
    return text.removeprefix(HEADER).split("\n")


@dataclass(frozen=True)
class Digest:
    """Short ways to what was loaded."""

    now: datetime = NOW

    def sentence(self, line: int) -> str:
        """Return a sentence as the digest has it; the first line is 1."""
        return sentences()[line - 1]

    def claim(self, line: int) -> Claim:
        """Read the claim that stands on a line."""
        return Claim.objects.get(citations__locator=f"line {line}")

    def organization(self, name: str) -> Organization:
        """Read an organization by its main name; states too."""
        return Organization.objects.get(name=name)


@pytest.fixture(scope="module")
def digest(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Digest]:
    """Fill the register with reference and demonstration data for the tests of one module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_register()
        with django_db_blocker.block():
            yield Digest()
        transaction.set_rollback(True)


_loaded: list[models.Model] = []


def load_register() -> None:
    """Load everything into empty tables, from the files once and from memory ever after."""
    tables = [{"table": model._meta.db_table, "column": "id"} for model in _numbered()]
    _run(connection.ops.sequence_reset_by_name_sql(no_style(), tables))
    with time_machine.travel(NOW, tick=False):
        if not _loaded:
            load_reference()
            load_demo()
            _loaded.extend(row for model in _models() for row in model._base_manager.all())
            return
        for model in _models():
            model._base_manager.bulk_create(row for row in _loaded if type(row) is model)
    reset_numbers()


def reset_numbers() -> None:
    """Let the next new record take the next number: rolled back ones leave gaps on PostgreSQL."""
    _run(connection.ops.sequence_reset_sql(no_style(), _numbered()))


def _models() -> list[type[models.Model]]:
    return list(apps.get_app_config("records").get_models())


def _numbered() -> list[type[models.Model]]:
    return [model for model in _models() if isinstance(model._meta.pk, models.AutoField)]


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
