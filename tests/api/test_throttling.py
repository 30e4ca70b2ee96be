"""Each client has so many requests in a window of time, whatever process answers them."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client, override_settings
from rest_framework.settings import api_settings
from time_machine import travel

from records.api.limits import quotas
from records.api.limits.quotas import Rate, parse_rate
from records.api.middleware import ApiMiddleware
from tests.support.problems import assert_problem

pytestmark = pytest.mark.urls("tests.api.probes")

PATH = "/api/v1/echoes/"
NOON = datetime(2025, 4, 4, 12, 0, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Stand 42 seconds before the end of a minute; forget that a cache has failed."""
    monkeypatch.setattr(quotas, "_breaker", quotas._Breaker())
    with travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def limits(settings):
    """Set the limits of this test."""

    def limits(anonymous="", user=""):
        settings.RATE_LIMIT_ANON, settings.RATE_LIMIT_USER = anonymous, user

    return limits


def assert_quota(response, policy, left, *, of, window=60, renewed=42):
    assert response.headers["RateLimit-Policy"] == f'"{policy}";q={of};w={window}'
    assert response.headers["RateLimit"] == f'"{policy}";r={left};t={renewed}'


def test_limit_holds_and_is_renewed(client, limits, clock):
    limits("2/min")
    for left in (1, 0):
        response = client.get(PATH)
        assert response.status_code == 200
        assert_quota(response, "anonymous", left, of=2)
        assert "Retry-After" not in response.headers
    response = client.get(PATH, headers={"X-Request-ID": "r-1"})
    detail = "The requests of this window are used up. Try again in 42 seconds."
    assert_problem(response, "too_many_requests", detail)
    assert response.headers["Retry-After"] == "42"
    assert_quota(response, "anonymous", 0, of=2)
    clock.shift(41.9)
    assert client.get(PATH).headers["Retry-After"] == "1"
    clock.shift(0.1)
    response = client.get(PATH)
    assert response.status_code == 200
    assert_quota(response, "anonymous", 1, of=2, renewed=60)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/api/v1/none/", {}, 404),
        (PATH, {"Accept": "text/html"}, 406),
        (f"{PATH}?a=%FF", {}, 400),
        (f"{PATH}?{'a' * 9000}", {}, 414),
        ("/api/v1/echoes", {}, 301),
        (PATH, {"Host": "evil.example.org"}, 400),
        ("/api/v1/numbers/1/", {}, 200),
    ],
)
def test_every_answer_counts_once(client, limits, path, headers, status):
    limits("2/min")
    response = client.get(path, headers=headers)
    assert response.status_code == status
    assert_quota(response, "anonymous", 1, of=2)
    assert_quota(client.get(PATH), "anonymous", 0, of=2)
    refused = client.get(path, headers={"X-Request-ID": "r-1", **headers})
    detail = "The requests of this window are used up. Try again in 42 seconds."
    assert_problem(refused, "too_many_requests", detail)
    assert refused.headers["Retry-After"] == "42"


def test_page_outside_of_the_api_is_not_counted(client, limits):
    limits("1/min")
    for _ in range(3):
        response = client.get("/page/")
        assert response.status_code == 200
        assert "RateLimit" not in response.headers
    assert client.get(PATH).status_code == 200


def test_head_counts(client, limits):
    limits("1/min")
    assert_quota(client.head(PATH), "anonymous", 0, of=1)
    assert client.head(PATH).status_code == 429


def test_addresses_are_apart(client, limits):
    limits("1/min")
    for address in ("192.0.2.1", "192.0.2.2", "2001:db8:0:1::1", "2001:db8:0:2::1", ""):
        assert client.get(PATH, REMOTE_ADDR=address).status_code == 200, address
        assert client.get(PATH, REMOTE_ADDR=address).status_code == 429, address


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2"),
        ("192.0.2.1", "::ffff:192.0.2.1"),
        ("2001:DB8::1", "2001:db8::1"),
    ],
)
def test_addresses_of_one_client(client, limits, one, other):
    limits("1/min")
    assert client.get(PATH, REMOTE_ADDR=one).status_code == 200
    assert client.get(PATH, REMOTE_ADDR=other).status_code == 429


