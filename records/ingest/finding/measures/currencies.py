"""Currencies by sign, by code and by name."""

import re
from functools import cache
from typing import Final

import pycountry

from records.ingest.finding.words import word_set
from records.values.codes import CURRENCIES

_SIGNS: Final = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB",
    "₴": "UAH", "₪": "ILS", "₺": "TRY", "₫": "VND", "₱": "PHP", "₦": "NGN", "₸": "KZT", "₾": "GEL",
    "฿": "THB", "zł": "PLN", "Kč": "CZK", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "R": "ZAR",
    "₵": "GHS", "RMB": "CNY",
}  # fmt: skip
_MARKED: Final = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL",
    "MX$": "MXN", "B$": "BND", "J$": "JMD", "TT$": "TTD", "N$": "NAD", "Z$": "ZWG", "F$": "FJD",
    "E£": "EGP", "LE£": "EGP", "CN¥": "CNY", "RMB¥": "CNY",
}  # fmt: skip
_LETTERS = "Rs|RM|Rp|RMB"
_NOT_CODES = word_set("ALL TOP CUP TRY XXX XTS SOS PEN GEL BAM COP MAD SAR")
_CODES: Final = frozenset(CURRENCIES) - _NOT_CODES
_CODE = rf"(?:{'|'.join(sorted(_CODES))})"

BEFORE: Final = (
    r"(?:(?:\b[A-Z]{1,3}|\b(?:US|U\.S\.)\s)?[$£€¥₹₩₽₴₪₺₫₱₦₸₾฿₵]\s?|\$(?:US|AU|NZ|CA|HK|A|C)\s?"
    rf"|(?:\b{_CODE}|\b(?:{_LETTERS})\.?)\s?|\bR(?=[0-9]))"
)
"""What stands before money in digits."""

_NOUNS: Final = {
    "dollar": "USD", "pound": "GBP", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "won": "KRW", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH",
    "hryvnya": "UAH", "shekel": "ILS", "sheqel": "ILS", "zloty": "PLN", "złoty": "PLN",
    "krone": "", "krona": "", "koruna": "CZK", "crown": "", "franc": "CHF", "lira": "TRY",
    "forint": "HUF", "leu": "RON", "lei": "RON", "dinar": "",
    "dirham": "AED", "riyal": "SAR", "rial": "IRR", "peso": "", "real": "BRL", "reais": "BRL",
    "rand": "ZAR", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND", "tenge": "KZT",
    "taka": "BDT", "naira": "NGN", "shilling": "", "birr": "ETB", "lari": "GEL", "dram": "AMD",
    "manat": "", "cedi": "GHS", "kyat": "MMK", "kwacha": "", "afghani": "AFN", "sterling": "GBP",
}  # fmt: skip
_FORMS: Final = {"kroner": "krone", "kronor": "krona", "koruny": "koruna", "korun": "koruna",
                 "hryvnias": "hryvnia", "hryvni": "hryvnia", "zlotych": "zloty", "rubl": "ruble",
                 "liras": "lira", "lire": "lira", "euros": "euro", "krónur": "krona"}  # fmt: skip
_ALIKE: Final = {
    "krone": ("krone", "krona"), "krona": ("krona", "krone"),
    "crown": ("krone", "krona", "koruna"), "rouble": ("ruble",), "riyal": ("riyal", "rial"),
    "rial": ("rial", "riyal"),
}  # fmt: skip

_PLURAL = "|".join(sorted({*_NOUNS, *_FORMS}, key=len, reverse=True))
AFTER: Final = (
    rf"(?:[\s-]|\sof\s)?(?:(?P<code>\b{_CODE}\b)"
    r"|(?P<adjective>(?:\b(?:U\.?S\.?|[A-Z][a-z]+)\s){0,3})"
    rf"(?P<noun>(?i:\b(?:{_PLURAL})s?))\b(?!-))"
)
"""What stands after money: a code, or a name with the country's adjective."""


def of_sign(before: str) -> str:
    """Return the code of the currency that a sign or a code before a figure means."""
    bare = before.replace(".", "").replace(" ", "").replace("\u00a0", "")
    if bare in _CODES:
        return bare
    if bare[0] == "$" and len(bare) > 1:
        bare = f"{bare[1:]}$"
    return _MARKED.get(bare) or _SIGNS.get(bare) or _SIGNS[bare[-1]]


def of_noun(noun: str, adjective: str, text: str) -> str:
    """Return the code of a currency by its name, empty where several countries have one such.

    The adjective before it decides, else the one country of the text that has such a currency.
    """
    base = _FORMS.get(noun.lower()) or noun.lower()
    base = base if base in _NOUNS else base.removesuffix("s")
    if re.fullmatch(r"(?:U\.?S\.?|American)\s+", adjective or "") and base == "dollar":
        return "USD"
    for place in (adjective, text):
        found = {code for code, form in _candidates(base) if form.search(place or "")}
        if len(found) == 1 and (place is adjective or not _NOUNS[base] or base in _CONTESTED):
            return found.pop()
    return _NOUNS[base]


_CONTESTED = frozenset(("rupee", "franc", "riyal", "rial", "dirham", "lira", "ruble"))
"""Names with a usual owner, of which the text still may mean another's."""


@cache
def _candidates(base: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the currencies of a name, each with its countries as the text may name them."""
    names = _ALIKE.get(base, (base,))
    rows = []
    for currency in pycountry.currencies:
        words = currency.name.lower().split()
        if words[-1] in names or words[0] in names:
            adjective = " ".join(w for w in currency.name.split() if w.lower() not in names)
            country = pycountry.countries.get(numeric=currency.numeric)
            stems = [adjective.removeprefix("New ")] if adjective else []
            if country:
                stems.append(getattr(country, "common_name", country.name).split(",")[0])
            if currency.alpha_3 == "KRW":
                stems = ["South Korea"]
            if stems:
                form = "|".join(re.escape(stem) for stem in stems)
                rows.append((currency.alpha_3, re.compile(rf"\b(?:{form})")))
    return tuple(rows)
