"""The loader of reference data."""

import pytest

from records.models import Category, CategoryMapping, Organization, SchemeCategory
from records.models.relations import record_models
from records.services.loading.syncing import Synced
from records.services.reference import load_reference
from tests.support.register import NOW
from tests.support.yaml_files import edit

pytestmark = pytest.mark.django_db


def test_state_is_a_published_organization(digest):
    ukraine = digest.organization("Ukraine")
    assert (ukraine.kind, ukraine.country, ukraine.review_status) == ("state", "UA", "published")
    assert (ukraine.revision, ukraine.created_at) == (1, NOW)
    assert list(ukraine.identifiers.values_list("scheme", "value")) == [("iso3166", "UA")]
    assert list(ukraine.names.values_list("text", "language", "kind")) == [
        ("Ukrainian", "en", "adjective"),
        ("Ukrainian", "en", "demonym"),
    ]


def test_states_stand_in_the_order_of_their_codes(digest):
    states = Organization.objects.filter(kind="state").order_by("pk")
    codes = list(states.values_list("country", flat=True))
    assert len(codes) == 249
    assert codes == sorted(codes)


def test_second_load_changes_nothing(digest):
    before = [list(model.objects.values()) for model in record_models()]
    done = load_reference()
    assert done.categories == Synced(same=Category.objects.count())
    assert done.scheme_categories == Synced(same=SchemeCategory.objects.count())
    assert done.mappings == Synced(same=CategoryMapping.objects.count())
    assert (done.states_created, done.states_present) == (0, 249)
    assert [list(model.objects.values()) for model in record_models()] == before


def test_state_that_lost_its_identifier_is_not_created_again(digest):
    digest.organization("Ukraine").identifiers.all().delete()
    assert load_reference().states_created == 0


def test_edited_category_is_set_back_to_the_file(digest):
    Category.objects.filter(code="tank").update(name="Panzer")
    CategoryMapping.objects.filter(category="tank").delete()
    done = load_reference()
    assert (done.categories.changed, done.mappings.created) == (1, 3)
    assert Category.objects.get(code="tank").name == "Tanks"


def test_category_that_is_gone_is_removed_unless_records_use_it(reference_files, digest):
    edit(reference_files, "categories", lambda entries: [
        entries.remove(entry) for entry in list(entries)
        if entry["code"] in {"tank", "satellite.navigation"}
    ])  # fmt: skip
    done = load_reference(reference_files)
    assert (done.categories.removed, done.categories.kept) == (1, ["tank"])
    assert done.mappings.removed == 4
    assert not Category.objects.filter(code="satellite.navigation").exists()


def test_scheme_code_that_is_gone_goes_with_its_mappings(reference_files, digest):
    def drop(entries):
        for entry in entries:
            kept = [m for m in entry.get("mappings", []) if m["code"] != "ML19"]
            entry["mappings"] = kept

    edit(reference_files, "categories", drop)
    edit(reference_files, "schemes", lambda entries: [
        entries.remove(entry) for entry in list(entries) if entry["code"] == "ML19"
    ])  # fmt: skip
    assert load_reference(reference_files).scheme_categories == Synced(removed=1, same=46)
