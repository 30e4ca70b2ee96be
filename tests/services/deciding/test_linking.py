"""Names that were new when a sentence was read, and stand in the register when it is decided on."""

import pytest

from records.enums import OrganizationKind
from records.ingest import findings as f
from records.models import Organization, WeaponSystem
from records.services.deciding.finals import OrganizationFinal, WeaponSystemFinal
from records.services.deciding.linking import link_anew
from records.services.deciding.proposing import propose
from tests.factories import (
    CategoryFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    StateFactory,
    WeaponSystemFactory,
    WeaponSystemNameFactory,
)
from tests.services.deciding.findings import at, decide_on, full, kinds, reading_of

pytestmark = pytest.mark.django_db


def organizations(*names, **values):
    found = tuple(f.OrganizationFinding(name=name, **values, **at("Example Arms"))
                  for name in names)  # fmt: skip
    return f.Findings(organizations=found, **kinds())


def systems(*names, category="artillery"):
    found = tuple(f.WeaponSystemFinding(name=name, category=category, **at("Model 7"))
                  for name in names)  # fmt: skip
    return f.Findings(weapon_systems=found, **kinds())


def candidates(findings):
    found = link_anew(findings)
    return [[each.number for each in name.candidates]
            for name in (*found.organizations, *found.weapon_systems)]  # fmt: skip


def test_second_claim_is_offered_what_the_first_created():
    StateFactory(name="Finland", country="FI")
    CategoryFactory(code="artillery")
    second = reading_of(full())
    decide_on(full())
    arms, model = Organization.objects.get(name="Example Arms"), WeaponSystem.objects.get()
    proposals = propose(second)
    assert proposals["organizations.0"].final == OrganizationFinal(
        words="Example Arms", organization=arms.pk
    )
    assert proposals["weapon_systems.0"].final == WeaponSystemFinal(
        words="Model 7", weapon_system=model.pk
    )


def test_names_are_compared_without_case_and_accents():
    arms = OrganizationFactory(name="Éxample  ARMS", country="")
    model = WeaponSystemFactory(designation="MODEL 7", category=CategoryFactory(code="artillery"))
    assert candidates(organizations("Example Arms")) == [[arms.pk]]
    assert candidates(systems("Model 7")) == [[model.pk]]


def test_other_names_are_known_too_and_several_records_leave_the_choice():
    one, other = (
        OrganizationFactory(name="Example Arms", country=""),
        OrganizationFactory(country=""),
    )
    OrganizationNameFactory(organization=other, text="Example Arms")
    OrganizationNameFactory(organization=one, text="EXAMPLE ARMS")
    model = WeaponSystemFactory(category=CategoryFactory(code="artillery.towed"))
    WeaponSystemNameFactory(weapon_system=model, text="Model 7")
    assert candidates(organizations("Example Arms")) == [[one.pk, other.pk]]
    assert candidates(systems("Model 7")) == [[model.pk]]


def test_record_of_another_country_or_branch_is_not_meant():
    OrganizationFactory(name="Example Arms", country="SE")
    WeaponSystemFactory(designation="Model 7", category=CategoryFactory(code="armour"))
    assert candidates(organizations("Example Arms", country="FI")) == [[]]
    assert candidates(systems("Model 7")) == [[]]


@pytest.mark.parametrize("review_status", ["rejected", "retracted"])
def test_record_that_is_gone_is_not_meant(review_status):
    OrganizationFactory(name="Example Arms", country="", review_status=review_status)
    assert candidates(organizations("Example Arms")) == [[]]


def test_states_are_left_to_the_countries():
    StateFactory(name="Example Arms", country="FI")
    assert candidates(organizations("Example Arms", kind=OrganizationKind.COMPANY)) == [[]]


def test_name_that_nothing_can_be_made_of_stays_open():
    OrganizationFactory(name="the ministry", country="")
    found = organizations("the ministry", why_open="Which ministry is not said.")
    assert candidates(found) == [[]]


@pytest.mark.parametrize("number", [1, 3])
def test_names_take_the_same_queries(number, django_assert_num_queries):
    names = [f"Name {place}" for place in range(number)]
    for name in names:
        OrganizationFactory(name=name)
    with django_assert_num_queries(1):
        link_anew(organizations(*names))
    with django_assert_num_queries(1):
        link_anew(systems(*names))
    with django_assert_num_queries(0):
        link_anew(f.Findings(**kinds()))
