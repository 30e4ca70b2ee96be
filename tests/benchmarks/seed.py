"""Fills an empty database for the benchmarks that write, in a process of its own.

Prints the tokens, the bodies to send and the records to change as JSON.
"""

import json
from typing import Any

import django
from django.core.management import call_command

from tests.benchmarks.console import show

ORGANIZATIONS, SOURCES, BODIES = 100, 20, 200
CHANGED = 10
MERGED, CLAIMS_OF_MERGED = 10, 5

Body = dict[str, Any]


def main() -> None:
    """Migrate, fill and tell."""
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    show(json.dumps(_seeded()))


def _seeded() -> dict[str, Any]:
    from rest_framework.authtoken.models import Token  # inline import: needs Django to be ready

    from tests.factories import (  # inline import: needs Django to be ready
        ApiTokenFactory,
        ClaimFactory,
        OrganizationFactory,
        SourceFactory,
        UserFactory,
    )

    user, reviewer = UserFactory(role="editor"), UserFactory(role="reviewer")
    organizations = [OrganizationFactory().pk for _ in range(ORGANIZATIONS)]
    sources = [SourceFactory().pk for _ in range(SOURCES)]
    changed = [OrganizationFactory(name="0").public_id for _ in range(CHANGED)]
    merged = [OrganizationFactory() for _ in range(2 * MERGED)]
    for organization in merged * CLAIMS_OF_MERGED:
        ClaimFactory(organizations=[organization])
    half = ORGANIZATIONS // 2
    facts = [
        (
            number,
            sources[number % SOURCES],
            [organizations[number % half], organizations[half + number * 7 % half]],
        )
        for number in range(BODIES)
    ]
    return {
        "token": f"Bearer {ApiTokenFactory(user=user, write=True, read_drafts=True).secret}",
        "reviewer_token": "Bearer "
        + ApiTokenFactory(user=reviewer, write=True, read_drafts=True).secret,
        "usual_token": f"Token {Token.objects.create(user=user).key}",
        "bodies": [ours(*each) for each in facts],
        "usual_bodies": [usual(*each) for each in facts],
        "changed": [f"/api/v1/organizations/{public_id}/" for public_id in changed],
        "merged": [organization.public_id for organization in merged],
    }


def ours(number: int, source: int, organizations: list[int]) -> Body:
    """Tell a claim with two parties, two measures and a citation as our API takes it."""
    period = {"edtf": "2024-02", "words": "in February 2024"}
    baseline = {"edtf": "2023-02", "words": "from February 2023"}
    absolute, relative = _measures()
    return _claim(number) | {
        "occurred": period,
        "measures": [
            absolute | {"period": period},
            relative | {"period": period, "baseline_period": baseline},
        ],
        "citations": [{"source": f"SRC-{source}", "locator": f"line {number}"}],
        "organizations": [f"ORG-{each}" for each in organizations],
    }


def usual(number: int, source: int, organizations: list[int]) -> Body:
    """Tell the same claim as columns and primary keys."""
    period = {"period": "2024-02", "period_words": "in February 2024"}
    baseline = {"baseline_period": "2023-02", "baseline_words": "from February 2023"}
    absolute, relative = _measures()
    return _claim(number) | {
        "occurred": "2024-02",
        "occurred_words": "in February 2024",
        "measures": [absolute | period, relative | period | baseline],
        "citations": [{"source": source, "locator": f"line {number}"}],
        "organizations": organizations,
    }


def _claim(number: int) -> Body:
    return {
        "text": f"The ports handled 14.5 million tons of cargo in February, up 30%: line {number}.",
        "language": "en",
        "kind": "trade_or_logistics_volume",
        "modality": "official_statement",
        "speaker_name": "A. Person",
        "speaker_title": "Minister",
        "credibility": "2",
    }


def _measures() -> tuple[Body, Body]:
    common = {"metric": "cargo_volume", "object_words": "cargo"}
    tons = {"unit_code": "TNE", "unit_words": "tons"}
    absolute = common | tons | {"mode": "absolute", "value": "14500000", "precision": "100000"}
    return absolute, common | {"mode": "percent_change", "value": "30", "precision": "1"}


if __name__ == "__main__":
    main()
