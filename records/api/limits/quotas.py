"""Counts the requests of each client in fixed windows of time, across all processes."""

import logging
import re
import time
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from rest_framework.throttling import BaseThrottle

logger = logging.getLogger(__name__)

_PERIODS = {"s": 1, "sec": 1, "min": 60, "h": 3600, "hour": 3600, "day": 86400}
_FORM = re.compile(r"([1-9][0-9]{0,8})/([a-z]+)")
_PAUSE = 10.0  # seconds without counting after the cache has failed


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests in so many seconds."""

    requests: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Quota:
    """What a client has used of its rate in the current window."""

    policy: str
    rate: Rate
    used: int
    reset: int

    @property
    def exceeded(self) -> bool:
        """Whether this request is one too many."""
        return self.used > self.rate.requests

    @property
    def headers(self) -> dict[str, str]:
        """The headers of draft-ietf-httpapi-ratelimit-headers: left `r`, renewed in `t` seconds."""
        left = max(0, self.rate.requests - self.used)
        rate = self.rate
        return {
            "RateLimit-Policy": f'"{self.policy}";q={rate.requests};w={rate.seconds}',
            "RateLimit": f'"{self.policy}";r={left};t={self.reset}',
        }


@lru_cache
def parse_rate(text: str) -> Rate | None:
    """Read `600/min`; units are s, sec, min, h, hour and day. Empty means no limit.

    Raises ImproperlyConfigured for anything else.
    """
    if not text:
        return None
    match = _FORM.fullmatch(text)
    if match is None or match[2] not in _PERIODS:
        raise ImproperlyConfigured(
            f"A rate limit is a number and a unit ({', '.join(_PERIODS)}), such as 600/min, or "
            f"empty for none; not {text!r}."
        )
    return Rate(int(match[1]), _PERIODS[match[2]])


def configured_rates() -> dict[str, Rate | None]:
    """Return the rate of each policy."""
    return {
        "anonymous": parse_rate(settings.RATE_LIMIT_ANON),
        "user": parse_rate(settings.RATE_LIMIT_USER),
    }


def quota_of(request: HttpRequest) -> Quota | None:
    """Count a request, once however often it is asked, and return its client's quota.

    None means no limit, or that the cache fails: then the request is answered all the same.
    """
    if not (settings.RATE_LIMIT_ANON or settings.RATE_LIMIT_USER):
        return None
    if not hasattr(request, "quota"):
        request.quota = _breaker.count(request)  # type: ignore[attr-defined]
    quota: Quota | None = request.quota  # type: ignore[attr-defined]
    return quota


class _Breaker:
    """Lets requests pass uncounted for a while after the cache has failed.

    So a cache that is down costs one warning and not the patience of every client.
    """

    def __init__(self) -> None:
        self.closed_until = 0.0
        self.failing = False

    def count(self, request: HttpRequest) -> Quota | None:
        if time.monotonic() < self.closed_until:
            return None
        try:
            quota = _count(request)
        except Exception as error:  # noqa: BLE001 each cache has its own errors
            self._note(error)
            return None
        if self.failing:
            self.failing = False
            logger.warning("The cache answers again: rate limits hold.")
        return quota

    def _note(self, error: Exception) -> None:
        self.closed_until = time.monotonic() + _PAUSE
        if not self.failing:
            self.failing = True
            logger.warning("The cache fails, so rate limits do not hold: %s", error)


_breaker = _Breaker()


def _count(request: HttpRequest) -> Quota | None:
    policy, client = _client(request)
    rate = configured_rates()[policy]
    if rate is None:
        return None
    now = time.time()
    window = int(now // rate.seconds)
    key = f"quota:{policy}:{client}:{rate.seconds}:{window}"
    reset = max(1, round((window + 1) * rate.seconds - now))
    return Quota(policy, rate, _increased(key, 2 * rate.seconds), reset)


def _increased(key: str, timeout: int) -> int:
    """Add one to a counter, which starts at none; both calls are atomic in every shared cache."""
    try:
        return cache.incr(key)
    except ValueError:
        return 1 if cache.add(key, 1, timeout) else cache.incr(key)


def _client(request: HttpRequest) -> tuple[str, str]:
    """Tell clients apart: by user, else by the address that the nearest trusted proxy saw."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return "user", str(user.pk)
    address = BaseThrottle().get_ident(request)  # type: ignore[arg-type] # reads headers only
    return "anonymous", _network(address or "")


def _network(address: str) -> str:
    """Return an IPv4 address or the /64 network that one IPv6 client chooses its addresses from."""
    try:
        parsed = ip_address(address)
    except ValueError:
        # A unix socket or a proxy with a form of its own; hashed, it cannot break a key.
        return sha256(address.encode(errors="replace")).hexdigest()[:32]
    if isinstance(parsed, IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped or ip_network((int(parsed), 64), strict=False).network_address)
    return str(parsed)
