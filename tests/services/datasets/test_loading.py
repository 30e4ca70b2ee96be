"""Daily counts become published claims, once, and corrections replace what they correct."""

import json

import pytest
from django.db import connection

from records.enums import ChangeAction, Channel, ReviewStatus
from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.ua_mod_losses.vocabulary import CORRECTIONS, EQUIPMENT, PERSONNEL
from records.models import Change, Claim, Organization, Source
from records.services import review
from records.services.authorship import Authorship
from records.services.datasets import loading
from records.services.datasets.known import datasets
from records.services.datasets.loading import Loaded
from records.services.importing.plans import finish
from records.services.merging import merge_records
from records.services.verification import verify_log
from tests.support.datasets import shipped, write_rows
from tests.support.writing import AUTHORSHIP

pytestmark = pytest.mark.django_db

STAFF = "General Staff of the Armed Forces of Ukraine"


@pytest.fixture
def folder(tmp_path):
    """Three days with a correction of the second, made with the third."""
    return write_rows(tmp_path, shipped("2022-10-11", "2022-10-13"))


def load(folder, **options):
    return finish(loading.load(datasets()["ua_mod_losses"], folder, **options))


def documents():
    return [json.loads(each) for each in
            Claim.objects.filter(citations__source__publisher__startswith="Petro Ivaniuk")
            .distinct().order_by("pk").values_list("document", flat=True)]  # fmt: skip


def figures(document):
    return {each["object_words"]: each["value"] for each in document["measures"]}


def test_statements_and_corrections_become_public_claims(digest, folder):
    assert load(folder) == Loaded(created=4, present=0)
    first, second, third, correction = documents()
    assert [each["kind"] for each in (first, second, third)] == ["losses"] * 3
    assert {each["review_status"] for each in documents()} == {"published"}
    assert first["said_by"]["name"] == STAFF
    assert (first["modality"], first["credibility"]) == ("official_statement", "6")
    assert [each["name"] for each in first["organizations"]] == ["Russia"]
    assert first["countries"] == ["RU", "UA"]
    cited = [(each["source"]["name"], each["locator"]) for each in first["citations"]]
    assert cited == [
        (f"2022 Ukraine Russia War Dataset: {file}", "2022-10-11")
        for file in (EQUIPMENT, PERSONNEL)
    ]
    tank = next(each for each in first["measures"] if each["category"] == "tank")
    assert {name: tank[name] for name in ("metric", "mode", "qualifier", "value", "unit_code")} == {
        "metric": "equipment_losses", "mode": "absolute", "qualifier": "exact", "value": "2504",
        "unit_code": "C62",
    }  # fmt: skip
    assert tank["period"]["edtf"] == "2022-02-24/2022-10-11"
    assert correction["kind"] == "correction"
    assert [(each["kind"], each["claim"]["id"]) for each in correction["relations"]] == [
        ("corrects", second["id"])
    ]
    assert figures(correction) == figures(second) | {
        "APC": "5156", "field artillery": "1539", "drone": "1149", "naval ship": "16",
    }  # fmt: skip


def test_speaker_belongs_to_ukraine_and_sources_share_their_origin(digest, folder):
    load(folder)
    staff = Organization.objects.get(name=STAFF)
    assert (staff.kind, staff.country, staff.parent.name) == ("armed_service", "UA", "Ukraine")
    sources = Source.objects.filter(origin_group="ua-general-staff-losses")
    assert [(each.kind, each.reliability) for each in sources] == [("digest", "F")] * 3


def test_log_has_the_reason_and_agrees_with_the_records(digest, folder):
    load(folder)
    changes = Change.objects.filter(reason="Loaded from the dataset ua_mod_losses.")
    assert list(changes.values_list("action", "channel", "actor")) == [
        (ChangeAction.CREATED, Channel.COMMAND, None)
    ] * 4  # fmt: skip
    assert list(verify_log()) == []


def test_feed_of_changes_carries_the_correction(digest, folder, client):
    load(folder)
    correction = Claim.objects.get(kind="correction")
    feed = client.get(f"/api/v1/changes/?record={correction.public_id}").json()["results"]
    assert [(each["action"], each["review_status"], each["document"]) for each in feed] == [
        ("created", "published", json.loads(correction.document))
    ]


def test_second_load_changes_nothing(digest, folder):
    load(folder)
    before = Change.objects.count()
    assert load(folder) == Loaded(created=0, present=4)
    assert Change.objects.count() == before


def test_later_days_are_added_to_what_is_there(digest, folder):
    assert load(folder, until="2022-10-12") == Loaded(created=2, present=0)
    assert not Claim.objects.filter(kind="correction").exists()
    assert load(folder) == Loaded(created=2, present=2)
    (relation,) = Claim.objects.get(kind="correction").relations.all()
    assert relation.other.occurred == "2022-10-12"


