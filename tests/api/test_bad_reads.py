"""What bad reads get: a problem that names the parameter and what would be right, never a 500."""

import pytest

from records.api.filters import FILTERS
from records.api.resources import RESOURCES
from tests.support.problems import assert_problem

pytestmark = pytest.mark.django_db

ID = {"X-Request-ID": "r-1"}
QUERY = "The query has parameters that cannot be answered; see errors."
DECIMAL = "a plain decimal number of at most 30 digits before and after the point"
NUMBER = "Write one such as 105 or 14.5, without exponent or separators."
AGREEMENT_ID = (
    "is not a public id: write one such as 'AGR-12', with a capital prefix, a hyphen and a number "
    "without leading zeros."
)
FAR_TOO_LARGE = "9" * 400
CUT = f"'{'9' * 40}' (cut, 400 characters)"


def ask(client, path, **headers):
    return client.get(f"/api/v1/{path}", headers={**ID, **headers})


BAD_QUERIES = {
    "unknown parameter": (
        "agreements/?fundr=GB",
        ("?fundr", "unknown_parameter", "There is no parameter 'fundr'; did you mean funder?"),
    ),
    "bad id": (
        "agreements/?id=AGR-012",
        ("?id", "invalid_id", f"'AGR-012' {AGREEMENT_ID}"),
    ),
    "id of another type": (
        "agreements/?id=ORG-3",
        (
            "?id",
            "wrong_record_type",
            "'ORG-3' names another type of record: an id such as 'AGR-12' is expected here.",
        ),
    ),
    "huge id": (
        "agreements/?id=AGR-99999999999999999999",
        ("?id", "invalid_id", f"'AGR-99999999999999999999' {AGREEMENT_ID}"),
    ),
    "bad cursor": (
        "claims/?cursor=abc",
        (
            "?cursor",
            "invalid_cursor",
            "The cursor cannot be read; take it unchanged from the “next” link of the page before.",
        ),
    ),
    "page size 10,000": (
        "claims/?page_size=10000",
        ("?page_size", "page_size_out_of_range", "10000 is not between 1 and 500."),
    ),
    "huge page size": (
        f"claims/?page_size={FAR_TOO_LARGE}",
        ("?page_size", "invalid_page_size", f"{CUT} is not a whole number such as 50."),
    ),
    "NUL": (
        "claims/?speaker=%00",
        ("?speaker", "forbidden_character", "The parameter contains a NUL; leave it out."),
    ),
    "lone surrogate": (
        "claims/?speaker=%ED%A0%80",
        ("?speaker", "invalid_encoding", "Write the parameter in UTF-8."),
    ),
    "huge integer": (
        f"weapon-systems/?caliber_min={FAR_TOO_LARGE}",
        (
            "?caliber_min",
            "invalid_number",
            f"{CUT} is not {DECIMAL}. {NUMBER}",
        ),
    ),
    "bad country": (
        "organizations/?country=XX",
        (
            "?country",
            "invalid_country",
            "'XX' is not an ISO 3166-1 alpha-2 country code. Write a code such as UA.",
        ),
    ),
    "unknown field": (
        "sources/?fields=titel",
        ("?fields", "unknown_field", "There is no field 'titel'; did you mean title?"),
    ),
    "unknown ordering": (
        "sources/?ordering=titel",
        (
            "?ordering",
            "unknown_ordering",
            "There is no ordering 'titel'; did you mean title, -title?",
        ),
    ),
}


@pytest.mark.parametrize(("path", "error"), BAD_QUERIES.values(), ids=BAD_QUERIES)
def test_bad_query(client, path, error):
    assert_problem(ask(client, path), "invalid_query", QUERY, [error])


def test_bad_date(client):
    response = ask(client, "claims/?occurred_after=2024-13-01")
    (error,) = response.json()["errors"]
    assert error["detail"].startswith(
        "'2024-13-01' is not an accepted date: there is no month 13. Accepted: a year 2024, "
    )
    errors = [("?occurred_after", "no_such_date", error["detail"])]
    assert_problem(response, "invalid_query", QUERY, errors)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.collection)
