"""Who acts: an organization, or the country that it belongs to.

In SQL an actor is one whole number, so that it groups, joins and sorts alike on every database: a
positive one is the number of an organization, a negative one stands for a country, and 0 for
nobody known. Countries thus come before organizations, in the order of their codes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from records.models import Organization
from records.values.codes import country_name

NOBODY = 0
COUNTRY = "country"
"""What stands for the kind of an actor that is a country."""

_ABOVE_ALL_CODES = 1 << 16
_FIRST_CHARACTER = {"sqlite": "unicode", "postgresql": "ascii"}


class Level(StrEnum):
    """What counts as one actor.

    An organization without a country, such as an alliance, is an actor of its own at either level.
    """

    COUNTRY = "country"
    ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True)
class Actor:
    """An organization, or a country: `code` is its ISO 3166-1 alpha-2 code, `number` is 0.

    The `code` of an organization is that of its country, empty when it has none.
    """

    number: int
    code: str
    name: str
    kind: str


def organization_key(level: Level, vendor: str, table: str) -> str:
    """Write the actor that an organization counts as, in SQL over its table's columns."""
    if level == Level.ORGANIZATION:
        return f"{table}.id"
    key = country_key(vendor, f"{table}.country")
    return f"CASE WHEN {table}.country = '' THEN {table}.id ELSE {key} END"


def country_key(vendor: str, column: str) -> str:
    """Write the actor that a country code stands for, in SQL."""
    code = _FIRST_CHARACTER[vendor]
    return f"{code}({column}) * 256 + {code}(substr({column}, 2)) - {_ABOVE_ALL_CODES}"


def read_actors(keys: Collection[int]) -> dict[int, Actor]:
    """Read actors by number, without the unknown one: one query if there are organizations."""
    countries = {key: _country(key) for key in keys if key < NOBODY}
    numbers = [key for key in keys if key > NOBODY]
    if not numbers:
        return countries
    rows = Organization.objects.filter(pk__in=numbers).order_by()
    named = rows.values_list("pk", "country", "name", "kind")
    return countries | {row[0]: Actor(*row) for row in named}


def _country(key: int) -> Actor:
    first, second = divmod(key + _ABOVE_ALL_CODES, 256)
    code = chr(first) + chr(second)
    return Actor(NOBODY, code, country_name(code), COUNTRY)
