"""Documented losses become published claims."""

import json

import pytest

from records.models import Claim, Organization
from records.services.datasets.known import datasets
from records.services.datasets.loading import Loaded, load
from records.services.importing.plans import finish
from records.services.verification import verify_log
from tests.support.datasets import LOSS_COLUMNS, write_csv

pytestmark = pytest.mark.django_db


def test_day_becomes_a_public_claim_by_oryx_once(digest, tmp_path):
    path = write_csv(
        tmp_path / "daily_count.csv",
        LOSS_COLUMNS,
        "Russia,Tanks,3,1,0,2,6,2025-01-02",
        "Ukraine,All Types,1,0,0,0,1,2025-01-02",
        "Ukraine,Tanks,1,0,0,0,1,2025-01-02",
    )
    oryx = datasets()["oryx_losses"]
    assert finish(load(oryx, path)) == Loaded(2, 0, {"sums of types": 1})
    assert finish(load(oryx, path)) == Loaded(0, 2)
    assert finish(load(datasets()["oryx_losses"], tmp_path)) == Loaded(0, 2)
    russian, ukrainian = (
        json.loads(each.document) for each in Claim.objects.filter(said_by__name="Oryx")
    )
    assert (russian["kind"], russian["modality"]) == ("losses", "reported")
    assert [each["name"] for each in russian["organizations"]] == ["Russia"]
    assert (russian["countries"], ukrainian["countries"]) == (["RU"], ["UA"])
    assert [(each["object_words"], each["value"]) for each in russian["measures"]] == [
        ("Tanks, destroyed", "3"), ("Tanks, damaged", "2"), ("Tanks, abandoned", "1"),
        ("Tanks, captured", "0"),
    ]  # fmt: skip
    assert {each["category"] for each in russian["measures"]} == {"tank"}
    assert Organization.objects.get(name="Oryx").kind == "media"
    assert list(verify_log()) == []
