"""Evidence in bodies: it points at claims, and errors point at it."""

import pytest

from tests.api.writing.state import nothing_stored
from tests.factories import (
    AgreementAreaFactory,
    AgreementEvidenceFactory,
    AgreementFactory,
    ClaimFactory,
)

pytestmark = pytest.mark.django_db

PATH = "/api/v1/agreements/"
BODY = {"title": "Repair", "kind": "donation", "areas": ["procurement"]}


def evidence(claim, field, row=None, **more):
    return {"claim": claim.public_id, "field": field, "row": row, **more}


def items(response):
    return [(each["pointer"], each["code"]) for each in response.json()["errors"]]


def test_evidence_is_written_and_shown(editor):
    claim = ClaimFactory(text="They repair.")

    made = editor.send(
        "POST", PATH, BODY | {"evidence": [evidence(claim, "areas", "procurement", quote="Repair")]}
    )

    assert made.status_code == 201
    assert made.json()["evidence"] == [
        {
            "claim": {
                "id": claim.public_id,
                "url": f"/api/v1/claims/{claim.public_id}/",
                "name": "They repair.",
                "kind": "other",
            },
            "field": "areas",
            "row": "procurement",
            "stance": "supports",
            "quote": "Repair",
        }
    ]


@pytest.mark.parametrize(
    ("field", "row", "item"),
    [
        ("parteis", None, ("/evidence/0/field", "unknown_field")),
        ("areas", "training", ("/evidence/0/row", "unknown_row")),
        ("title", "Repair", ("/evidence/0/row", "no_rows")),
    ],
)
def test_evidence_about_nothing_is_refused_where_it_stands(editor, field, row, item):
    body = BODY | {"evidence": [evidence(ClaimFactory(), field, row)]}

    with nothing_stored():
        response = editor.send("POST", PATH, body)

    assert response.status_code == 400
    assert items(response) == [item]


def test_claim_that_does_not_exist_is_refused(editor):
    body = BODY | {"evidence": [{"claim": "CLM-999", "field": "title"}]}

    response = editor.send("POST", PATH, body)

    assert items(response) == [("/evidence/0/claim", "does_not_exist")]


def test_change_that_takes_away_a_row_with_evidence_says_so(editor):
    agreement = AgreementFactory(
        areas=[AgreementAreaFactory.build(area="procurement")],
        evidence=[AgreementEvidenceFactory.build(field="areas", row="procurement")],
    )

    with nothing_stored():
        response = editor.send(
            "PATCH",
            f"{PATH}{agreement.public_id}/",
            {"areas": []},
            **{"If-Match": '"1"', "X-Change-Reason": "Wrong."},
        )

    assert items(response) == [("/evidence/0/row", "unknown_row")]
