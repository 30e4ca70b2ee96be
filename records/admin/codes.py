"""Codes of countries, currencies and languages, suggested by name while one types."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import pycountry
from django import forms
from unfold.widgets import UnfoldAdminTextInputWidget


@dataclass(frozen=True)
class CodeList:
    """A list of codes; `anchor` is the id under which a page holds it."""

    anchor: str
    entries: tuple[tuple[str, str], ...]

    @cached_property
    def names(self) -> dict[str, str]:
        """Names by code."""
        return dict(self.entries)

    @cached_property
    def codes(self) -> dict[str, str]:
        """Codes by what can be typed for them: the code or the name, in any case."""
        by_name = {name.casefold(): code for code, name in self.entries}
        return by_name | {code.casefold(): code for code in self.names}


def _by_name(entries: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(entries, key=lambda entry: entry[1]))


COUNTRIES = CodeList(
    "countries",
    _by_name(
        (country.alpha_2, getattr(country, "common_name", country.name))
        for country in pycountry.countries
    ),
)
CURRENCIES = CodeList(
    "currencies",
    _by_name((currency.alpha_3, currency.name) for currency in pycountry.currencies),
)
LANGUAGES = CodeList(
    "languages",
    _by_name(
        (language.alpha_2, language.name)
        for language in pycountry.languages
        if hasattr(language, "alpha_2")
    ),
)


class CodeInput(UnfoldAdminTextInputWidget):
    """A text field with suggestions, and the name of the code that it holds below it."""

    template_name = "records/admin/reading.html"

    def __init__(self, code_list: CodeList) -> None:
        """Take the list to suggest from."""
        self.code_list = code_list
        super().__init__({"list": code_list.anchor, "autocomplete": "off", "data-code": ""})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the name."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context | {"reading": self.code_list.names.get(value, "")}


class CodeFormField(forms.CharField):
    """Accepts a code in any case, or the whole name that it stands for."""

    code_list: ClassVar[CodeList]

    def __init__(self, **kwargs: Any) -> None:
        """Take CharField's arguments; the widget is set here, and the service limits the length."""
        super().__init__(**(kwargs | {"max_length": None, "widget": CodeInput(self.code_list)}))

    def to_python(self, value: Any) -> str:
        """Return the code; leave what is unknown to the service's checks."""
        text = super().to_python(value) or ""
        return self.code_list.codes.get(text.casefold(), text)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what is stored with what would be."""
        return super().has_changed(initial, self.to_python(data))


class CountryFormField(CodeFormField):
    """An ISO 3166-1 alpha-2 code."""

    code_list = COUNTRIES


class CurrencyFormField(CodeFormField):
    """An ISO 4217 code."""

    code_list = CURRENCIES


class LanguageFormField(CodeFormField):
    """A BCP 47 tag; languages with a code of two letters are suggested."""

    code_list = LANGUAGES


def code_lists(page_forms: "Iterable[forms.BaseForm]") -> Iterator[CodeList]:
    """Yield the lists from which the fields of a page's forms suggest."""
    used = {
        field.code_list
        for form in page_forms
        for field in form.fields.values()
        if isinstance(field, CodeFormField)
    }
    return (each for each in (COUNTRIES, CURRENCIES, LANGUAGES) if each in used)
