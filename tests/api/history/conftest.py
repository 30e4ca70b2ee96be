"""People, and a register with a past."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from records.enums import Channel
from records.services import review
from records.services.authorship import Authorship
from records.services.merging import merge_records
from records.services.saving import save_record
from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    ClaimFactory,
    OrganizationFactory,
    UserFactory,
)
from tests.support.register import reset_numbers
from tests.support.writing import log_and_records_agree  # noqa: F401 watches every test here

START = datetime(2025, 4, 4, 12, tzinfo=UTC)


def by(user, reason="Why."):
    return Authorship(actor=user, channel=Channel.API, reason=reason)


def client_of(role):
    client = Client()
    client.force_login(UserFactory(role=role))
    return client


def documents(client, collection, query=""):
    """Read all documents of a collection, by id, through the API."""
    path, found = f"/api/v1/{collection}/?ordering=id&page_size=2{query}", []
    while path:
        page = client.get(path).json()
        found += page["results"]
        path = page["next"]
    return found


COLLECTIONS = ("agreements", "organizations", "weapon-systems", "claims", "sources")


def everything(client, query=""):
    return {name: documents(client, name, query) for name in COLLECTIONS}


@dataclass
class Past:
    """What the register answered at each instant of its past."""

    answers: list[tuple[datetime, dict[str, Any]]]


@pytest.fixture
def past(db, client):
    """Live a small life: entries, renames that other records show, a retraction, a correction."""
    reset_numbers()
    editor, reviewer = UserFactory(role="editor"), UserFactory(role="reviewer")
    answers = []
    made: dict[str, Any] = {}

    def create():
        made["maker"] = OrganizationFactory(name="Maker")
        made["buyer"] = OrganizationFactory(name="Buyer", parent=made["maker"])

    def agree():
        made["agreement"] = AgreementFactory(
            parties=[AgreementPartyFactory.build(organization=made["maker"])]
        )
        made["claim"] = ClaimFactory(
            organizations=[made["maker"], made["buyer"]], agreements=[made["agreement"]]
        )

    def rename():
        made["maker"].name = "Maker & Sons"
        save_record(record=made["maker"], owned={}, authorship=by(editor, "It has sons."))

    def draft():
        made["draft"] = OrganizationFactory(name="Hidden", review_status="in_review")

    def publish():
        review.publish(record=made["draft"], authorship=by(reviewer))

    def retract():
        review.retract(record=made["claim"], authorship=by(reviewer, "It was made up."))

    def correct():
        made["agreement"].title = "Corrected"
        save_record(record=made["agreement"], owned={"parties": []}, authorship=by(editor))

    def merge():
        merge_records(
            survivor=made["buyer"], merged=made["draft"], choices={}, authorship=by(reviewer)
        )

    steps = (create, agree, rename, draft, publish, retract, correct, merge)
    for step, act in enumerate(steps):
        instant = START + timedelta(hours=step)
        with time_machine.travel(instant, tick=False):
            act()
        answers.append((instant, everything(client)))
    return Past(answers)
