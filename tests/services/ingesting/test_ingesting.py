"""Digests become drafts, once."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from records.enums import Channel, ReviewStatus
from records.ingest.documents import from_document
from records.ingest.findings import Findings
from records.ingest.reading import read_digest
from records.models import Change, Citation, Claim, Reading, Source
from records.services.authorship import Authorship
from records.services.errors import NotPermittedError
from records.services.importing.plans import finish
from records.services.ingesting.entries import Part
from records.services.ingesting.errors import IngestError
from records.services.ingesting.ingesting import BATCH, Asked, ingest
from records.services.merging import merge_records
from records.services.verification import verify_log
from tests.factories import CitationFactory, ClaimFactory, SourceFactory, UserFactory
from tests.support.threads import run_together

pytestmark = pytest.mark.django_db

COMMAND = Authorship(channel=Channel.COMMAND)
ORDERED = "Poland ordered 12 patrol boats from Northern Works on Tuesday."
SAID = "The minister of Latvia said that the brigade may receive new radios."
OPENED = "Spain opened a school for drone pilots near Seville last week."
TEXT = f"date 2025-04-04\n{ORDERED}\n{SAID}\n{OPENED}\n"
"""Three statements at the lines 2 to 4."""


def steps(text=TEXT, *, by=COMMAND, language="", **asked):
    data = text if isinstance(text, bytes) else text.encode()
    digest = read_digest(data, name=asked.get("name", ""), language=language)
    return ingest(Asked(digest=digest, **asked), by)


def put(text=TEXT, **asked):
    """Ingest a digest; return how many statements are new, same and changed."""
    return tuple(finish(steps(text, **asked)).counts.values())


def entries(text=TEXT, **asked):
    """Ingest a digest; return what becomes of each statement."""
    made = []
    for part in steps(text, **asked):
        if isinstance(part, Part):
            made += [replace(entry) for entry in part.entries]
    return made


def stored():
    return [model.objects.count() for model in (Claim, Source, Citation, Reading, Change)]


def test_statements_become_drafts_with_what_is_certain():
    assert put() == (3, 0, 0)
    source = Source.objects.get()
    assert (source.title, source.kind, source.retrieved, source.published, source.language) == (
        "Digest gathered on 2025-04-04", "digest", "2025-04-04", "", "en",
    )  # fmt: skip
    assert source.sha256 == read_digest(TEXT.encode()).sha256
    rows = Claim.objects.order_by("pk").values_list(
        "text", "language", "review_status", "citations__source", "citations__locator", "occurred",
        "speaker_name", "notes",
    )  # fmt: skip
    assert list(rows) == [
        (text, "en", "draft", source.pk, f"line {line}", "", "", "")
        for line, text in ((2, ORDERED), (3, SAID), (4, OPENED))
    ]
    claim = Claim.objects.earliest("pk")
    assert all(getattr(claim, name).count() == 0 for name in claim.owned if name != "citations")


def test_kind_and_modality_are_those_that_were_found():
    put()
    for reading in Reading.objects.select_related("claim"):
        found = from_document(reading.findings)
        assert isinstance(found, Findings)
        assert (reading.claim.kind, reading.claim.modality) == (
            found.kind.kind, found.modality.modality,
        )  # fmt: skip


def test_readings_keep_where_a_statement_came_from():
    put()
    digest = read_digest(TEXT.encode()).sha256
    rows = Reading.objects.values_list(
        "digest", "published", "unread", "near", "earlier", "similarity", "decisions", "labels",
        "decided_at",
    )  # fmt: skip
    assert list(rows) == [(digest, "", "", [], None, None, [], None, None)] * 3


def test_log_names_person_and_reason():
    user = UserFactory(role="editor")
    put(by=Authorship(channel=Channel.API, actor=user, request_id="r-1"))
    changes = Change.objects.values_list("action", "channel", "actor", "reason", "request_id")
    expected = ("created", "api", user.pk, "Ingested from Digest gathered on 2025-04-04.", "r-1")
    assert list(changes) == [expected] * 4
    assert list(verify_log()) == []


def test_reason_that_is_given_is_kept():
    put(by=Authorship(channel=Channel.COMMAND, reason="The weekly digest."))
    assert set(Change.objects.values_list("reason", flat=True)) == {"The weekly digest."}


def test_same_digest_again_adds_nothing():
    put()
    before = stored()
    assert put() == (0, 3, 0)
    assert stored() == before


def test_same_digest_after_some_of_its_statements_adds_the_others():
    source = SourceFactory(sha256=read_digest(TEXT.encode()).sha256)
    known = ClaimFactory(text=SAID, citations=[CitationFactory.build(source=source, locator="x")])
    assert [(each.state.value, each.claim) for each in entries()][1] == ("same", known.pk)
    assert Claim.objects.count() == 3
    assert Source.objects.count() == 1


def test_statement_that_stands_twice_is_one_claim():
    made = entries(f"{ORDERED}\n{SAID}\n{ORDERED}\n")
    assert [each.state.value for each in made] == ["new", "new", "same"]
    assert made[2].claim == made[0].claim
    assert Claim.objects.count() == 2


def test_statement_that_stands_twice_in_different_batches_is_one_claim():
    others = "\n".join(f"Statement number {place} is about boats." for place in range(BATCH))
    made = entries(f"{ORDERED}\n{others}\n{ORDERED}\n")
    assert (made[-1].state.value, made[-1].claim) == ("same", made[0].claim)


def test_changed_statement_is_proposed_as_an_update():
    put()
    earlier = Claim.objects.get(text=ORDERED)
    assert put(TEXT.replace("12 patrol", "14 patrol")) == (0, 2, 1)
    reading = Reading.objects.latest("pk")
    assert (reading.earlier, reading.similarity, reading.near) == (earlier, 98, [])
    assert reading.claim.text == ORDERED.replace("12", "14")
    assert Source.objects.count() == 1
    assert put(TEXT.replace("12 patrol", "14 patrol")) == (0, 3, 0)


def test_changed_statement_of_a_given_source_is_proposed_as_an_update():
    source = SourceFactory()
    put(f"{ORDERED}\n{SAID}\n", source=source)
    assert put(f"{ORDERED}\n{SAID.replace('may', 'will')}\n", source=source) == (0, 1, 1)


def test_changed_statement_at_an_address_is_proposed_as_an_update():
    line = '{"text": "%s", "url": "https://news.example/1"}\n'
    put(line % ORDERED)
    assert put(line % ORDERED.replace("Tuesday", "Monday")) == (0, 0, 1)
    assert Source.objects.count() == 1


def test_statement_that_stays_is_not_replaced_by_one_that_is_like_it():
    put()
    assert put(TEXT + ORDERED.replace("12", "14")) == (1, 3, 0)
    assert Reading.objects.latest("pk").near == []


def test_statement_far_from_its_place_is_near_and_no_update():
    source = SourceFactory()
    put(f"{ORDERED}\n{SAID}\n", source=source)
    others = "\n".join(f"Statement number {place} is about boats." for place in range(30))
    moved = entries(f"{others}\n{ORDERED.replace('12', '14')}\n", source=source)[-1]
    first = Claim.objects.earliest("pk")
    assert moved.earlier is None
    assert [(each.claim, each.similarity) for each in moved.near] == [(first.pk, 98)]


def test_another_digest_of_the_same_day_has_a_source_of_its_own():
    put()
    put("date 2025-04-04\nNorway sold its last minelayer to a museum.\n")
    assert Source.objects.values_list("title", flat=True).distinct().count() == 1
    assert Source.objects.count() == 2


def test_nearly_the_same_statements_of_other_digests_are_shown():
    put()
    first, second = Claim.objects.order_by("pk")[:2]
    other = ORDERED.replace("Tuesday", "Monday")
    made = entries(f"{other}\nGreece retired a frigate.\n{SAID.upper()}\n")
    assert [[(each.claim, each.similarity) for each in entry.near] for entry in made] == [
        [(first.pk, 94)], [], [(second.pk, 100)],
    ]  # fmt: skip
    kept = Reading.objects.filter(claim=made[0].claim).values_list("near", flat=True)
    assert list(kept) == [[{"claim": first.pk, "similarity": 94}]]


def test_day_of_the_header_is_not_the_day_of_publication():
    assert [each.published for each in entries()] == ["", "", ""]


def test_days_from_which_relative_dates_count():
    dated = SourceFactory(published="2025-03-01")
    vague = SourceFactory(published="2025-03")
    line = '{"text": "%s", "date": "2025-02-02"}\n{"text": "%s"}\n'
    text = line % (ORDERED, SAID)
    days = [
        [each.published for each in entries(text, dry_run=True, **asked)]
        for asked in ({}, {"published": "2025-04-01"}, {"source": dated},
                      {"source": vague}, {"source": dated, "published": "2025-04-01"})
    ]  # fmt: skip
    assert days == [
        ["2025-02-02", ""],
        ["2025-02-02", "2025-04-01"],
        ["2025-02-02", "2025-03-01"],
        ["2025-02-02", ""],
        ["2025-02-02", "2025-04-01"],
    ]


def test_statements_with_addresses_cite_a_source_for_each():
    lines = [
        f'{{"text": "{text}", "url": "https://news.example/{place}", "publisher": "The News", '
        '"date": "2025-03-03"}'
        for place, text in ((1, ORDERED), (1, SAID), (2, OPENED))
    ]
    assert put("\n".join(lines)) == (3, 0, 0)
    rows = Source.objects.order_by("pk").values_list("url", "publisher", "published", "sha256")
    assert list(rows) == [
        ("https://news.example/1", "The News", "2025-03-03", ""),
        ("https://news.example/2", "The News", "2025-03-03", ""),
    ]
    assert put("\n".join(lines)) == (0, 3, 0)


def test_merged_source_is_cited_as_its_survivor():
    survivor = SourceFactory()
    merged = SourceFactory(sha256=read_digest(TEXT.encode()).sha256)
    reason = Authorship(channel=Channel.COMMAND, reason="They are one.")
    merge_records(survivor=survivor, merged=merged, choices={}, authorship=reason)
    put()
    assert set(Citation.objects.values_list("source", flat=True)) == {survivor.pk}


def test_ukrainian_statements_are_kept_and_not_read():
    text = "Україна та Польща підписали угоду про спільне виробництво боєприпасів."
    put(text)
    claim, reading = Claim.objects.get(), Reading.objects.get()
    assert (claim.text, claim.language, claim.kind, claim.modality) == (
        text, "uk", "other", "reported",
    )  # fmt: skip
    assert reading.unread == "language uk"
    found = from_document(reading.findings)
    assert found == Findings(kind=found.kind, modality=found.modality)
    assert {found.kind.rule, found.modality.rule} == {"unread"}


def test_dry_run_says_the_same_and_stores_nothing():
    before = stored()
    made = entries(dry_run=True)
    assert stored() == before
    assert [(each.state.value, each.claim, each.source) for each in made] == (
        [("new", None, None)] * 3
    )
    assert [each.findings for each in made] == [each.findings for each in entries()]
    summary = finish(steps("One boat.\nOne boat.\nTwo ships.\n", dry_run=True))
    assert (tuple(summary.counts.values()), summary.new_sources) == ((2, 1, 0), 1)


def test_ingest_that_is_given_up_stores_nothing():
    before = stored()
    text = "\n".join(f"Statement number {place} is about boats." for place in range(3 * BATCH))
    under_way = steps(text)
    for _ in range(3):
        assert next(under_way).step == "Statements compared"
    part = next(under_way)
    assert isinstance(part, Part)
    assert (part.done, part.total, len(part.entries)) == (BATCH, 3 * BATCH, BATCH)
    under_way.close()
    assert stored() == before


def test_ingest_that_fails_half_way_stores_nothing():
    before = stored()
    lines = [f'{{"text": "Statement number {place}."}}' for place in range(BATCH + 1)]
    lines.append('{"text": "The last.", "url": "https://nowhere"}')  # no host that a source takes
    with pytest.raises(IngestError) as raised:
        put("\n".join(lines))
    assert (raised.value.code, str(raised.value)) == (
        "source_refused", "https://nowhere: Enter a valid URL.",
    )  # fmt: skip
    assert stored() == before


@pytest.mark.parametrize("published", ["2025-02-30", "2025", "yesterday", "2025-04-04/2025-04-05"])
def test_day_that_is_none_is_refused(published):
    with pytest.raises(IngestError) as raised:
        put(published=published)
    assert (raised.value.code, raised.value.field) == ("invalid_date", "published")


def test_reason_that_cannot_be_stored_is_refused():
    with pytest.raises(ValidationError):
        put(by=Authorship(channel=Channel.COMMAND, reason="x" * 1001))


@pytest.mark.parametrize("role", ["", "viewer"])
def test_who_may_not_add_claims_ingests_nothing(role):
    with pytest.raises(NotPermittedError):
        put(by=Authorship(channel=Channel.API, actor=UserFactory(role=role)))
    assert stored() == [0, 0, 0, 0, 0]


@pytest.mark.django_db(transaction=True)
def test_same_digest_twice_at_once_is_stored_once():
    made = run_together(put, put)
    assert sorted(made, key=str) == [(0, 3, 0), (3, 0, 0)]
    assert stored()[0] == 3


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_of_a_batch(rows, django_assert_num_queries):
    put(f"Statement number {BATCH}!")
    count = BATCH + rows
    under_way = steps("\n".join(f"Statement number {place}." for place in range(count)))
    next(under_way)
    with django_assert_num_queries(2):
        assert next(under_way).step == "Statements compared"
    next(under_way)
    turn = connection.vendor == "postgresql"
    with django_assert_num_queries(9 + turn):
        assert next(under_way).step == "Statements read"
    assert list(under_way) == []
    assert Claim.objects.filter(review_status=ReviewStatus.DRAFT).count() == count + 1
