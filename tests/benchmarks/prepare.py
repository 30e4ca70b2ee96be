"""Builds the database that DATABASE_URL names, once, checks it, and draws the questions.

Runs in a process of its own for each database, because Django has one set of settings.
"""

from random import Random

from django.core.management import call_command
from django.db import connection

from records.api.pagination import Ordering, Place, write_cursor
from records.api.resources import CLAIMS
from records.models import Agreement, Claim, ClaimOrganization, Organization, Record, Source
from records.models import WeaponSystem as System
from records.representations.rendering import render
from tests.benchmarks.console import progress
from tests.benchmarks.generate import generate, render_all, vacuum
from tests.benchmarks.questions import AFTER, BEFORE, PAGE_SIZE, Questions

ASKED = 500
"""How many organizations and records a question about a random one draws from."""

COMPARED = {Claim: 500, Organization: 50, System: 50, Agreement: 50, Source: 50}
"""How many documents of each record type are compared with a fresh rendering."""


def prepare(claims: int) -> Questions:
    """Build what is missing and check documents; return the questions."""
    call_command("migrate", verbosity=0)
    if connection.vendor == "sqlite":
        connection.connection.execute("PRAGMA foreign_keys = OFF")
    present = Claim.objects.count()
    if present == 0:
        progress(f"Generating {claims:,} claims on {connection.vendor}")
        generate(claims)
        progress("")
    elif present != claims:
        raise SystemExit(f"The database holds {present:,} claims instead of {claims:,}.")
    random = Random(claims)
    for model, number in COMPARED.items():
        compare(model, sorted(random.sample(range(1, model.objects.count() + 1), number)))
    vacuum()
    return draw_questions(random, claims)


def compare(model: type[Record], numbers: list[int]) -> None:
    """Compare stored documents with what the service renders now, byte for byte.

    The generator's own, of claims, must be the same; others were rendered when the database was
    built, and are rendered again when the representation has changed since.
    """
    stored = dict(model.objects.filter(pk__in=numbers).values_list("pk", "document"))
    rendered = render(model, numbers)
    for number in numbers:
        if stored[number] == rendered[number]:
            continue
        if model is not Claim:
            render_all(model)
            return
        raise SystemExit(
            f"Claim {number}: the generated document is not what is rendered now.\n"
            f"generated: {stored[number]}\nrendered:  {rendered[number]}"
        )


def draw_questions(random: Random, claims: int) -> Questions:
    """Draw the records and organizations to ask for, and find the page in the middle."""
    newest_first = Claim.objects.order_by("-occurred_sort", "-id")
    key, number = newest_first.values_list("occurred_sort", "id")[claims // 2]
    place = Place(key, number)
    return Questions(
        organizations=_organizations(random),
        heaviest=1,
        middle_cursor=write_cursor(Ordering.of(CLAIMS, CLAIMS.default_ordering), place),
        middle_page=claims // 2 // PAGE_SIZE + 1,
        claims=random.sample(range(1, claims + 1), ASKED),
    )


def _organizations(random: Random) -> list[int]:
    """Draw organizations that have a claim in the period."""
    links = ClaimOrganization.objects.filter(occurred_sort__range=(AFTER, BEFORE))
    numbers = set(links.values_list("organization_id", flat=True))
    return random.sample(sorted(numbers), min(ASKED, len(numbers)))
