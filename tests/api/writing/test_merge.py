"""Merging through the API: who may, what is refused, what merged ids answer."""

import pytest

from records.models import Change, Merge, Organization
from records.services.accounts import ROLES
from records.services.merging import merge_records, unmerge
from tests.api.writing.conftest import JsonClient
from tests.factories import (
    ApiTokenFactory,
    ClaimFactory,
    OrganizationFactory,
    UserFactory,
)
from tests.support.writing import AUTHORSHIP

pytestmark = pytest.mark.django_db

ALLOWED = {"reviewer", "admin"}


def client_of(role):
    client = JsonClient()
    if role is not None:
        client.force_login(UserFactory(role=role))
    return client


@pytest.fixture
def reviewer(db):
    return client_of("reviewer")


@pytest.fixture
def pair(db):
    return OrganizationFactory(name="One"), OrganizationFactory(name="Two")


def path_of(record, action=""):
    return f"/api/v1/organizations/{record.public_id}/{action and action + '/'}"


def post(client, record, action, body=b"", **headers):
    given = {"If_Match": f'"{record.revision}"'} | headers
    return client.send("POST", path_of(record, action), body, **given)


def merged(pair, **kwargs):
    survivor, other = pair
    merge_records(
        survivor=survivor, merged=other, choices={}, **({"authorship": AUTHORSHIP} | kwargs)
    )
    other.refresh_from_db()
    return other


def problems(response):
    body = response.json()
    return response.status_code, body["code"], [
        (each["pointer"], each["code"]) for each in body["errors"]
    ]  # fmt: skip


@pytest.mark.parametrize("role", [None, "", *ROLES])
@pytest.mark.parametrize("action", ["merge", "unmerge"])
def test_merging_is_for_some_roles_only(pair, role, action):
    survivor, other = pair
    if action == "unmerge":
        other = merged(pair)
    before = Change.objects.count()

    response = post(client_of(role), other, action, {"into": survivor.public_id})

    assert response.status_code == (200 if role in ALLOWED else 401 if role is None else 403)
    assert (Change.objects.count() > before) is (role in ALLOWED)


def test_merging_with_a_token_needs_the_scope(pair):
    token = ApiTokenFactory(user=UserFactory(role="reviewer"), read_drafts=True)

    response = post(
        JsonClient(), pair[1], "merge", {"into": pair[0].public_id},
        Authorization=f"Bearer {token.secret}",
    )  # fmt: skip

    assert response.status_code == 403
    assert not Merge.objects.exists()


def test_merge_answers_what_it_did(reviewer, pair):
    survivor, other = pair
    claim, both = ClaimFactory(organizations=[other]), ClaimFactory(organizations=[other, survivor])

    response = post(
        reviewer, other, "merge",
        {"into": survivor.public_id, "choices": {"name": "merged"}, "into_revision": 1},
    )  # fmt: skip

    kept = dict.fromkeys(
        ["notes", "name", "kind", "country", "parent", "website", "founded", "dissolved"],
        "survivor",
    )
    assert (response.status_code, response.json()) == (200, {
        "done": True,
        "survivor": {"id": survivor.public_id, "url": path_of(survivor), "name": "Two"},
        "merged": {"id": other.public_id, "url": path_of(other), "name": "Two"},
        "choices": kept | {"name": "merged"},
        "moves": [{
            "collection": "claims",
            "field": "organization_links.organization",
            "count": 2,
            "records": [claim.public_id, both.public_id],
        }],
        "dropped": [{"record": both.public_id, "list": "organization_links"}],
    })  # fmt: skip
    change = Change.objects.of("ORG", other.pk).latest("sequence")
    assert (change.action, change.reason, change.channel) == ("merged", "A test.", "api")


def test_preview_answers_the_same_and_stores_nothing(reviewer, pair):
    survivor, other = pair
    ClaimFactory(organizations=[other])
    body = {"into": survivor.public_id}

    planned = post(reviewer, other, "merge", body | {"preview": True}).json()
    assert not Merge.objects.exists()
    done = post(reviewer, other, "merge", body).json()

    assert planned == done | {"done": False}


