"""Which addresses belong to the API, and which of them is nearest to one that does not exist."""

from collections.abc import Iterator
from functools import lru_cache

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, get_resolver, get_urlconf
from django.urls.resolvers import RoutePattern

from records.api.errors import nearest
from records.representations.links import API_ROOT

API_PREFIX = "/api/"


def is_api(request: HttpRequest) -> bool:
    """Tell whether a request is for the API, where every answer is meant for a program."""
    return request.path_info.startswith(API_PREFIX)


def nearest_addresses(path: str) -> list[str]:
    """List the addresses that are nearest to a path, best first, or all when none is near.

    Only addresses without parameters count; of those, only the last segment, their own name.
    """
    by_name = _addresses(get_urlconf())
    for segment in path.removeprefix(API_PREFIX).split("/"):
        if near := nearest(segment, by_name):
            return [by_name[name] for name in near]
    return list(by_name.values())


@lru_cache
def _addresses(urlconf: str | None) -> dict[str, str]:
    found = (f"/{route}" for route in _routes(get_resolver(urlconf)))
    addresses = [route for route in found if route.startswith(API_PREFIX)]
    return {
        address.rstrip("/").rpartition("/")[2]: address
        for address in addresses
        # Every wrong address is near the start of the API.
        if address.rstrip("/") != API_ROOT
    }


def _routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Yield the addresses below a resolver that have neither parameters nor expressions."""
    for entry in resolver.url_patterns:
        own = _literal(entry)
        if own is None:
            continue
        if isinstance(entry, URLResolver):
            yield from _routes(entry, before + own)
        else:
            yield before + own


def _literal(entry: URLPattern | URLResolver) -> str | None:
    route = str(entry.pattern)
    if isinstance(entry.pattern, RoutePattern):
        return None if "<" in route else route
    # The routers of REST framework write expressions: `^claims/$`.
    route = route.removeprefix("^").removesuffix("$").removesuffix(r"\Z")
    return route if all(letter.isalnum() or letter in "-_/" for letter in route) else None
