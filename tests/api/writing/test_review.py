"""The steps of a record's life by the API: who, from where, against which revision."""

import pytest

from records.enums import ReviewStatus
from records.services.accounts import ROLES
from tests.api.writing.conftest import JsonClient
from tests.api.writing.state import nothing_stored, problem
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    ApiTokenFactory,
    ClaimFactory,
    OrganizationFactory,
    UserFactory,
)
from tests.support.writing import store

pytestmark = pytest.mark.django_db

STEPS = {
    "submit": (ReviewStatus.DRAFT, ReviewStatus.IN_REVIEW),
    "publish": (ReviewStatus.IN_REVIEW, ReviewStatus.PUBLISHED),
    "request-changes": (ReviewStatus.IN_REVIEW, ReviewStatus.CHANGES_REQUESTED),
    "reject": (ReviewStatus.IN_REVIEW, ReviewStatus.REJECTED),
    "retract": (ReviewStatus.PUBLISHED, ReviewStatus.RETRACTED),
}
REASON = "header:X-Change-Reason"
EDITORS = {"editor", "reviewer", "admin"}
ALLOWED = dict.fromkeys(STEPS, EDITORS - {"editor"}) | {"submit": EDITORS}


def client_of(role):
    client = JsonClient()
    client.force_login(UserFactory(role=role))
    return client


def step(client, record, name, body=b"", **headers):
    path = f"{_url(record)}{name}/"
    given = {"If_Match": f'"{record.revision}"', "X_Change_Reason": "Why."} | headers
    return client.send("POST", path, body, **{k: v for k, v in given.items() if v is not None})


def _url(record):
    collections = {"ORG": "organizations", "AGR": "agreements", "CLM": "claims"}
    return f"/api/v1/{collections[record.record_type]}/{record.public_id}/"


@pytest.mark.parametrize("name", STEPS)
def test_step_by_role_and_record_type(subject, name):
    begin, end = STEPS[name]
    for role in ("", *ROLES):
        record = subject.make(review_status=begin)
        path = f"{subject.path}{record.public_id}/{name}/"
        headers = {"If_Match": '"1"'}
        if role in ALLOWED[name]:
            response = client_of(role).send("POST", path, b"", **headers)
            assert (response.status_code, response.json()["review_status"]) == (200, end)
            assert response.headers["ETag"].startswith('"2-')
        else:
            client = client_of(role) if role else JsonClient()
            with nothing_stored():
                response = client.send("POST", path, b"", **headers)
            expected = (403, "permission_denied") if role else (401, "unauthenticated")
            assert problem(response)[:2] == expected


@pytest.mark.parametrize("name", STEPS)
def test_token_without_the_scope_takes_no_step(name):
    record = OrganizationFactory(review_status=STEPS[name][0])
    token = ApiTokenFactory(user=UserFactory(role="reviewer"), read_drafts=True)
    with nothing_stored():
        response = step(JsonClient(), record, name, Authorization=f"Bearer {token.secret}")
    assert problem(response) == (403, "permission_denied", [])


@pytest.mark.parametrize("name", STEPS)
def test_step_against_a_stale_or_no_revision_is_refused(name):
    record, reviewer = OrganizationFactory(review_status=STEPS[name][0]), client_of("reviewer")
    with nothing_stored():
        stale = step(reviewer, record, name, If_Match='"7"')
        missing = step(reviewer, record, name, If_Match=None)
    assert problem(stale) == (412, "precondition_failed", [])
    assert stale.headers["ETag"].startswith('"1-')
    assert problem(missing) == (428, "precondition_required", [])


@pytest.mark.parametrize("name", STEPS)
def test_step_from_elsewhere_is_refused(name):
    record = OrganizationFactory(review_status=ReviewStatus.REJECTED)
    with nothing_stored():
        response = step(client_of("reviewer"), record, name)
    assert problem(response) == (409, "wrong_review_status", [])


@pytest.mark.parametrize("name", ["request-changes", "reject", "retract"])
def test_step_without_its_reason_is_refused(name):
    record = OrganizationFactory(review_status=STEPS[name][0])
    with nothing_stored():
        response = step(client_of("reviewer"), record, name, X_Change_Reason=" ")
    assert problem(response) == (400, "validation_failed", [(REASON, "reason_missing")])


