"""What the loader of reference data refuses; then nothing is stored."""

import pytest

from records.models import Category, Organization
from records.services.loading.errors import LoadError
from records.services.reference import load_reference
from tests.support.yaml_files import edit, write

pytestmark = pytest.mark.django_db


def problems(folder):
    with pytest.raises(LoadError) as caught:
        load_reference(folder)
    return caught.value.problems


def test_unknown_field_is_refused_with_the_nearest_one(few_reference_files):
    edit(few_reference_files, "categories", lambda entries: entries[0].update(nmae="Tanks"))
    assert problems(few_reference_files) == [
        "categories.yaml, entry at line 1, nmae: there is no such field here. Did you mean “name”?"
    ]


def test_mapping_to_a_code_that_is_not_listed_is_refused(few_reference_files):
    edit(
        few_reference_files,
        "categories",
        lambda entries: entries[0]["mappings"][1].update(code="guns"),
    )
    (problem,) = problems(few_reference_files)
    assert problem == (
        "categories.yaml, entry at line 1, mappings.1.code: “sipri guns” is not in schemes.yaml; "
        "correct it or add it there."
    )


def test_entry_that_stands_twice_is_refused(few_reference_files):
    write(
        few_reference_files,
        "schemes",
        [{"scheme": "eu_ml", "code": "ML1", "title": "Arms"} for _ in "ab"],
    )
    assert problems(few_reference_files) == [
        "schemes.yaml, entry at line 4, scheme, code: the same as at line 1; remove one of them."
    ]


@pytest.mark.parametrize(
    ("name", "entry", "problem"),
    [
        ("states", {"name": "Ukraine"}, "code: must be one value; add it."),
        (
            "states",
            {"code": "XX", "name": "Nowhere"},
            "country: “XX” is not an ISO 3166-1 alpha-2 country code such as UA.",
        ),
        (
            "states",
            {"code": "UA", "name": "Ukraine", "names": {"short": "UA"}},
            "names: must be “kind: [name, name]” pairs.",
        ),
        (
            "categories",
            {"code": "tank", "name": "Tanks", "definition": "Tanks.", "mappings": "I"},
            "mappings: must be a list of “field: value” pairs.",
        ),
        (
            "categories",
            {"code": "Tank", "name": "Tanks", "definition": "Tanks."},
            "as a whole: A code is a dotted path in lower case, such as artillery.towed.",
        ),
    ],
)
def test_wrong_entry_is_refused(few_reference_files, name, entry, problem):
    write(few_reference_files, name, [entry])
    assert problem in "\n".join(problems(few_reference_files))
    assert not Organization.objects.exists()
    assert not Category.objects.exists()


def test_missing_file_is_named(few_reference_files):
    (few_reference_files / "states.yaml").unlink()
    (problem,) = problems(few_reference_files)
    assert problem.endswith("states.yaml: No such file or directory.")
