"""The front page of a register that holds little or nothing."""

import re

import pytest

from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


def test_front_page_shows_the_latest_statements_escaped(client):
    ClaimFactory(text="Older.", occurred="2023")
    ClaimFactory(text="<script>alert(1)</script>", occurred="2024")
    ClaimFactory(text="Hidden.", review_status="draft", citations=[])
    page = client.get("/").content.decode()
    quotes = re.findall(r"<blockquote>(.*?)</blockquote>", page)
    assert quotes == ["&lt;script&gt;alert(1)&lt;/script&gt;", "Older."]


def test_front_page_of_an_empty_register_says_so(client):
    page = client.get("/")
    assert page.headers["Cache-Control"] == "public, max-age=60"
    assert "No statement has been published yet." in page.content.decode()


def test_page_that_is_not_there(client):
    response = client.get("/nothing/")
    assert (response.status_code, "There is nothing here" in response.content.decode()) == (
        404,
        True,
    )
