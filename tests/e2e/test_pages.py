"""The pages in a real browser, which may ask nobody but this server."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

pytestmark = pytest.mark.django_db(transaction=True)

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; .ci/run installs it.")
        pytest.skip("Chromium is not installed.")
    # Playwright runs an event loop in this thread, where Django would refuse its synchronous ORM.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser, live_server):
    """A page that notes every complaint and every request that leaves the server."""
    page = browser.new_page(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    page.complaints = []
    page.on("console", lambda message: _note(page, message.type == "error", message.text))
    page.on("pageerror", lambda error: _note(page, True, str(error)))
    page.on("requestfailed", lambda request: _note(page, True, request.url))
    page.on(
        "request",
        lambda request: _note(
            page, not request.url.startswith((live_server.url, "data:", "blob:")), request.url
        ),
    )
    yield page
    page.close()


def _note(page, wrong, text):
    if wrong:
        page.complaints.append(text)


def width(page):
    return page.evaluate("document.documentElement.scrollWidth")


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
