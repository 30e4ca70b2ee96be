"""The lists are kept by hand, so their codes are checked here."""

import pycountry
import pytest

from records.enums import OrganizationKind
from records.ingest.finding.names.atoms import atoms_of
from records.ingest.finding.names.reference import read_reference

COUNTRIES = {country.alpha_2 for country in pycountry.countries} | {"SU", "YU", "CS", "DD", "XK"}
CATEGORIES = {row["code"] for row in read_reference("categories.yaml")}
PLACES = read_reference("names/places.yaml")


@pytest.mark.parametrize("section", ["cities", "governments", "names", "prefixes"])
def test_places_belong_to_countries(section):
    assert PLACES[section].keys() <= COUNTRIES


def test_city_belongs_to_one_country():
    names = [name for named in PLACES["cities"].values() for name in named]
    assert sorted(names) == sorted(set(names))


def test_every_republic_has_its_capital():
    states = read_reference("states.yaml")
    republics = {
        row["code"]
        for row in states
        if any("Republic" in name for name in row.get("names", {}).get("official", []))
    }
    named_like_a_word_or_the_state = {"MV", "SC", "SG", "SM", "MO", "HK", "ST"}
    assert republics - PLACES["cities"].keys() - named_like_a_word_or_the_state == set()


@pytest.mark.parametrize(
    "name",
    [
        "category_words.yaml",
        "names/equipment_guide.yaml",
        "names/oryx.yaml",
        "names/weapon_systems.yaml",
    ],
)
def test_lists_by_category_have_known_codes_and_texts(name):
    lists = read_reference(name)
    assert lists.keys() - {""} <= CATEGORIES
    assert [word for words in lists.values() for word in words if not isinstance(word, str)] == []


def test_word_for_equipment_means_one_class():
    seen = {}
    for category, words in read_reference("category_words.yaml").items():
        for word in words:
            keys = tuple(atom.key for atom in atoms_of(word))
            assert seen.setdefault(keys, category) in {category, ""} or category == "", word


def test_organizations_have_kinds_and_countries():
    lists = read_reference("names/organizations.yaml")
    assert lists.keys() - {"parliament"} <= set(OrganizationKind)
    for by_country in lists.values():
        assert by_country.keys() - {None} <= COUNTRIES


def test_families_of_designations_have_known_categories():
    assert read_reference("names/designations.yaml")["families"].keys() <= CATEGORIES


def test_exhibitors_are_named_once_and_have_countries():
    lists = read_reference("names/exhibitors.yaml")
    assert lists.keys() - {None} <= COUNTRIES
    names = [name for named in lists.values() for name in named]
    assert len(names) == len(set(names))
