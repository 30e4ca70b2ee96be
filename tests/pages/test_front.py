"""The front page."""

import re

import pytest

from records.pages.front import QUESTIONS
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db

HOLDING = re.compile(r'<a href="([^"]+)"><strong>([\d,]+)</strong> ([a-z ]+)</a>')


def test_front_page_counts_what_is_public(client, digest, django_assert_num_queries):
    OrganizationFactory(review_status="draft")
    with django_assert_num_queries(12):
        page = client.get("/").content.decode()
    with django_assert_num_queries(6):  # the pictures were drawn a moment ago
        assert client.get("/").content.decode() == page
    assert HOLDING.findall(page) == [
        ("/api/v1/agreements/", "5", "agreements"),
        ("/api/v1/organizations/", "257", "organizations"),
        ("/api/v1/weapon-systems/", "4", "weapon systems"),
        ("/api/v1/claims/", "20", "claims"),
        ("/api/v1/sources/", "1", "sources"),
    ]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.words)
def test_question_on_the_front_page_has_an_answer(client, digest, question):
    assert client.get(question.path).json()["results"]
