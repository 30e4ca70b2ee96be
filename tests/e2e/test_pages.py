"""The pages in a real browser, which may ask nobody but this server."""

import pytest

from tests.e2e.conftest import width

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]


@pytest.mark.parametrize("wide", [1280, 390])
def test_front_page_fits_and_asks_nobody_else(page, wide):
    page.set_viewport_size({"width": wide, "height": 900})
    page.goto("/")
    assert page.text_content("h1") == "An open register of defense cooperation"
    assert (width(page), page.complaints) == (wide, [])


@pytest.mark.parametrize("wide", [1280, 390])
def test_problems_page_fits_and_asks_nobody_else(page, wide):
    page.set_viewport_size({"width": wide, "height": 900})
    page.goto("/problems/#invalid_query")
    assert page.is_visible("#invalid_query")
    assert (width(page), page.complaints) == (wide, [])


def test_swagger_ui_lists_the_operations_without_a_network(page):
    page.goto("/api/docs/")
    page.wait_for_selector("#operations-claims-listClaims")
    assert page.complaints == []


def test_redoc_shows_the_schema_without_a_network(page):
    blocked = []
    page.on("requestfailed", lambda request: blocked.append((request.url, request.failure)))
    page.goto("/api/redoc/")
    page.wait_for_selector("h2:has-text('List claims')", state="attached")
    logo = "https://cdn.redoc.ly/redoc/logo-mini.svg"
    assert blocked == [(logo, "csp")]
    assert [complaint for complaint in page.complaints if logo not in complaint] == []