def test_interrupted_load_is_resumed_where_it_stopped(digest, folder, monkeypatch):
    monkeypatch.setattr(loading, "BATCH", 1)
    steps = loading.load(datasets()["ua_mod_losses"], folder)
    assert (next(steps).done, next(steps).done) == (1, 2)
    steps.close()
    assert len(documents()) == 2
    assert load(folder) == Loaded(created=2, present=2)
    assert [each["occurred"]["edtf"][-2:] for each in documents()] == ["11", "12", "13", "13"]


def test_dry_run_counts_and_stores_nothing(digest, folder):
    before = Change.objects.count()
    assert load(folder, dry_run=True) == Loaded(created=4, present=0)
    assert not Source.objects.filter(origin_group="ua-general-staff-losses").exists()
    load(folder, until="2022-10-11")
    assert load(folder, dry_run=True) == Loaded(created=3, present=1)
    assert Change.objects.count() == before + 5


def test_what_editors_changed_stays(digest, folder):
    load(folder)
    claim = Claim.objects.filter(occurred="2022-10-11").get()
    reason = Authorship(channel=Channel.COMMAND, reason="Withdrawn.")
    review.retract(record=claim, authorship=reason)
    Source.objects.filter(url__endswith=EQUIPMENT).update(title="Another title")
    Organization.objects.filter(name=STAFF).update(name="General Staff")
    Organization.objects.get(name="General Staff").names.create(
        text=STAFF, language="en", kind="official"
    )
    assert load(folder) == Loaded(created=0, present=4)
    claim.refresh_from_db()
    assert claim.review_status == ReviewStatus.RETRACTED
    assert Source.objects.filter(origin_group="ua-general-staff-losses").count() == 3
    assert Organization.objects.filter(name=STAFF).count() == 0


def merge_sources(file, other):
    one, two = (Source.objects.get(url__endswith=each) for each in (file, other))
    merge_records(survivor=one, merged=two, choices={}, authorship=AUTHORSHIP)


def test_counts_are_known_and_added_when_sources_of_a_day_are_one(digest, folder):
    load(folder, until="2022-10-12")
    merge_sources(EQUIPMENT, PERSONNEL)

    assert load(folder) == Loaded(created=2, present=2)
    assert load(folder) == load(folder, dry_run=True) == Loaded(created=0, present=4)
    cited = [[each["locator"] for each in claim["citations"]] for claim in documents()]
    assert cited == [["2022-10-11"], ["2022-10-12"], ["2022-10-13"], ["2022-10-13"]]


@pytest.mark.parametrize("dry_run", [True, False])
def test_counts_and_corrections_of_one_source_are_refused(digest, folder, dry_run):
    load(folder, until="2022-10-12")
    merge_sources(EQUIPMENT, CORRECTIONS)
    before = Change.objects.count()

    with pytest.raises(DatasetError) as refusal:
        load(folder, dry_run=dry_run)
    assert str(refusal.value) == (
        f"{EQUIPMENT} and {CORRECTIONS} have one source since theirs were merged, so 2022-10-13 is "
        "one place of different statements; undo the merge."
    )
    assert Change.objects.count() == before


def test_speaker_that_two_records_claim_to_be_is_refused(digest, folder):
    load(folder)
    Organization.objects.create(name=STAFF, kind="armed_service")
    with pytest.raises(DatasetError) as refusal:
        load(folder)
    ids = ", ".join(each.public_id for each in Organization.objects.filter(name=STAFF))
    assert str(refusal.value) == (
        f"It is not clear which record is the organization “{STAFF}”: {ids}; merge them."
    )


def test_speaker_that_is_not_public_refuses_the_claims_and_stores_none(digest, folder):
    Organization.objects.create(name=STAFF, kind="armed_service")
    with pytest.raises(DatasetError, match=f"^{EQUIPMENT}, 2022-10-11: the register refuses "):
        load(folder)
    assert documents() == []


def test_wrong_file_stores_nothing(digest, folder):
    (folder / CORRECTIONS).write_text("[{}]")
    before = Change.objects.count()
    with pytest.raises(DatasetError):
        load(folder)
    assert Change.objects.count() == before


@pytest.mark.parametrize(("last", "count"), [("2022-10-11", 43), ("2022-10-13", 45)])
def test_queries_grow_only_with_every_twentieth_measure_and_category(
    digest, tmp_path, last, count, django_assert_num_queries
):
    load(write_rows(tmp_path, shipped("2022-10-10", "2022-10-10")))
    rows = shipped("2022-10-11", last) | {CORRECTIONS: []}
    steps = loading.load(datasets()["ua_mod_losses"], write_rows(tmp_path, rows))
    turns = 3 if connection.vendor == "postgresql" else 0  # questions that take the writers' turn
    with django_assert_num_queries(count + turns):
        finish(steps)
