"""Which records are taken for one, and why."""

import pytest

from records.analysis.duplicates import find_duplicates
from records.analysis.duplicates.words import words_of
from records.models import Agreement, Organization, WeaponSystem
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    ClaimFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

FILLING = (
    "Antonov", "Baykar", "Cockerill", "Damen", "Elbit", "Fincantieri", "Gripen", "Hanwha",
    "Indra", "Jane", "Kongsberg", "Leonardo", "Motor Sich", "Nammo", "Oshkosh", "Patria",
)  # fmt: skip


def reasons(one, other, threshold=68):
    """Return why two records are taken for one; None if they are not."""
    pair = sorted((one.pk, other.pk))
    found = [each.reasons for each in find_duplicates(type(one), threshold)
             if [each.first, each.second] == pair]  # fmt: skip
    return found[0] if found else None


@pytest.fixture
def others(db):
    for name in FILLING:
        OrganizationFactory(name=f"{name} works")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Укроборонпром", ("ukroboronprom",)),
        ("The State Concern “UKROBORONPROM”", ("ukroboronprom",)),
        ("Škoda JS a.s.", ("skoda", "js")),
        ("L3 Technologies, Inc.", ("l3", "technologies")),
        ("شاهد ۱۳۶", ("shhd", "136")),
        ("State Company", ("state", "company")),
        ("—", ()),
    ],
)
def test_name_is_taken_apart(name, words):
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("UKROBORONPROM", "Укроборонпром", ("same_name",)),
        ("SC UKROBORONPROM", "The State Concern “UKROBORONPROM”", ("same_name",)),
        ("Ukroboronprom", "Ukroboronprom Ukraine", ("shared_words",)),
        ("UKROBORONSERVICE", "UKROBOROSERVICE", ("similar_spelling",)),
        ("Kraken Works", "Kraken", ("shared_words",)),
        ("Plant 25", "Plant 26", None),
        ("Ukroboronprom", "Rheinmetall", None),
    ],
)
def test_organizations_are_compared_by_name(others, one, other, expected):
    pair = OrganizationFactory(name=one), OrganizationFactory(name=other)

    assert reasons(*pair) == expected


def test_every_name_counts(others):
    one = OrganizationFactory(
        name="Ukrainian Defense Industry",
        names=[OrganizationNameFactory.build(text="Укроборонпром", kind="native")],
    )

    assert reasons(one, OrganizationFactory(name="Ukroboronprom")) == ("same_name",)


def test_different_ids_in_one_register_speak_against_it(others):
    one, other = (
        OrganizationFactory(name="Kvitka", identifiers=[OrganizationIdentifierFactory.build()])
        for _ in range(2)
    )

    assert reasons(one, other) is None
    assert reasons(one, other, 50) == ("same_name", "other_identifier")


def test_circumstances_are_weighed(others):
    makes = [
        {"country": "UA"},
        {"country": "UA", "website": "https://www.a.example/en"},
        {"country": "PL", "website": "https://a.example"},
    ]
    one, two, three = (OrganizationFactory(name="Kvitka", **each) for each in makes)

    assert reasons(one, two) == ("same_name", "same_country")
    assert reasons(two, three) == ("same_name", "other_country", "same_site")


@pytest.mark.parametrize("status", ["rejected", "retracted", "merged"])
def test_closed_record_is_nobodys_duplicate(others, status):
    one = OrganizationFactory(name="Kvitka", review_status=status)

    assert reasons(one, OrganizationFactory(name="Kvitka")) is None


def test_weapon_systems_are_told_apart_by_their_numbers():
    for name in FILLING:
        WeaponSystemFactory(designation=name)
    one, two = WeaponSystemFactory(designation="L119"), WeaponSystemFactory(designation="L118")
    native = WeaponSystemFactory(designation="Шахед-136")

    assert reasons(one, two) is None
    assert reasons(native, WeaponSystemFactory(designation="Shakhed 136")) == ("same_name",)
    assert {each.first for each in find_duplicates(WeaponSystem)} == {native.pk}


def test_agreements_are_compared_by_title_parties_and_date():
    for name in FILLING:
        AgreementFactory(title=f"Agreement with {name}")
    party = OrganizationFactory()

    def agreement(date, organization):
        return AgreementFactory(
            title="Framework agreement on joint production of drones",
            parties=[AgreementPartyFactory.build(organization=organization)],
            milestones=[AgreementMilestoneFactory.build(kind="signature", date=date)],
        )

    one, same = agreement("2025-04", party), agreement("2025-04-03", party)
    later = agreement("2026", OrganizationFactory())

    assert reasons(one, same) == ("same_name", "shared_organizations", "same_time")
    assert reasons(one, later, 60) == ("same_name", "others_named", "other_time")
    assert all(each.score < 70 for each in find_duplicates(Agreement) if later.pk in each[:2])


def test_claims_are_compared_by_their_words():
    for name in FILLING:
        ClaimFactory(text=f"{name} delivers more of them to the army.")
    one = ClaimFactory(text="Ukraine and Norway have agreed on joint production of shells.")
    same = ClaimFactory(text="Ukraine and Norway agreed on the joint production of shells")

    assert reasons(one, same) is not None


@pytest.mark.parametrize("names", [1, 3])
def test_search_reads_each_table_once(django_assert_num_queries, names):
    for number in range(names):
        OrganizationFactory(
            name=f"Kvitka {number}",
            names=[OrganizationNameFactory.build()],
            identifiers=[OrganizationIdentifierFactory.build()],
        )

    with django_assert_num_queries(3):
        list(find_duplicates(Organization))
