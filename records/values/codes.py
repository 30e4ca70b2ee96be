"""Code lists that other bodies keep: countries, currencies, languages."""

from functools import lru_cache

import langcodes
import pycountry

COUNTRIES: tuple[str, ...] = tuple(sorted(country.alpha_2 for country in pycountry.countries))
"""ISO 3166-1 alpha-2."""

COUNTRY_NAMES: dict[str, str] = {
    country.alpha_2: getattr(country, "common_name", country.name)
    for country in pycountry.countries
}
"""Names of countries by their code, the common one where the standard has it."""

FORMER_COUNTRIES: dict[str, str] = {
    country.alpha_2: country.name
    for country in pycountry.historic_countries
    if country.alpha_2 not in COUNTRIES
}
"""Names of states that are gone by their codes of ISO 3166-3, which no other state has now."""

CURRENCIES: tuple[str, ...] = tuple(sorted(currency.alpha_3 for currency in pycountry.currencies))
"""ISO 4217 alphabetic codes."""

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
"""The shape of a BCP 47 tag as stored: language in lower case, then its subtags."""

CATEGORY_PATTERN = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"
"""The shape of a weapon category's code: its place in the tree."""

SCHEME_CODE_PATTERN = r"^[^\u0000-\u001F,]+$"
"""What a category's code in another scheme, such as ML10.a, can consist of."""


@lru_cache(maxsize=1024)
def is_language(tag: str) -> bool:
    """Tell whether every subtag of a BCP 47 tag is registered."""
    return langcodes.tag_is_valid(tag)


def country_name(code: str) -> str:
    """Name a country by its code, one that is gone by its last name, an unknown code as it is."""
    return COUNTRY_NAMES.get(code) or FORMER_COUNTRIES.get(code, code)
