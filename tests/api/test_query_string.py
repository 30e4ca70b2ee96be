"""A query string is text that the database can hold, short enough, or a 400 or 414."""

import pytest

from tests.support.problems import assert_problem

pytestmark = pytest.mark.urls("tests.api.probes")

ID = {"X-Request-ID": "r-1"}
INVALID = "The query has parameters that cannot be answered; see errors."
ENCODING = ("invalid_encoding", "Write the parameter in UTF-8.")
NUL = ("forbidden_character", "The parameter contains a NUL; leave it out.")


def ask(client, raw):
    """Send a query string byte for byte."""
    return client.get("/api/v1/echoes/", headers=ID, QUERY_STRING=raw.decode("latin-1"))


@pytest.mark.parametrize(
    ("raw", "query"),
    [
        (b"", {}),
        (b"a=1&a=2&b=", {"a": ["1", "2"], "b": [""]}),
        (b"kind!=a%2Cb+c", {"kind!": ["a,b c"]}),
        ("name=Україна".encode(), {"name": ["Україна"]}),
        (b"name=%D0%A3%F0%9F%90%88", {"name": ["\u0423\N{CAT}"]}),
        (b"name=%EF%BF%BD", {"name": ["\N{REPLACEMENT CHARACTER}"]}),
        (b"a=%", {"a": ["%"]}),
        (b"a=%zz&&=", {"a": ["%zz"], "": [""]}),
    ],
)
def test_query_that_is_text(client, raw, query):
    response = ask(client, raw)
    assert (response.status_code, response.json()) == (200, {"query": query})


@pytest.mark.parametrize(
    ("raw", "errors"),
    [
        (b"name=%00", [("?name", *NUL)]),
        (b"name=a%00b", [("?name", *NUL)]),
        (b"name=a\0b", [("?name", *NUL)]),
        (b"na%00me=a", [("?na\N{REPLACEMENT CHARACTER}me", *NUL)]),
        (b"name=%ED%A0%80", [("?name", *ENCODING)]),
        (b"name=%ED%B0%80", [("?name", *ENCODING)]),
        (b"name=\xed\xa0\x80", [("?name", *ENCODING)]),
        (b"name=%FF", [("?name", *ENCODING)]),
        (b"name=\xff", [("?name", *ENCODING)]),
        (b"name=%C0%80", [("?name", *ENCODING)]),
        (b"name=\xc3&other=\xa9", [("?name", *ENCODING), ("?other", *ENCODING)]),
        (b"n%FFme=a", [("?n\N{REPLACEMENT CHARACTER}me", *ENCODING)]),
        (b"a=1&b+c=%00&d=%FF&e=2", [("?b c", *NUL), ("?d", *ENCODING)]),
    ],
)
def test_query_that_is_not_text(client, raw, errors):
    assert_problem(ask(client, raw), "invalid_query", INVALID, errors)


def test_too_many_parameters(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
    assert_problem(ask(client, b"a&" * 1001), "invalid_query", "There are too many parameters.")


@pytest.mark.parametrize("length", [8192, 8193, 100_000])
def test_query_string_of_a_length(client, length):
    response = ask(client, b"a=" + b"b" * (length - 2))
    if length <= 8192:
        assert response.status_code == 200
    else:
        detail = f"The query string has {length:,} bytes; 8,192 are answered."
        assert_problem(response, "uri_too_long", detail)


def test_long_query_string_of_other_bytes_counts_bytes(client):
    response = ask(client, b"a=" + "я".encode() * 4096)
    detail = "The query string has 8,194 bytes; 8,192 are answered."
    assert_problem(response, "uri_too_long", detail)


def test_long_query_string_outside_of_the_api_is_not_ours(client):
    assert client.get("/page/", QUERY_STRING="a" * 9000).status_code == 200