@pytest.mark.parametrize(
    ("proxies", "first", "second", "status"),
    [
        # Without a proxy the header is the client's own invention.
        (0, "192.0.2.1", "192.0.2.2", 429),
        (1, "192.0.2.1", "192.0.2.2", 200),
        (1, "192.0.2.1", "192.0.2.1", 429),
        # Only what the proxy wrote counts, which is the last.
        (1, "203.0.113.1, 192.0.2.1", "203.0.113.2, 192.0.2.1", 429),
        (2, "192.0.2.1, 10.0.0.1", "192.0.2.2, 10.0.0.1", 200),
        (1, "no address\t\u00e9", "no address\t\u00e9", 429),
        (1, "x" * 300, "x" * 301, 200),
    ],
)
@override_settings(RATE_LIMIT_ANON="1/min")
def test_address_behind_proxies(monkeypatch, proxies, first, second, status):
    monkeypatch.setattr(api_settings, "NUM_PROXIES", proxies)
    assert Client().get(PATH, headers={"X-Forwarded-For": first}).status_code == 200
    assert Client().get(PATH, headers={"X-Forwarded-For": second}).status_code == status


@pytest.mark.django_db
def test_user_has_a_limit_of_their_own(limits):
    limits("1/min", "2/hour")
    ada, ben = Client(), Client()
    ada.force_login(User.objects.create_user("ada"))
    ben.force_login(User.objects.create_user("ben"))
    assert_quota(ada.get(PATH), "user", 1, of=2, window=3600, renewed=3582)
    assert_quota(ada.get("/api/v1/none/"), "user", 0, of=2, window=3600, renewed=3582)
    assert ada.get(PATH).status_code == 429
    assert ben.get(PATH).status_code == 200
    assert Client().get(PATH).status_code == 200
    assert Client().get(PATH).status_code == 429


@pytest.mark.django_db
@pytest.mark.parametrize(("anonymous", "user"), [("1/min", ""), ("", "1/min")])
def test_one_limit_without_the_other(limits, anonymous, user):
    limits(anonymous, user)
    client = Client()
    statuses = [client.get(PATH).status_code for _ in range(2)]
    assert statuses == ([200, 429] if anonymous else [200, 200])
    client.force_login(User.objects.create_user("ada"))
    responses = [client.get(PATH) for _ in range(2)]
    assert [each.status_code for each in responses] == ([200, 429] if user else [200, 200])
    assert ("RateLimit" in responses[0].headers) == bool(user)


class NoCache:
    """A cache that must not be asked, or that is down."""

    def __init__(self):
        self.asked = 0

    def incr(self, _):
        self.asked += 1
        raise ConnectionError("cache.example.org is down")


@pytest.fixture
def no_cache(monkeypatch):
    no_cache = NoCache()
    monkeypatch.setattr(quotas, "cache", no_cache)
    return no_cache


def test_no_limit_asks_no_cache(client, limits, no_cache):
    limits()
    response = client.get(PATH)
    assert response.status_code == 200
    assert "RateLimit" not in response.headers
    assert no_cache.asked == 0


def test_cache_that_is_down_costs_one_warning(client, limits, no_cache, caplog, monkeypatch):
    limits("1/min")
    now = [1000.0]
    monkeypatch.setattr(quotas.time, "monotonic", lambda: now[0])
    for _ in range(3):
        response = client.get(PATH)
        assert response.status_code == 200
        assert "RateLimit" not in response.headers
    assert no_cache.asked == 1
    now[0] += 11
    assert client.get(PATH).status_code == 200
    assert no_cache.asked == 2
    now[0] += 11
    monkeypatch.setattr(quotas, "cache", cache)
    assert [client.get(PATH).status_code for _ in range(2)] == [200, 429]
    assert [record.message for record in caplog.records if record.name == quotas.__name__] == [
        "The cache fails, so rate limits do not hold: cache.example.org is down",
        "The cache answers again: rate limits hold.",
    ]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("", None),
        ("1/s", Rate(1, 1)),
        ("10/sec", Rate(10, 1)),
        ("600/min", Rate(600, 60)),
        ("5/h", Rate(5, 3600)),
        ("5/hour", Rate(5, 3600)),
        ("100000/day", Rate(100_000, 86_400)),
    ],
)
def test_rate_is_read(text, rate):
    assert parse_rate(text) == rate


@pytest.mark.parametrize(
    "text", ["0/min", "-1/min", "600", "/min", "600/year", "6e2/min", "1.5/s", " 1/s", "none"]
)
def test_rate_that_cannot_be_read_stops_the_start(text):
    with (
        override_settings(RATE_LIMIT_ANON=text),
        pytest.raises(ImproperlyConfigured, match="such as 600/min") as caught,
    ):
        ApiMiddleware(HttpResponse)
    assert repr(text) in str(caught.value)
