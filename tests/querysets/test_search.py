"""Records found by their words, the same on both databases."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from records.models import Claim, NameStart, Organization, WeaponSystem
from records.models.relations import record_models
from records.querysets import search
from records.querysets.search import matching
from records.values.search_query import parse_search, typed_search
from tests.factories import (
    AgreementFactory,
    ClaimFactory,
    ClaimRelationFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    SourceFactory,
    WeaponSystemFactory,
    WeaponSystemNameFactory,
)
from tests.support.triggers import triggers
from tests.support.writing import store

pytestmark = pytest.mark.django_db

TABLES = ("agreement", "claim", "organization", "source", "weaponsystem")
TRIGGERS = {
    "sqlite": {
        (f"records_{table}", f"records_{table}_words_{event}")
        for table in TABLES
        for event in ("insert", "update", "delete")
    },
    "postgresql": set(),
}
TEXT = "Ukraïne's L119 guns: 14.5 Mt of Straßenbau in Київ, o'Neill said of the co-production."

FOUND_BY = [
    "ukraine", "UKRAÏNE", "guns L119", "l119 GUNS", "14.5", "14 5", "5 14", "strassenbau",
    "STRAẞE*", "київ", "Ки*", "kyiv", "Kiiv", "o'neill", "o\u02bcneill", "Neill, said.",
    "petro said", "PETRÓ por*", "ukraine " * 20, "L-119", "L 119", '"L 119"', '"l-119 guns"',
    "l 119", "119", "coproduction", "co-production", '"co production"', "cop*",
    "nothing OR ukraine", "ukraine OR nothing", "a b OR guns ukraine", "guns -drones",
    "guns -l120", '-"guns ukraine" guns', "guns -ukr", "\u201cl119 guns\u201d",
    'petro"guns"', '"petro poro"*', "guns - drones OR ukraine",
]  # fmt: skip
NOT_FOUND_BY = [
    "kraine", "ukr", "uns", "neill oneill", "kiev", "ukraine nothing", "NOT ukraine",
    "a & !bc:*", "text_words : ukraine AND x", "ukraine " * 19 + "x", "guns -ukraine",
    'guns -"l119"', "guns -l-119", '"guns l119"', '"said petro"', "guns -ukr*", "L118", "l1 19",
    "nothing OR never", "guns nothing OR ukraine never", '"guns ukraine"', "\\guns' x",
    "production*x", '"coproduction petro"', "petro -київ",
]  # fmt: skip


def found(text):
    query = typed_search(text)
    return list(Claim.objects.filter(matching(Claim, query)).order_by("pk")) if query else []


def searched(model, text):
    return list(model.objects.filter(matching(model, parse_search(text))).order_by("pk"))


def indexes_are_whole():
    """Let FTS5 compare its indexes with the records; it raises an error when they differ."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table in TABLES:
                name = f"records_{table}_words"
                cursor.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")


@pytest.fixture(params=["index", "columns"])
def way(request, monkeypatch):
    """Find by the index, as for few records, and by the columns, as for many."""
    if request.param == "columns":
        monkeypatch.setattr(search, "FEW", 0)


@pytest.fixture
def told(db):
    ClaimFactory(text="Something else")
    return ClaimFactory(text=TEXT, speaker_name="Petro Poroshenko")


@pytest.mark.usefixtures("way")
def test_claim_is_found(told):
    assert [
        text for text in FOUND_BY if text != "guns OR" and searched(Claim, text) != [told]
    ] == []


@pytest.mark.usefixtures("way")
def test_claim_is_not_found(told):
    assert [text for text in NOT_FOUND_BY if told in searched(Claim, text)] == []


def test_designation_is_found_by_each_spelling(way):
    made = [WeaponSystemFactory(designation=name) for name in ("L119", "L-119", "L 119")]
    made.append(
        WeaponSystemFactory(
            designation="Light Gun", names=[WeaponSystemNameFactory.build(text="L119A1")]
        )
    )
    for text in ("L119", "L-119", "L 119", '"l 119"', "L11*"):
        assert searched(WeaponSystem, text) == made


@pytest.mark.usefixtures("way")
def test_organization_is_found_by_all_its_names():
    made = OrganizationFactory(
        name="Ukroboronprom",
        names=[
            OrganizationNameFactory.build(text="Укроборонпром"),
            OrganizationNameFactory.build(text="Ukrainian Defense Industry"),
            OrganizationNameFactory.build(text="Οπλοστάσιο Κιέβου"),
        ],
    )
    for text in ("ukroboronprom", "УКРОБОРОНПРОМ", "defense ukroboronprom", "oplost*", "Κιέβου"):
        assert searched(Organization, text) == [made]
    assert searched(Organization, '"ukroboronprom ukrainian"') == []
    assert searched(Organization, '"industry oplostasio"') == []


