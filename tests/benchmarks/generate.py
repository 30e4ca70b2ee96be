"""Fills an empty database with generated records; the same seed gives the same rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from random import Random

from django.core.management.color import no_style
from django.db import connection, transaction

from records.models import (
    Agreement,
    Citation,
    Claim,
    ClaimAgreement,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    ClaimWeaponSystem,
    Measure,
    Organization,
    Record,
    Source,
    WeaponSystem,
)
from records.models.fields import SortDateField
from records.representations.rendering import render
from tests.benchmarks.console import progress
from tests.benchmarks.documents import Documents
from tests.benchmarks.facts import Facts, draw_claims
from tests.benchmarks.naming import name_all
from tests.benchmarks.tables import Table
from tests.benchmarks.world import World, build_world, record_table

SEED = 20_250_404
_BATCH = 5_000


def generate(claims: int) -> None:
    """Load everything, all of it published."""
    random = Random(SEED)
    with transaction.atomic(), _unchecked():
        world = build_world(random)
        for model in (Organization, WeaponSystem, Agreement, Source):
            render_all(model)
        name_all()
        _load_claims(random, world, claims)
        _set_sequences()


def vacuum() -> None:
    """Tell the planner what there is, as a running database's maintenance does."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")


@contextmanager
def _unchecked() -> Iterator[None]:
    """Leave out the checks of foreign keys, which the generator keeps by itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
        else:
            # Foreign keys were turned off by `prepare`, before the transaction.
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            yield
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def render_all(model: type[Record]) -> None:
    """Render a model's documents as the service does; there are not too many for that."""
    numbers = list(model.objects.order_by("pk").values_list("pk", flat=True))
    statement = f"UPDATE {model._meta.db_table} SET document = %s WHERE id = %s"
    with connection.cursor() as cursor:
        for start in range(0, len(numbers), _BATCH):
            documents = render(model, numbers[start : start + _BATCH])
            cursor.executemany(statement, [(text, number) for number, text in documents.items()])


def _load_claims(random: Random, world: World, count: int) -> None:
    writer = _ClaimWriter(world)
    for facts in draw_claims(random, world, count):
        writer.add(facts)
        if facts.number % _BATCH == 0:
            writer.flush()
            if facts.number % (20 * _BATCH) == 0:
                progress(f"Generating: {facts.number:,} of {count:,} claims")
    writer.flush()


class _ClaimWriter:
    """Turns facts into rows of nine tables."""

    def __init__(self, world: World) -> None:
        self.documents = Documents(world)
        self.claims = record_table(
            Claim, "id", "text", "language", "kind", "modality", "credibility", "said_by_id",
            "speaker_name", "speaker_title", "occurred", "occurred_words", "occurred_unresolved",
            "due", "citation_count",
        )  # fmt: skip
        self.citations = Table(Citation, "claim_id", "source_id", "locator")
        link = ("claim_id", "occurred_sort", "position")
        self.agreements = Table(ClaimAgreement, *link, "agreement_id")
        self.organizations = Table(ClaimOrganization, *link, "organization_id")
        self.weapon_systems = Table(ClaimWeaponSystem, *link, "weapon_system_id")
        self.categories = Table(ClaimCategory, *link, "category_id")
        self.countries = Table(ClaimCountry, *link, "country")
        self.relations = Table(ClaimRelation, "claim_id", "kind", "other_id")
        self.measures = Table(
            Measure, "claim_id", "position", "metric", "weapon_system_id", "mode", "value",
            "unit_code", "period",
        )  # fmt: skip
        self.tables = [table for table in vars(self).values() if isinstance(table, Table)]
        self.sort = lru_cache(20_000)(SortDateField(source="occurred").derive)

    def flush(self) -> None:
        for table in self.tables:
            table.flush()

    def add(self, facts: Facts) -> None:
        self.claims.add(
            facts.number, facts.text, "en", facts.kind, facts.modality, facts.credibility,
            facts.said_by, *facts.speaker, facts.occurred, facts.occurred_words,
            facts.occurred_unresolved, facts.due, 1, "published", 1, facts.written, facts.written,
            self.documents.of(facts),
        )  # fmt: skip
        self.citations.add(facts.number, facts.source, facts.locator)
        if facts.relation:
            kind, other = facts.relation
            self.relations.add(facts.number, kind, other.number)
        for place, figure in enumerate(facts.figures):
            self.measures.add(
                facts.number, place, figure.metric, figure.weapon_system, figure.mode,
                figure.value, figure.unit_code, figure.period,
            )  # fmt: skip
        sort = self.sort(facts.occurred)
        for table, targets in (
            (self.agreements, facts.agreements),
            (self.organizations, facts.organizations),
            (self.weapon_systems, facts.weapon_systems),
            (self.categories, [facts.category]),
            (self.countries, facts.countries),
        ):
            for place, target in enumerate(targets):
                table.add(facts.number, sort, place, target)


def _set_sequences() -> None:
    """Let the next record get the next number."""
    models = [Organization, WeaponSystem, Agreement, Source, Claim]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