@pytest.mark.parametrize(
    ("reason", "code"),
    [("x" * 1001, "reason_too_long"), ("a\x01b", "forbidden_character")],
)
def test_bad_reason_is_refused(reason, code):
    record = OrganizationFactory(review_status="draft")
    with nothing_stored():
        response = step(client_of("editor"), record, "submit", X_Change_Reason=reason)
    assert problem(response) == (400, "validation_failed", [(REASON, code)])


def test_reason_is_kept_in_any_script():
    record = OrganizationFactory(review_status="in_review")
    reason = "Помилка в джерелі"
    step(client_of("reviewer"), record, "reject",
         X_Change_Reason=reason.encode().decode("latin-1"))  # fmt: skip
    versions = client_of("viewer").get(f"{_url(record)}versions/").json()["results"]
    assert versions[0]["reason"] == reason


def test_own_work_is_for_another_to_publish():
    reviewer = client_of("reviewer")
    created = reviewer.send("POST", "/api/v1/organizations/", {"name": "Own", "kind": "company"})
    path = created.headers["Location"]
    reviewer.send("POST", f"{path}submit/", b"", If_Match='"1"')
    with nothing_stored():
        response = reviewer.send("POST", f"{path}publish/", b"", If_Match='"2"')
    assert problem(response) == (403, "own_work", [])
    published = client_of("reviewer").send("POST", f"{path}publish/", b"", If_Match='"2"')
    assert published.json()["review_status"] == "published"


def circle():
    """Make an agreement and a claim in review that point at each other."""
    agreement = AgreementFactory(review_status="in_review")
    claim = ClaimFactory(review_status="in_review", agreements=[agreement])
    row = AgreementMilestoneFactory.build(claim=claim)
    return store(record=agreement, owned={"milestones": [row]}), claim


def test_publishing_names_the_drafts_that_are_in_the_way():
    agreement, claim = circle()
    with nothing_stored():
        response = step(client_of("reviewer"), agreement, "publish")
    assert problem(response) == (400, "validation_failed", [("", "refers_to_unpublished")])
    assert claim.public_id in response.json()["errors"][0]["detail"]


def test_records_that_point_at_each_other_are_published_together(client):
    agreement, claim = circle()
    response = step(client_of("reviewer"), agreement, "publish", {"together": [claim.public_id]})
    assert response.json()["review_status"] == "published"
    for record in (agreement, claim):
        assert client.get(_url(record)).status_code == 200


def test_record_that_is_named_twice_is_published_once():
    record = OrganizationFactory(review_status="in_review")
    response = step(client_of("reviewer"), record, "publish", {"together": [record.public_id] * 2})
    assert (response.status_code, response.json()["revision"]) == (200, 2)


def test_none_is_published_when_another_cannot_be():
    agreement, claim = circle()
    hidden = OrganizationFactory(review_status="draft")
    other = ClaimFactory(review_status="in_review", organizations=[hidden])
    together = {"together": [claim.public_id, other.public_id]}
    with nothing_stored():
        response = step(client_of("reviewer"), agreement, "publish", together)
    assert problem(response) == (
        400, "validation_failed", [(f"/{other.public_id}", "refers_to_unpublished")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "items"),
    [
        ({"together": ["CLM-99"]}, [("/together/0", "does_not_exist")]),
        ({"together": ["CLM-0"]}, [("/together/0", "invalid_id")]),
        ({"together": [7]}, [("/together/0", "invalid_id")]),
        ({"together": "CLM-1"}, [("/together", "not_a_list")]),
        ({"together": ["CLM-1"] * 101}, [("/together", "not_a_list")]),
        ({"with": []}, [("", "unknown_field")]),
        ([], [("", "unknown_field")]),
        (None, [("", "unknown_field")]),
    ],
)
def test_bad_body_of_a_publication_is_refused(body, items):
    record = OrganizationFactory(review_status="in_review")
    with nothing_stored():
        response = step(client_of("reviewer"), record, "publish", body)
    assert problem(response) == (400, "validation_failed", items)


def test_step_of_no_record_is_not_found():
    response = client_of("reviewer").send(
        "POST", "/api/v1/organizations/ORG-9/publish/", b"", If_Match='"1"'
    )
    assert problem(response) == (404, "not_found", [])
