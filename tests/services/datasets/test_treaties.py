"""Treaties become published agreements, each with its claim."""

import json

import pytest

from records.models import Agreement, Change, Claim, Organization
from records.services.datasets import loading
from records.services.datasets.known import datasets
from records.services.datasets.loading import Loaded
from records.services.importing.plans import finish
from records.services.verification import verify_log
from tests.support.datasets import TREATY_COLUMNS, write_csv

pytestmark = pytest.mark.django_db

LINES = (
    "T1,Agreement on Depots,UNITED KINGDOM ; NORWAY ; Jersey,03/04/1950,01/05/1951,",
    "T2,Treaty of Peace,SOVIET UNION ; ATLANTIS,,,",
    "T3,Protocol on Depots,UNITED KINGDOM ; NORWAY,03/04/1960,,",
)


@pytest.fixture
def path(tmp_path):
    return write_csv(tmp_path / "treaties.csv", TREATY_COLUMNS, *LINES)


def load(path, **options):
    return finish(loading.load(datasets()["uk_treaties"], path, **options))


def agreement(title):
    return json.loads(Agreement.objects.get(title=title).document)


def test_treaty_becomes_an_agreement_that_its_claim_bears_out(digest, path):
    assert load(path) == Loaded(3, 0, {"territories": 1, "unknown parties": 1})
    depots = agreement("Agreement on Depots")
    claim = json.loads(Claim.objects.get(citations__locator="T1").document)
    assert (depots["kind"], depots["status"], depots["review_status"], depots["place"]) == (
        "sector_agreement", "in_force", "published", None,
    )  # fmt: skip
    assert [(each["organization"]["name"], each["role"]) for each in depots["parties"]] == [
        ("United Kingdom", "signatory"), ("Norway", "signatory"),
    ]  # fmt: skip
    assert [(each["kind"], each["date"]["edtf"], each["claim"]["id"]) for each in
            depots["milestones"]] == [
        ("signature", "1950-04-03", claim["id"]), ("entry_into_force", "1951-05-01", claim["id"]),
    ]  # fmt: skip
    assert [(each["field"], each["claim"]["id"]) for each in depots["evidence"]] == [
        (field, claim["id"]) for field in ("title", "parties", "status", "milestones")
    ]
    assert [each["id"] for each in claim["agreements"]] == [depots["id"]]
    assert [each["name"] for each in claim["organizations"]] == ["United Kingdom", "Norway"]
    assert (claim["kind"], claim["modality"], claim["countries"]) == (
        "agreement_event", "official_statement", ["GB", "NO"],
    )  # fmt: skip
    assert claim["said_by"]["name"] == "Foreign, Commonwealth and Development Office"
    assert claim["citations"][0]["source"]["name"] == "UK Treaties Online"


def test_state_that_is_gone_is_a_party_of_its_own(digest, path):
    load(path)
    peace = agreement("Treaty of Peace")
    assert [each["organization"]["name"] for each in peace["parties"]] == ["Soviet Union"]
    assert (peace["status"], peace["milestones"]) == ("unknown", [])
    assert [each["field"] for each in peace["evidence"]] == ["title", "parties"]
    gone = Organization.objects.get(name="Soviet Union")
    assert (gone.kind, gone.country, gone.dissolved) == ("other", "", "1991-12-26")


def test_log_agrees_with_the_records(digest, path):
    load(path)
    assert list(verify_log()) == []


def test_second_load_changes_nothing(digest, path):
    load(path)
    before = Change.objects.count()
    assert load(path) == Loaded(0, 3)
    assert Change.objects.count() == before


def test_interrupted_load_leaves_whole_treaties_and_is_resumed(digest, path, monkeypatch):
    monkeypatch.setattr(loading, "BATCH", 2)
    steps = loading.load(datasets()["uk_treaties"], path)
    next(steps)
    steps.close()
    assert Agreement.objects.filter(title="Protocol on Depots").count() == 0
    assert len(agreement("Agreement on Depots")["milestones"]) == 2
    assert load(path) == Loaded(1, 2)


def test_dry_run_stores_nothing(digest, path):
    before = Change.objects.count()
    assert load(path, dry_run=True).created == 3
    assert Change.objects.count() == before


def test_last_day_is_kept_to_and_undated_treaties_are_taken(digest, path):
    assert load(path, until="1955-01-01").created == 2
    assert not Agreement.objects.filter(title="Protocol on Depots").exists()