BAD = {
    "nothing": ({}, [("/into", "required")]),
    "list": ([], [("", "wrong_type")]),
    "wrong type": ({"into": 3}, [("/into", "wrong_type")]),
    "no id": ({"into": "three"}, [("/into", "invalid_id")]),
    "another type": ({"into": "CLM-1"}, [("/into", "wrong_record_type")]),
    "missing record": ({"into": "ORG-99999"}, [("/into", "does_not_exist")]),
    "strange member": ({"into": "ORG-1", "inot": 1}, [("/inot", "unknown_field")]),
    "strange preview": ({"into": "ORG-1", "preview": 1}, [("/preview", "wrong_type")]),
    "revision as bool": (
        {"into": "ORG-1", "into_revision": True}, [("/into_revision", "wrong_type")],
    ),
    "no revision": ({"into": "ORG-1", "into_revision": 0}, [("/into_revision", "out_of_range")]),
    "choices": ({"into": "ORG-1", "choices": []}, [("/choices", "wrong_type")]),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_body_is_refused(reviewer, pair, case):
    body, errors = BAD[case]

    response = post(reviewer, pair[1], "merge", body)

    assert problems(response) == (400, "validation_failed", errors)
    assert not Merge.objects.exists()


@pytest.mark.parametrize(
    ("choices", "error"),
    [
        ({"nam": "merged"}, ("/choices/nam", "unknown_field")),
        ({"name": "theirs"}, ("/choices/name", "invalid_choice")),
        ({"name": []}, ("/choices/name", "invalid_choice")),
    ],
)
def test_bad_choice_is_refused(reviewer, pair, choices, error):
    body = {"into": pair[0].public_id, "choices": choices}

    assert problems(post(reviewer, pair[1], "merge", body)) == (400, "validation_failed", [error])


@pytest.mark.parametrize("action", ["merge", "unmerge"])
def test_reason_is_required(reviewer, pair, action):
    other = merged(pair) if action == "unmerge" else pair[1]

    response = post(reviewer, other, action, {"into": pair[0].public_id}, X_Change_Reason="")

    assert problems(response) == (
        400,
        "validation_failed",
        [("header:X-Change-Reason", "reason_missing")],
    )


@pytest.mark.parametrize("action", ["merge", "unmerge"])
def test_stale_merge_is_refused(reviewer, pair, action):
    other = merged(pair) if action == "unmerge" else pair[1]
    body = {"into": pair[0].public_id}

    assert post(reviewer, other, action, body, If_Match='"9"').status_code == 412
    response = reviewer.send("POST", path_of(other, action), body)
    assert response.status_code == 428


def test_merge_into_a_record_that_was_changed_since_is_refused(reviewer, pair):
    body = {"into": pair[0].public_id, "into_revision": 2}

    response = post(reviewer, pair[1], "merge", body)

    assert problems(response)[:2] == (412, "precondition_failed")
    assert response.headers["ETag"].startswith('"1-')


def test_states_in_which_nothing_is_merged_answer_409(reviewer, pair):
    draft = OrganizationFactory(review_status="draft")
    retracted = OrganizationFactory(review_status="retracted")

    for record, into, code in (
        (pair[0], draft, "survivor_not_public"),
        (pair[0], retracted, "wrong_review_status"),
    ):
        response = post(reviewer, record, "merge", {"into": into.public_id})
        assert problems(response) == (409, code, [])
    assert problems(post(reviewer, pair[0], "unmerge")) == (409, "not_merged", [])


@pytest.mark.parametrize("role", [None, "viewer", "editor"])
def test_merged_id_leads_to_the_survivor(pair, role):
    other = merged(pair)
    third = OrganizationFactory()
    client = client_of(role)

    response = client.get(path_of(other), {"fields": "id,name"})
    assert (response.status_code, response.headers["Location"], response.content) == (
        308, f"{path_of(pair[0])}?fields=id%2Cname", b"",
    )  # fmt: skip

    merged((third, pair[0]))
    assert client.get(path_of(other)).headers["Location"] == path_of(third)
    assert client.get(path_of(other), follow=True).json()["id"] == third.public_id


def test_merged_draft_is_nobody_elses_business(pair):
    draft = OrganizationFactory(review_status="draft")
    merged((pair[0], draft))

    assert client_of(None).get(path_of(draft)).status_code == 404
    assert client_of("viewer").get(path_of(draft)).status_code == 308


def test_record_answers_for_itself_again_after_undoing(reviewer, pair):
    other = merged(pair)

    response = post(reviewer, other, "unmerge")

    assert response.status_code == 200
    assert response.json()["id"] == other.public_id
    assert response.json()["editorial"]["review_status"] == "published"
    assert client_of(None).get(path_of(other)).status_code == 200


def test_later_change_that_stands_in_the_way_answers_409(reviewer, pair):
    claim = ClaimFactory(organizations=[pair[1]])
    other = merged(pair)
    reviewer.send(
        "PATCH", f"/api/v1/claims/{claim.public_id}/", {"organizations": []}, If_Match='"2"'
    )

    response = post(reviewer, other, "unmerge")

    assert problems(response)[:2] == (409, "changed_since")
    assert claim.public_id in response.json()["detail"]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_write_to_a_merged_record_names_the_survivor(reviewer, pair, method):
    other = merged(pair)

    response = reviewer.send(method, path_of(other), {"name": "New"}, If_Match='"1"')

    assert problems(response) == (409, "merged", [])
    assert pair[0].public_id in response.json()["detail"]
    assert Organization.objects.get(pk=other.pk).name == "Two"


def test_merged_record_is_on_no_public_list(pair):
    other = merged(pair)

    listed = client_of(None).get("/api/v1/organizations/").json()["results"]

    assert other.public_id not in {each["id"] for each in listed}
    unmerge(record=other, authorship=AUTHORSHIP)
    listed = client_of(None).get("/api/v1/organizations/").json()["results"]
    assert other.public_id in {each["id"] for each in listed}
