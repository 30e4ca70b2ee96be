"""A request can be found again: in the answer, in a problem document, in the log."""

import logging
import re

import pytest
from django.conf import settings

from records.api.request_id import RequestIdFilter

pytestmark = pytest.mark.urls("tests.api.probes")

NEW = re.compile(r"[0-9a-f]{32}")


@pytest.mark.parametrize(
    "given", ["a", "A-z_0.9", "x" * 64, "0f8fad5b-d9cb-469f-a165-70867728950e"]
)
@pytest.mark.parametrize("path", ["/api/v1/echoes/", "/api/none/", "/page/", "/none/", "/healthz"])
def test_valid_id_is_kept(client, path, given):
    response = client.get(path, headers={"X-Request-ID": given})
    assert response.headers["X-Request-ID"] == given
    if path == "/api/none/":
        assert response.json()["request_id"] == given


@pytest.mark.parametrize("given", ["", " ", "x" * 65, "a b", "a\n", "a;b", "é", "<script>", "a/b"])
def test_invalid_id_is_replaced(client, given):
    response = client.get("/api/none/", headers={"X-Request-ID": given})
    assert NEW.fullmatch(response.headers["X-Request-ID"])
    assert response.json()["request_id"] == response.headers["X-Request-ID"]


def test_ids_differ(client):
    found = {client.get("/page/").headers["X-Request-ID"] for _ in range(3)}
    assert len(found) == 3
    assert all(NEW.fullmatch(each) for each in found)


def test_id_is_on_what_middleware_answers(client):
    headers = {"X-Request-ID": "r-1", "Host": "evil.example.org"}
    assert client.get("/page/", headers=headers).headers["X-Request-ID"] == "r-1"
    headers = {
        "X-Request-ID": "r-2",
        "Origin": "https://a.example",
        "Access-Control-Request-Method": "GET",
    }
    preflight = client.options("/api/v1/echoes/", headers=headers)
    assert preflight.headers["X-Request-ID"] == "r-2"


@pytest.fixture
def lines():
    """Lines of the log in the form that the settings give them."""

    class Lines(logging.Handler):
        def emit(self, record):
            written.append(self.format(record))

    written = []
    handler = Lines()
    handler.addFilter(RequestIdFilter())
    handler.setFormatter(logging.Formatter(settings.LOGGING["formatters"]["line"]["format"]))
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_id_is_in_the_log(client, lines):
    client.get("/api/v1/logs/", headers={"X-Request-ID": "r-1"})
    logging.getLogger("elsewhere").warning("afterwards")
    assert [line.partition(" WARNING ")[2] for line in lines] == [
        "tests.api.probes [r-1] in the view",
        # Django writes this when all middleware has ended.
        "django.request [r-1] Not Found: /api/v1/logs/",
        "elsewhere [-] afterwards",
    ]


def test_log_has_the_filter_on_its_one_handler():
    assert settings.LOGGING["root"]["handlers"] == ["stderr"]
    assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["request_id"]
