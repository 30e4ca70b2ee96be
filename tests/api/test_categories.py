"""The category tree and its crosswalk are public."""

import pytest

from records.api.filters.categories import CATEGORIES
from records.api.views.category import SchemeCodeFilter
from records.enums import MappingMatch, Scheme
from tests.factories import CategoryFactory, CategoryMappingFactory, SchemeCategoryFactory

pytestmark = pytest.mark.django_db

LIST = "/api/v1/categories/"


@pytest.fixture(autouse=True)
def _forget():
    """Read the known codes anew, so that each test counts the same queries."""
    yield
    CATEGORIES.forget()
    SchemeCodeFilter.known.forget()


@pytest.fixture
def tree():
    """Two branches, of which one is mapped to UNROCA III and the other to SIPRI III."""
    codes = ("artillery", "artillery.towed", "artillery.towed.light", "artillery_x", "uas")
    artillery, towed, _, _, uas = (CategoryFactory(code=code) for code in codes)
    large = SchemeCategoryFactory(scheme=Scheme.UNROCA, code="III", title="Large artillery")
    drones = SchemeCategoryFactory(scheme=Scheme.UNROCA, code="IV", title="Aircraft")
    third = SchemeCategoryFactory(scheme=Scheme.SIPRI, code="III", title="Third")
    SchemeCategoryFactory(scheme=Scheme.EU_ML, code="ML22", title="Technology")
    CategoryMappingFactory(category=artillery, scheme_category=large)
    CategoryMappingFactory(category=towed, scheme_category=large, match=MappingMatch.BROADER)
    CategoryMappingFactory(category=uas, scheme_category=drones, match=MappingMatch.CLOSE)
    CategoryMappingFactory(category=uas, scheme_category=third, match=MappingMatch.NARROWER)


def codes(client, query=""):
    response = client.get(f"{LIST}{query}")
    assert response.status_code == 200, response.json()
    return [each["code"] for each in response.json()["results"]]


def shown(code, name=None, parent=None, depth=0, mappings=()):
    return {
        "code": code,
        "url": f"/api/v1/categories/{code}/",
        "name": f"Category {code}",
        "definition": f"What belongs to {code}.",
        "parent": parent,
        "depth": depth,
        "mappings": list(mappings),
    }


TOWED = shown(
    "artillery.towed",
    parent="artillery",
    depth=1,
    mappings=[
        {"scheme": "unroca", "code": "III", "title": "Large artillery", "match": "broader"},
    ],
)


def test_tree_is_answered_whole(client, tree):
    response = client.get(LIST)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert response.json() == {
        "results": [
            shown(
                "artillery",
                mappings=[
                    {
                        "scheme": "unroca",
                        "code": "III",
                        "title": "Large artillery",
                        "match": "exact",
                    },
                ],
            ),
            TOWED,
            shown("artillery.towed.light", parent="artillery.towed", depth=2),
            shown("artillery_x"),
            shown(
                "uas",
                mappings=[
                    {"scheme": "sipri", "code": "III", "title": "Third", "match": "narrower"},
                    {"scheme": "unroca", "code": "IV", "title": "Aircraft", "match": "close"},
                ],
            ),
        ]
    }


def test_empty_tree_is_an_empty_list(client):
    assert client.get(LIST).json() == {"results": []}


def test_category_is_answered_whole(client, tree):
    response = client.get(f"{LIST}artillery.towed/")
    assert response.json() == TOWED | {"children": ["artillery.towed.light"]}


def test_children_are_the_next_level_only(client, tree):
    assert client.get(f"{LIST}artillery/").json()["children"] == ["artillery.towed"]
    assert client.get(f"{LIST}uas/").json()["children"] == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?within=artillery", ["artillery", "artillery.towed", "artillery.towed.light"]),
        ("?within=artillery.towed,uas", ["artillery.towed", "artillery.towed.light", "uas"]),
        ("?within=artillery_x&within=uas", ["artillery_x", "uas"]),
        ("?scheme=unroca", ["artillery", "artillery.towed", "uas"]),
        ("?scheme=eu_ml", []),
        ("?scheme=sipri,eu_ml", ["uas"]),
        ("?scheme_code=III", ["artillery", "artillery.towed", "uas"]),
        ("?scheme=unroca&scheme_code=III", ["artillery", "artillery.towed"]),
        ("?scheme=sipri&scheme_code=IV", []),
        ("?within=artillery.towed&scheme_code=III,IV", ["artillery.towed"]),
    ],
)
def test_filter_finds(client, tree, query, found):
    assert codes(client, query) == found


