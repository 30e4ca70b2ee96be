"""What is not known is refused, with the nearest that is."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "pointer", "code", "detail"),
    [
        (
            "statsu=signed",
            "?statsu",
            "unknown_parameter",
            "There is no parameter 'statsu'; did you mean status?",
        ),
        (
            "ordering=sigend",
            "?ordering",
            "unknown_ordering",
            "There is no ordering 'sigend'; did you mean signed, -signed?",
        ),
        (
            "fields=id,titel",
            "?fields",
            "unknown_field",
            "There is no field 'titel'; did you mean title?",
        ),
        ("omit=titel", "?omit", "unknown_field", "There is no field 'titel'; did you mean title?"),
        (
            "expand=parties.organisation",
            "?expand",
            "unknown_expansion",
            "There is no expansion 'parties.organisation'; did you mean parties.organization?",
        ),
        (
            "expand=parties.organization&omit=parties",
            "?expand",
            "expansion_not_selected",
            "'parties.organization' is not among the fields.",
        ),
        ("count=yes", "?count", "invalid_boolean", "'yes' is neither true nor false."),
        ("count=true&count=true", "?count", "repeated_parameter", "Give this parameter once."),
    ],
)
def test_list_query_that_is_wrong(client, query, pointer, code, detail):
    response = client.get(f"/api/v1/agreements/?{query}", headers={"X-Request-ID": "test"})
    assert (response.status_code, response.headers["Content-Type"], response.json()) == (
        400,
        "application/problem+json",
        {
            "type": "/problems/#invalid_query",
            "title": response.json()["title"],
            "status": 400,
            "detail": "The query has parameters that cannot be answered; see errors.",
            "code": "invalid_query",
            "request_id": "test",
            "errors": [{"pointer": pointer, "code": code, "detail": detail}],
        },
    )


def test_every_error_is_named_at_once(client):
    response = client.get("/api/v1/claims/?statsu=1&page_size=0&kind=nonsense&fields=x")
    assert [item["pointer"] for item in response.json()["errors"]] == [
        "?statsu",
        "?fields",
        "?page_size",
        "?kind",
    ]


@pytest.mark.parametrize(
    "query",
    [
        "&".join(f"strange{number}=1" for number in range(500)),
        "fields=" + ",".join(f"strange{number}" for number in range(500)),
    ],
)
def test_only_the_first_unknown_names_are_explained(client, query):
    response = client.get(f"/api/v1/agreements/?{query}")
    assert (response.status_code, len(response.json()["errors"])) == (400, 20)


def test_detail_refuses_list_parameters(client):
    response = client.get("/api/v1/claims/CLM-1/?page_size=10")
    (item,) = response.json()["errors"]
    assert (response.status_code, item["code"]) == (400, "unknown_parameter")


@pytest.mark.parametrize(
    ("public_id", "code"),
    [
        ("CLM-1", None),
        ("CLM-01", "invalid_id"),
        ("clm-1", "invalid_id"),
        ("1", "invalid_id"),
        ("ORG-1", "wrong_record_type"),
        ("CLM-99999999999999999999", "invalid_id"),
        ("CLM-999999999999999999", None),
    ],
)
def test_id_that_names_no_record(client, public_id, code):
    response = client.get(f"/api/v1/claims/{public_id}/")
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert [item["code"] for item in response.json()["errors"]] == ([code] if code else [])
