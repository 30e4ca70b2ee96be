"""Every vocabulary is public, with the meaning of its codes."""

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from records.api.views.vocabulary import VOCABULARIES
from records.enums import Superlative, Vocabulary

LIST = "/api/v1/vocabularies/"

SUPERLATIVE = {
    "name": "superlative",
    "url": "/api/v1/vocabularies/superlative/",
    "title": "Superlative",
    "description": "What the source says makes the figure stand out.",
    "values": [
        {
            "code": "record",
            "label": "Record",
            "definition": "It is said to exceed every earlier figure of the same kind.",
        },
        {
            "code": "first",
            "label": "First",
            "definition": "It is said to have happened for the first time.",
        },
        {
            "code": "largest",
            "label": "Largest",
            "definition": (
                "It is said to exceed all others of a group, such as countries or orders."
            ),
        },
    ],
}


def test_vocabulary_is_answered_whole(client):
    response = client.get(f"{LIST}superlative/")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert response.json() == SUPERLATIVE


def test_list_holds_every_vocabulary_by_name(client):
    results = client.get(LIST).json()["results"]
    assert [each["name"] for each in results] == sorted(VOCABULARIES)
    assert set(VOCABULARIES.values()) == set(Vocabulary.__subclasses__())
    assert {
        each["name"]: [
            (value["code"], value["label"], value["definition"]) for value in each["values"]
        ]
        for each in results
    } == {
        name: [(member.value, member.label, member.definition) for member in vocabulary]
        for name, vocabulary in VOCABULARIES.items()
    }


def test_list_and_detail_agree(client):
    for each in client.get(LIST).json()["results"]:
        assert client.get(each["url"]).json() == each


def test_name_and_title_are_the_words_of_the_class(client):
    shown = client.get(f"{LIST}party_role/").json()
    assert (shown["name"], shown["title"]) == ("party_role", "Party role")


def test_description_is_one_sentence(client):
    shown = client.get(f"{LIST}reliability/").json()
    assert shown["description"] == "How far a source is trusted (STANAG 2511)."


@pytest.mark.django_db
@pytest.mark.parametrize("path", [LIST, f"{LIST}superlative/"])
def test_vocabularies_need_no_query(client, django_assert_num_queries, path):
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [LIST, f"{LIST}superlative/"])
def test_vocabularies_are_not_sent_again(client, path):
    first = client.get(path)
    assert first.headers["Cache-Control"] == "public, no-cache"
    response = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize("path", [LIST, f"{LIST}superlative/"])
def test_vocabularies_refuse_parameters(client, path):
    response = client.get(f"{path}?page_size=10")
    assert (response.status_code, response.json()["errors"]) == (
        400,
        [
            {
                "pointer": "?page_size",
                "code": "unknown_parameter",
                "detail": "There is no parameter 'page_size'; none is taken here.",
            }
        ],
    )


@pytest.mark.parametrize("name", ["party_rol", "PartyRole"])
def test_unknown_vocabulary_names_the_nearest(client, name):
    response = client.get(f"{LIST}{name}/", headers={"X-Request-ID": "test"})
    (item,) = response.json()["errors"]
    assert response.status_code == 404
    assert (item["pointer"], item["code"]) == ("/name", "unknown_vocabulary")
    assert item["detail"].startswith(f"There is no vocabulary '{name}'; did you mean party_role")


def test_vocabulary_without_a_near_name_lists_all(client):
    detail = client.get(f"{LIST}nonsense/").json()["detail"]
    assert all(name in detail for name in VOCABULARIES)


def test_vocabularies_are_read_only(client):
    assert client.post(LIST, {}, content_type="application/json").status_code == 405


def test_codes_are_those_that_records_hold(client):
    codes = [value["code"] for value in client.get(f"{LIST}superlative/").json()["values"]]
    assert codes == Superlative.values


def test_schema_names_every_vocabulary_by_its_class():
    names = settings.SPECTACULAR_SETTINGS["ENUM_NAME_OVERRIDES"]
    assert {name: import_string(path) for name, path in names.items()} == {
        vocabulary.__name__: vocabulary for vocabulary in VOCABULARIES.values()
    }
