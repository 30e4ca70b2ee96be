"""The fixture `digest` gives the same register to every module, and leaves nothing behind."""

import json

import pytest
from django.db import transaction

from records.models import Agreement, Claim, Organization, Record
from records.models.relations import record_models
from records.representations.rendering import render
from tests.support import register
from tests.support.log import allow_rewriting

pytestmark = pytest.mark.django_db


def everything():
    """Collect every column of every row."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in register._models()
    }


def test_ids_are_those_of_a_new_database(digest):
    assert Organization.objects.get(identifiers__value="AD").public_id == "ORG-1"
    assert digest.organization("Ministry of Strategic Industries of Ukraine").public_id == "ORG-250"
    assert [claim.public_id for claim in Claim.objects.all()] == [
        f"CLM-{line}" for line in range(1, 21)
    ]
    assert list(Agreement.objects.values_list("pk", flat=True)) == [1, 2, 3, 4, 5]


def test_documents_are_fresh_and_carry_the_frozen_instant(digest):
    for model in record_models():
        stored = dict(model.objects.values_list("pk", "document"))
        assert stored == render(model, stored)
        assert {json.loads(text)["updated_at"] for text in stored.values()} == {
            "2026-01-01T00:00:00Z"
        }


def test_register_from_memory_equals_the_one_from_files(digest):
    before = everything()
    with transaction.atomic():
        for model in reversed(register._models()):
            if issubclass(model, Record):
                model.objects.update(review_status="draft")
        allow_rewriting()
        connection_rows = [model._base_manager.all() for model in register._models()]
        for rows in connection_rows:
            rows._raw_delete(rows.db)
        register.load_register()
    assert everything() == before


def test_next_record_gets_the_next_id(digest):
    assert Organization.objects.create(name="Next", kind="other").public_id == "ORG-258"


def test_what_a_test_wrote_is_gone(digest):
    assert not Organization.objects.filter(name="Next").exists()
