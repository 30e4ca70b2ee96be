"""A real browser on a real server."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

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


@pytest.fixture(scope="session")
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
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: _note(page, message.type == "error", message.text))
    page.on("pageerror", lambda error: _note(page, True, str(error)))
    # A request that the test itself cuts off by going to another page is no failure.
    page.on(
        "requestfailed",
        lambda request: _note(page, request.failure != "net::ERR_ABORTED", request.url),
    )
    page.on(
        "request",
        lambda request: _note(
            page, not request.url.startswith((live_server.url, "data:", "blob:")), request.url
        ),
    )
    yield page
    context.close()


def _note(page, wrong, text):
    if wrong:
        page.complaints.append(text)


def width(page):
    return page.evaluate("document.documentElement.scrollWidth")
