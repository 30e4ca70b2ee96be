import pytest

from records.enums import NameKind, OrganizationKind, ReviewStatus
from records.ingest.finding.names.finder import find_names
from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.sentence import Sentence
from tests.factories.category import CategoryFactory
from tests.factories.organization import (
    OrganizationFactory,
    OrganizationNameFactory,
    StateFactory,
)
from tests.factories.weapon_system import WeaponSystemFactory, WeaponSystemNameFactory

pytestmark = pytest.mark.django_db


def read(text):
    return find_names(Sentence(text), Lexicon.of_register())


def organizations(text):
    return [
        ([one.name for one in found.candidates], found.kind, found.country)
        for found in read(text).organizations
    ]


def test_register_is_read_by_four_queries(django_assert_num_queries):
    for rows in (1, 2):
        for _ in range(rows):
            OrganizationFactory.create(names=[OrganizationNameFactory.build()])
            WeaponSystemFactory.create(names=[WeaponSystemNameFactory.build()])
        with django_assert_num_queries(4):
            Lexicon.of_register()


def test_organization_of_one_name_is_linked():
    OrganizationFactory.create(name="Nordlicht Söhne", country="DE")
    assert organizations("It pays Nordlicht Sohne's workers.") == [
        (["Nordlicht Söhne"], OrganizationKind.COMPANY, "DE")
    ]


def test_organization_with_other_name_is_linked():
    OrganizationFactory.create(
        name="Nordlicht",
        kind=OrganizationKind.AGENCY,
        names=[OrganizationNameFactory.build(text="NLX", kind=NameKind.ACRONYM)],
    )
    assert organizations("It pays NLX; nlx is no name.") == [
        (["Nordlicht"], OrganizationKind.AGENCY, "")
    ]


def test_organization_of_two_records_has_both_as_candidates():
    for country in ("DE", "FR"):
        OrganizationFactory.create(name=f"Nordlicht {country}", country=country, names=[
            OrganizationNameFactory.build(text="Nordlicht")
        ])  # fmt: skip
    assert [names for names, *_ in organizations("Nordlicht wins.")] == [
        ["Nordlicht DE", "Nordlicht FR"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Finnish Ministry of Defence pays.",
        "The Defense Ministry of Finland pays.",
        "Finland's Defence Ministry pays.",
        "The Finnish defence ministry pays.",
        "The Ministry of Defence of Finland pays.",
    ],
)
def test_ministry_is_linked_by_type_and_country(text):
    for country, name in (("FI", "Ministry of Defence of Finland"), ("SE", "Defence Ministry SE")):
        OrganizationFactory.create(name=name, kind=OrganizationKind.MINISTRY, country=country)
    OrganizationFactory.create(
        name="Ministry of Transport of Finland", kind=OrganizationKind.MINISTRY, country="FI"
    )
    assert organizations(text) == [
        (["Ministry of Defence of Finland"], OrganizationKind.MINISTRY, "FI")
    ]


@pytest.mark.parametrize("text", ["The Defence Ministry pays.", "The ministry pays."])
def test_ministry_of_nobody_is_not_linked(text):
    OrganizationFactory.create(
        name="Ministry of Defence of Finland", kind=OrganizationKind.MINISTRY, country="FI"
    )
    (found,) = read(text).organizations
    assert (found.candidates, found.country) == ((), "")
    assert found.why_open == "The sentence does not say whose ministry it is."


def test_state_is_no_organization_of_a_sentence():
    StateFactory.create(country="FI", name="Finland")
    assert organizations("Finland pays.") == []


@pytest.mark.parametrize("status", [ReviewStatus.REJECTED])
def test_rejected_record_is_not_proposed(status):
    OrganizationFactory.create(name="Nordlicht Werft", review_status=status)
    assert organizations("It pays Nordlicht Werft.") == []


def test_weapon_system_of_the_register_is_linked_in_every_spelling():
    CategoryFactory.create(code="uas")
    WeaponSystemFactory.create(
        designation="Zorra-12",
        category_id="uas",
        names=[WeaponSystemNameFactory.build(text="Ждун-12")],
    )
    found = read("It sends Zorra-12s, Zorra 12 and Zorra12 and Ждун-12.").weapon_systems
    assert [[one.name for one in row.candidates] for row in found] == [["Zorra-12"]] * 4
    assert {row.category for row in found} == {"uas"}


def test_longest_name_is_one_entity():
    for name in ("Nordlicht", "Nordlicht Marine"):
        OrganizationFactory.create(name=name)
    assert [names for names, *_ in organizations("Nordlicht Marine wins; Nordlicht loses.")] == [
        ["Nordlicht Marine"],
        ["Nordlicht"],
    ]