def test_filtered_category_keeps_all_its_mappings(client, tree):
    (found,) = client.get(f"{LIST}?scheme=sipri").json()["results"]
    assert [mapping["scheme"] for mapping in found["mappings"]] == ["sipri", "unroca"]


@pytest.mark.parametrize(
    ("query", "code", "detail"),
    [
        (
            "withn=artillery",
            "unknown_parameter",
            "There is no parameter 'withn'; did you mean within?",
        ),
        (
            "within!=artillery",
            "unknown_parameter",
            "There is no parameter 'within!'; did you mean within?",
        ),
        (
            "page_size=10",
            "unknown_parameter",
            "There is no parameter 'page_size'; did you mean scheme, scheme_code, within?",
        ),
        (
            "within=artilry",
            "unknown_category",
            "'artilry' is not an accepted value. Nearest: artillery, artillery_x.",
        ),
        (
            "scheme=unroc",
            "invalid_choice",
            "'unroc' is not an accepted value. Nearest: unroca.",
        ),
        (
            "scheme_code=ML2",
            "unknown_scheme_code",
            "'ML2' is not an accepted value. Nearest: ML22.",
        ),
        (
            "scheme_code=",
            "empty_value",
            "A value is empty; give one or leave it out.",
        ),
        (
            "within=%00",
            "forbidden_character",
            "The parameter contains a NUL; leave it out.",
        ),
    ],
)
def test_query_that_is_wrong(client, tree, query, code, detail):
    response = client.get(f"{LIST}?{query}")
    assert (response.status_code, response.json()["errors"]) == (
        400,
        [{"pointer": f"?{query.partition('=')[0]}", "code": code, "detail": detail}],
    )


@pytest.mark.parametrize(
    ("code", "detail"),
    [
        ("artillery.towd", "'artillery.towd'; did you mean artillery.towed"),
        ("Artillery", "'Artillery'; did you mean artillery"),
        ("%3F", "'?'; did you mean artillery, artillery_x, uas?"),
        ("artillery.", "'artillery.'; did you mean artillery"),
    ],
)
def test_unknown_category_names_the_nearest(client, tree, code, detail):
    response = client.get(f"{LIST}{code}/")
    (item,) = response.json()["errors"]
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert (item["pointer"], item["code"]) == ("/code", "unknown_category")
    assert item["detail"].startswith(f"There is no category {detail}")


def test_code_that_no_database_can_hold_is_not_found(client, tree):
    assert client.get(f"{LIST}%00/").status_code == 404


def test_remembered_category_that_was_deleted_is_not_found(client):
    category = CategoryFactory(code="gone")
    assert client.get(f"{LIST}gone/").status_code == 200
    category.delete()
    assert client.get(f"{LIST}gone/").status_code == 404


def test_detail_refuses_parameters(client, tree):
    response = client.get(f"{LIST}uas/?scheme=unroca")
    (item,) = response.json()["errors"]
    assert (response.status_code, item["code"]) == (400, "unknown_parameter")


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        (LIST, 2),
        (f"{LIST}?within=uas", 2),
        (f"{LIST}?scheme=unroca&scheme_code=III", 2),
        (f"{LIST}uas/", 2),
    ],
)
def test_query_count(client, django_assert_num_queries, rows, path, queries):
    category = CategoryFactory(code="uas")
    three = SchemeCategoryFactory(scheme=Scheme.UNROCA, code="III")
    CategoryMappingFactory(category=category, scheme_category=three)
    for number in range(1, rows):
        below = CategoryFactory(code=f"uas.below_{number}")
        CategoryMappingFactory(category=below, scheme_category=three)
        CategoryMappingFactory(category=category)
    client.get(path)  # the known codes are read once by each process
    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [LIST, f"{LIST}uas/"])
def test_categories_are_not_sent_again(client, tree, path):
    first = client.get(path)
    assert first.headers["Cache-Control"] == "public, no-cache"
    response = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (response.status_code, response.content) == (304, b"")


def test_changed_category_is_sent_again(client):
    category = CategoryFactory(code="uas")
    etag = client.get(LIST).headers["ETag"]
    category.definition = "Unmanned aircraft with their ground equipment."
    category.save()
    response = client.get(LIST, headers={"If-None-Match": etag})
    assert response.json()["results"][0]["definition"] == category.definition


def test_categories_are_read_only(client):
    assert client.post(LIST, {}, content_type="application/json").status_code == 405
