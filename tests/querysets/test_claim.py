"""Claims found by their words, the same on both databases."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from records.models import Claim
from records.querysets import claim
from records.querysets.claim import matching
from tests.factories import ClaimFactory, ClaimRelationFactory
from tests.support.triggers import triggers
from tests.support.writing import store

pytestmark = pytest.mark.django_db

TRIGGERS = {
    "sqlite": {
        ("records_claim", "records_claim_words_delete"),
        ("records_claim", "records_claim_words_insert"),
        ("records_claim", "records_claim_words_update"),
    },
    "postgresql": set(),
}
TEXT = "Ukraïne's L119 guns: 14.5 Mt of Straßenbau in Київ, o'Neill said."


def found(text):
    return list(Claim.objects.filter(matching(text)).order_by("pk"))


def index_is_whole():
    """Let FTS5 compare its index with the claims; it raises an error when they differ."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO records_claim_words (records_claim_words, rank)"
                " VALUES ('integrity-check', 1)"
            )


@pytest.mark.parametrize(
    "asked",
    [
        "ukraine", "UKRAÏNE", "guns L119", "l119 GUNS", "gu", "guns uk", "14.5", "14 5", "5 14",
        "strassenbau", "STRAẞE", "київ", "Ки", "o'neill", "o\u02bcneill", "Neill, said.",
        "petro said",
        "PETRÓ por", "ukraine " * 30,
    ],
)  # fmt: skip
def test_claim_is_found_by(asked):
    claim = ClaimFactory(text=TEXT, speaker_name="Petro Poroshenko")
    ClaimFactory(text="Something else")
    assert found(asked) == [claim]


@pytest.mark.parametrize(
    "asked",
    [
        "uk guns", "kraine", "l 119", "119", "neill oneill", "киев", "ukraine nothing", "!!!", "",
        "\0", "NOT ukraine", "uns", "'", '"', "\\", "a & !b:*", "text_words : ukraine AND x",
        "ukraine " * 19 + "x", "x" * 3000,
    ],
)  # fmt: skip
def test_claim_is_not_found_by(asked):
    ClaimFactory(text=TEXT, speaker_name="Petro Poroshenko")
    assert found(asked) == []


def test_several_claims_are_found_and_can_be_filtered_and_joined():
    one = ClaimFactory(text="Guns one")
    two = ClaimFactory(text="Guns two", relations=[ClaimRelationFactory.build(other=one)])
    three = ClaimFactory(text="Guns three", kind="denial")
    assert found("guns") == [one, two, three]
    claims = Claim.objects.filter(matching("guns"))
    assert list(claims.filter(kind="denial")) == [three]
    assert list(claims.filter(relations__other=one)) == [two]
    assert list(claims.select_related("said_by").order_by("-pk")[:2]) == [three, two]
    assert list(Claim.objects.exclude(pk__in=claims.filter(kind="denial"))) == [one, two]


def test_index_follows_every_way_of_writing():
    claim = ClaimFactory(text="First words", speaker_name="Anna")
    claim.text = "Second words"
    store(record=claim, owned={})
    assert (found("first"), found("second anna")) == ([], [claim])

    claim.text = "Third words"
    Claim.objects.bulk_update([claim], ["text"])
    Claim.objects.filter(pk=claim.pk).update(text_words="third words", kind="denial")
    assert (found("second"), found("third")) == ([], [claim])

    made = Claim.objects.bulk_create(
        [Claim(text=f"Bulk {name}", language="en", kind="other", modality="reported")
         for name in ("one", "two")]
    )  # fmt: skip
    assert found("bulk") == made

    Claim.objects.filter(pk=made[0].pk).delete()
    assert found("bulk") == made[1:]
    index_is_whole()


def test_index_follows_a_dump_that_is_loaded(tmp_path):
    ClaimFactory(text="Dumped words", citations=[], review_status="draft")
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "records.claim", output=str(dump), stdout=io.StringIO())
    Claim.objects.all().delete()
    assert found("dumped") == []
    call_command("loaddata", str(dump), verbosity=0)
    assert [claim.text for claim in found("dumped")] == ["Dumped words"]
    index_is_whole()


def test_triggers_exist():
    assert TRIGGERS[connection.vendor] <= triggers()


@pytest.mark.django_db(transaction=True)
def test_index_goes_and_comes_with_its_migration():
    claim = ClaimFactory(text="Older words", speaker_name="Anna")
    MigrationExecutor(connection).migrate([("records", "0007_change_log")])
    without = triggers()
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    MigrationExecutor(connection).migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())

    assert without & TRIGGERS["sqlite"] == set()
    assert not [name for name in tables if name.startswith("records_claim_words")]
    assert found("older anna") == [claim]
    assert TRIGGERS[connection.vendor] <= triggers()
    index_is_whole()


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="FTS5 always uses its index")
def test_many_claims_are_found_by_the_same_words_as_few(monkeypatch):
    made = [ClaimFactory(text=f"Guns {number}", speaker_name="Anna") for number in range(3)]
    ClaimFactory(text="Something else")
    monkeypatch.setattr(claim, "FEW", 2)
    assert found("anna gun") == made
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        assert "records_claim_words" in Claim.objects.filter(matching("anna gun")).explain()
