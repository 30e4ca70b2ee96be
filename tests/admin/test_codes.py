"""Codes of countries, currencies and languages, and dates, as they are typed at the desk."""

import pytest

from records.admin.codes import COUNTRIES, CURRENCIES, LANGUAGES, CountryFormField
from records.models import Agreement, Organization, Source
from tests.admin.conftest import desk_of
from tests.admin.forms import address, field_errors, shown, with_row
from tests.factories import OrganizationFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code_list", "code", "name"),
    [
        (COUNTRIES, "UA", "Ukraine"),
        (COUNTRIES, "MD", "Moldova"),
        (CURRENCIES, "EUR", "Euro"),
        (LANGUAGES, "uk", "Ukrainian"),
    ],
)
def test_list_knows_a_code_by_itself_and_by_its_name(code_list, code, name):
    assert (code, name) in code_list.entries
    assert {code_list.codes[typed.casefold()] for typed in (code, name)} == {code}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("UA", "UA"), ("ua", "UA"), (" Ukraine ", "UA"), ("ukraine", "UA"), ("", "")],
)
def test_country_is_stored_as_its_code(editor, typed, stored):
    organization = OrganizationFactory()
    url = address(Organization, "change", organization.pk)
    answer = editor.post(url, shown(editor.get(url)) | {"country": typed})
    assert answer.status_code == 302, field_errors(answer)
    organization.refresh_from_db()
    assert organization.country == stored


def test_currency_and_language_are_stored_as_their_codes(editor):
    data = shown(editor.get(address(Agreement, "add")))
    data |= {"title": "Loan", "kind": "loan", "status": "signed"}
    data |= {"value_amount": "5", "value_currency": "euro"}
    assert editor.post(address(Agreement, "add"), data).status_code == 302
    assert Agreement.objects.get().value_currency == "EUR"

    data = shown(editor.get(address(Source, "add")))
    data |= {"title": "Digest", "kind": "digest", "language": "Ukrainian"}
    assert editor.post(address(Source, "add"), data).status_code == 302
    assert Source.objects.get().language == "uk"


def test_tag_that_is_not_in_the_list_is_kept(editor):
    url = address(Organization, "change", OrganizationFactory().pk)
    data = with_row(shown(editor.get(url)), "names", text="Kyiv", kind="short", language="uk-Latn")
    assert editor.post(url, data).status_code == 302
    assert Organization.objects.get().names.get().language == "uk-Latn"


def test_unknown_code_comes_back_as_it_was_typed(editor):
    url = address(Organization, "change", OrganizationFactory().pk)
    page = editor.post(url, shown(editor.get(url)) | {"country": "Xy"})
    assert field_errors(page) == {
        "country": ["“Xy” is not an ISO 3166-1 alpha-2 country code such as UA."]
    }
    assert 'value="Xy"' in page.content.decode()


def test_case_is_no_change():
    assert not CountryFormField().has_changed("UA", "ua")
    assert CountryFormField().has_changed("UA", "DE")


def test_form_holds_the_lists_that_it_uses_once(editor):
    body = editor.get(address(Organization, "add")).content.decode()
    assert body.count('<datalist id="countries">') == body.count('<datalist id="languages">') == 1
    assert '<option value="UA">Ukraine</option>' in body
    assert 'id="currencies"' not in body
    assert 'list="countries"' in body


def test_stored_code_is_shown_with_its_name(editor):
    organization = OrganizationFactory(country="UA")
    body = editor.get(address(Organization, "change", organization.pk)).content.decode()
    assert 'data-reading aria-live="polite">Ukraine</div>' in body


def test_viewer_gets_no_lists():
    organization = OrganizationFactory(country="UA")
    page = desk_of("viewer").get(address(Organization, "change", organization.pk))
    assert "<datalist" not in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Q1 2024", {"reading": "2024-33 · 2024-01-01 to 2024-03-31", "error": ""}),
        ("2024-02-03", {"reading": "2024-02-03 · 2024-02-03", "error": ""}),
        ("2024~", {"reading": "2024~ · 2024-01-01 to 2024-12-31 · approximate", "error": ""}),
        ("2024/..", {"reading": "2024/.. · from 2024-01-01", "error": ""}),
        ("../2024", {"reading": "../2024 · until 2024-12-31", "error": ""}),
        ("", {"reading": "", "error": ""}),
    ],
)
def test_date_is_read_while_it_is_typed(editor, typed, answer):
    assert editor.get("/admin/date/", {"text": typed}).json() == answer


@pytest.mark.parametrize("typed", ["early 2024", "nonsense", "\0", "2024" * 100])
def test_date_that_cannot_be_read_says_why(editor, typed):
    source = SourceFactory()
    url = address(Source, "change", source.pk)
    page = editor.post(url, shown(editor.get(url)) | {"published": typed})
    read = editor.get("/admin/date/", {"text": typed})
    assert read.status_code == 200
    assert [read.json()["error"]] == field_errors(page)["published"] or "\0" in typed
    assert read.json()["reading"] == ""
    assert read.json()["error"] != ""


def test_dates_are_read_for_nobody_else(client):
    answer = client.get("/admin/date/", {"text": "2024"})
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/admin/login/")