class TestEveryCollection:
    def test_query_string_of_100_kb(self, client, resource):
        response = ask(client, f"{resource.collection}/?id={'9' * 100_000}")
        detail = "The query string has 100,003 bytes; 8,192 are answered."
        assert_problem(response, "uri_too_long", detail)

    def test_wrong_accept(self, client, resource):
        response = ask(client, f"{resource.collection}/", Accept="application/xml")
        offered = (
            "application/json, text/csv, application/jsonl, "
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
        detail = f"This address answers with {offered}."
        errors = [("header:Accept", "not_acceptable", detail)]
        assert_problem(response, "not_acceptable", detail, errors)

    @pytest.mark.parametrize("number", ["0", "x", "%ED%A0%80", "9" * 400, "1%0A", "-1", "1.0"])
    def test_bad_id_in_the_path(self, client, resource, number):
        prefix = resource.model.record_type
        response = ask(client, f"{resource.collection}/{prefix}-{number}/")
        detail = response.json()["detail"]
        if number != "1.0":  # which no route takes
            assert f"write one such as '{prefix}-12'" in detail
            assert_problem(response, "not_found", detail, [("/id", "invalid_id", detail)])
        assert response.json()["code"] == "not_found"

    def test_nul_in_the_path(self, client, resource):
        response = ask(client, f"{resource.collection}/{resource.model.record_type}-1%00/")
        detail = "There is nothing at this address: it contains a NUL."
        assert_problem(response, "not_found", detail)

    def test_misspelt_collection(self, client, resource):
        response = ask(client, f"{resource.collection[:-1]}/")
        detail = response.json()["detail"]
        assert detail.startswith(
            f"There is nothing at '/api/v1/{resource.collection[:-1]}/'; "
            f"did you mean /api/v1/{resource.collection}/"
        )
        assert_problem(response, "not_found", detail)

    @pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
    def test_method(self, client, resource, method):
        response = getattr(client, method)(f"/api/v1/{resource.collection}/", headers=ID)
        detail = f'Method "{method.upper()}" not allowed.'
        assert_problem(response, "method_not_allowed", detail)
        assert response.headers["Allow"] == "GET, POST, HEAD, OPTIONS"


HOSTILE = [
    "",
    ",",
    "%00",
    "%ED%A0%80",
    "9" * 400,
    "9223372036854775808",
    "AGR-9223372036854775807",
    "AGR-999999999999999999",
    "1e999999999",
    "NaN",
    "%F0%9F%90%88%E2%80%AE" * 50,
    "';%20DROP%20TABLE%20records_claim;%20--",
    "%25%5C_*(?:",
    "-9999/..",
    "x" * 8000,
    ",".join("x" * 2000),
    "true",
]
SHAPE = ("fields", "omit", "expand", "ordering", "cursor", "page_size", "count")
PARAMETERS = [
    (resource.collection, name)
    for resource in RESOURCES
    for name in sorted({*FILTERS[resource.model].names(), *SHAPE})
    if not name.endswith("!")  # a negation reads its value the same way
]


@pytest.mark.parametrize(
    ("collection", "name"), PARAMETERS, ids=["-".join(each) for each in PARAMETERS]
)
def test_hostile_value_is_answered_or_named(client, collection, name):
    for value in HOSTILE:
        response = ask(client, f"{collection}/?{name}={value}")
        body = response.json()
        if response.status_code == 200:
            assert set(body) - {"count"} == {"next", "results"}
        elif response.status_code == 403:
            assert name.startswith("review_status")
        else:
            assert response.status_code == 400, (value, body)
            assert body["code"] == "invalid_query"
            assert f"?{name}" in {item["pointer"] for item in body["errors"]}, (value, body)
