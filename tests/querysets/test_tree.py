import pytest

from records.models import Organization, WeaponSystem
from records.querysets.tree import ancestors, descendants
from tests.factories import OrganizationFactory, WeaponSystemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    """Store four organizations, each the parent of the next."""
    line = [OrganizationFactory()]
    for _ in range(3):
        line.append(OrganizationFactory(parent=line[-1]))
    return line


def chosen(numbers):
    return list(Organization.objects.filter(pk__in=numbers).order_by("pk"))


@pytest.mark.parametrize("place", range(4))
def test_descendants_are_the_record_and_all_below(line, place):
    below = descendants(Organization, "parent", [line[place].pk])
    assert chosen(below) == line[place:]


@pytest.mark.parametrize("place", range(4))
def test_ancestors_are_the_record_and_all_above(line, place):
    above = ancestors(Organization, "parent", line[place].pk)
    assert chosen(above) == line[: place + 1]


def test_descendants_of_several_roots_come_once(line):
    other = OrganizationFactory()
    below = descendants(Organization, "parent", [line[2].pk, line[1].pk, other.pk])
    assert chosen(below) == [*line[1:], other]


def test_record_that_does_not_exist_has_neither():
    assert chosen(descendants(Organization, "parent", [2**63 - 1])) == []
    assert chosen(ancestors(Organization, "parent", 2**63 - 1)) == []


def test_sisters_are_not_below(line):
    sister = OrganizationFactory(parent=line[0])
    assert chosen(descendants(Organization, "parent", [line[1].pk])) == line[1:]
    assert chosen(descendants(Organization, "parent", [sister.pk])) == [sister]


def test_variants_are_a_tree_too():
    gun = WeaponSystemFactory()
    variant = WeaponSystemFactory(variant_of=gun)
    WeaponSystemFactory()
    numbers = descendants(WeaponSystem, "variant_of", [gun.pk])
    assert set(WeaponSystem.objects.filter(pk__in=numbers)) == {gun, variant}
