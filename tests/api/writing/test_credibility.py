"""Grade 1 without confirmation is refused where it stands in the body."""

import pytest

from tests.api.writing.bodies import claim
from tests.api.writing.state import nothing_stored, problem
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db

PATH = "/api/v1/claims/"


def test_grade_that_nothing_confirms_is_refused(editor):
    body = claim() | {"credibility": "1"}

    with nothing_stored():
        response = editor.send("POST", PATH, body)

    assert problem(response) == (
        400, "validation_failed", [("/credibility", "credibility_unconfirmed")],
    )  # fmt: skip


def test_confirmed_grade_is_given(editor):
    relations = [{"kind": "corroborates", "claim": ClaimFactory().public_id}]

    response = editor.send("POST", PATH, claim() | {"credibility": "1", "relations": relations})

    assert response.status_code == 201
    assert response.json()["credibility"] == "1"