@pytest.mark.usefixtures("way")
def test_each_type_is_found_by_its_texts():
    made = {
        AgreementFactory(title="Framework alpha", summary="On beta"): ("alpha", "beta"),
        SourceFactory(title="News alpha", publisher="Beta Press"): ("alpha", "beta"),
        WeaponSystemFactory(
            designation="Alpha", names=[WeaponSystemNameFactory.build(text="Beta")]
        ): ("alpha", "beta"),
        OrganizationFactory(name="Alpha", names=[OrganizationNameFactory.build(text="Beta")]): (
            "alpha",
            "beta",
        ),
        ClaimFactory(text="Alpha", speaker_name="Beta"): ("alpha", "beta"),
    }
    assert {type(record) for record in made} == set(record_models())
    for record, (one, other) in made.items():
        for text in (one, other, f"{other} {one}", f'"{one}"'):
            assert searched(type(record), text) == [record]
        assert searched(type(record), f'"{one} {other}"') == []


@pytest.mark.parametrize(
    "asked",
    [
        "ukraine", "UKRAÏNE", "guns L119", "gu", "guns uk", "14.5", "STRAẞE", "Ки", "petro said",
        "PETRÓ por", "ukraine " * 30, "l 119", "119",
    ],
)  # fmt: skip
def test_claim_is_found_by_what_is_typed(told, asked):
    assert found(asked) == [told]


@pytest.mark.parametrize(
    "asked",
    [
        "uk guns", "kraine", "neill oneill", "ukraine nothing", "!!!", "", "\0", "NOT ukraine",
        "uns", "'", '"', "\\", "a & !b:*", "ukraine " * 19 + "x", "x" * 3000,
    ],
)  # fmt: skip
def test_claim_is_not_found_by_what_is_typed(told, asked):
    assert found(asked) == []


def test_several_claims_are_found_and_can_be_filtered_and_joined():
    one = ClaimFactory(text="Guns one")
    two = ClaimFactory(text="Guns two", relations=[ClaimRelationFactory.build(other=one)])
    three = ClaimFactory(text="Guns three", kind="denial")
    assert found("guns") == [one, two, three]
    claims = Claim.objects.filter(matching(Claim, parse_search("guns")))
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
    indexes_are_whole()


def test_index_follows_names_that_are_changed():
    made = OrganizationFactory(name="One", names=[OrganizationNameFactory.build(text="Two")])
    made.name = "Three"
    store(record=made, owned={})
    assert [searched(Organization, text) for text in ("one", "two", "three")] == [
        [],
        [made],
        [made],
    ]
    store(record=made, owned={"names": [OrganizationNameFactory.build(text="Four")]})
    assert [searched(Organization, text) for text in ("two", "four")] == [[], [made]]
    indexes_are_whole()


def test_index_follows_a_dump_that_is_loaded(tmp_path):
    ClaimFactory(text="Dumped words", citations=[], review_status="draft")
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "records.claim", output=str(dump), stdout=io.StringIO())
    Claim.objects.all().delete()
    assert found("dumped") == []
    call_command("loaddata", str(dump), verbosity=0)
    assert [claim.text for claim in found("dumped")] == ["Dumped words"]
    indexes_are_whole()


def test_triggers_exist():
    assert TRIGGERS[connection.vendor] <= triggers()


@pytest.mark.django_db(transaction=True)
def test_indexes_go_and_come_with_their_migrations():
    claim = ClaimFactory(text="Older words in Київ", speaker_name="Anna")
    named = OrganizationFactory(
        name="Older name", names=[OrganizationNameFactory.build(text="Other name")]
    )
    draft = OrganizationFactory(
        name="Older draft",
        parent=named,
        names=[OrganizationNameFactory.build(text="Draft name")],
        review_status="draft",
    )
    starts = list(NameStart.objects.values_list("record_type", "number", "place", "words"))
    MigrationExecutor(connection).migrate([("records", "0007_change_log")])
    without = triggers()
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    MigrationExecutor(connection).migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())

    assert without & TRIGGERS["sqlite"] == set()
    assert not [name for name in tables if "_words" in name]
    assert found("older anna kyiv") == [claim]
    assert searched(Organization, "older") == [named, draft]
    assert searched(Organization, "older other") == [named]
    assert list(NameStart.objects.values_list("record_type", "number", "place", "words")) == starts
    assert TRIGGERS[connection.vendor] <= triggers()
    indexes_are_whole()


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="FTS5 always uses its index")
@pytest.mark.parametrize("model", record_models(), ids=str)
def test_index_is_on_what_is_asked_for(model):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        cursor.execute(
            f"EXPLAIN SELECT id FROM {model._meta.db_table}"
            f" WHERE {search.vector(model)} @@ '''a'''::tsquery"
        )
        plan = "".join(line for (line,) in cursor.fetchall())
    assert f"{model._meta.db_table}_words" in plan
