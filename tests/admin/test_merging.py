"""Merging at the desk: pick, choose, confirm, undo; and deciding on candidates."""

import pytest

from records.models import Candidate, Merge, Organization
from records.services.accounts import ROLES
from records.services.duplicates.deciding import decide
from records.services.merging import merge_records
from tests.admin.conftest import desk_of
from tests.factories import CandidateFactory, ClaimFactory, OrganizationFactory
from tests.support.writing import AUTHORSHIP

pytestmark = pytest.mark.django_db

NEW = "/admin/records/merge/new/"
LIST = "/admin/records/candidate/"
MAY = {"reviewer", "admin"}


@pytest.fixture
def reviewer(db):
    return desk_of("reviewer")


@pytest.fixture
def pair(db):
    return OrganizationFactory(name="One", country="UA"), OrganizationFactory(name="Two")


def ids(pair, **more):
    return {"keep": pair[0].public_id, "merge": pair[1].public_id} | more


def posted(pair, **more):
    return ids(pair, keep_revision="1", merge_revision="1", reason="The same.") | more


def candidate_of(pair, **more):
    return CandidateFactory(first=pair[0].pk, second=pair[1].pk, reasons=["same_name"], **more)


def test_three_steps_lead_to_the_merge(reviewer, pair):
    claim = ClaimFactory(organizations=[pair[1]])

    assert "Record that stays" in reviewer.get(NEW).content.decode()
    choose = reviewer.get(NEW, ids(pair)).content.decode()
    assert 'name="choose-name" value="merged"' in choose
    confirm = reviewer.get(NEW, ids(pair, **{"choose-name": "merged", "step": "confirm"}))
    assert "1 claims, organization links, organization" in confirm.content.decode()
    assert claim.public_id in confirm.content.decode()
    assert not Merge.objects.exists()
    done = reviewer.post(NEW, posted(pair, **{"choose-name": "merged"}))

    assert done.headers["Location"] == f"/admin/records/organization/{pair[0].pk}/change/"
    assert Organization.objects.get(pk=pair[0].pk).name == "Two"
    merge = Merge.objects.get()
    assert (merge.merged, merge.reason, merge.channel) == (pair[1].pk, "The same.", "admin")


@pytest.mark.parametrize("role", ["", *ROLES])
def test_merging_is_for_those_who_may(pair, role):
    desk = desk_of(role)

    assert desk.get(NEW, ids(pair)).status_code == (200 if role in MAY else 403)
    assert desk.post(NEW, posted(pair)).status_code == (302 if role in MAY else 403)
    assert Merge.objects.exists() is (role in MAY)


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ({"keep": "three", "merge": "ORG-1"}, "is not a public id"),
        ({"keep": "ORG-99999", "merge": "ORG-1"}, "There is no record ORG-99999."),
    ],
)
def test_bad_pick_is_asked_again(reviewer, query, problem):
    page = reviewer.get(NEW, query).content.decode()

    assert problem in page
    assert "Record that stays" in page


def test_record_and_itself_are_asked_again(reviewer, pair):
    page = reviewer.get(NEW, ids((pair[0], pair[0]))).content.decode()

    assert "Name another record of the same type." in page


def test_bad_choice_is_asked_again(reviewer, pair):
    page = reviewer.get(NEW, ids(pair, **{"choose-name": "theirs"})).content.decode()

    assert "Choose “survivor” or “merged”" in page


@pytest.mark.parametrize(
    ("changed", "problem"),
    [({"reason": ""}, "Say why"), ({"keep_revision": "9"}, "is at revision 1, not 9")],
)
def test_refused_merge_keeps_the_page(reviewer, pair, changed, problem):
    page = reviewer.post(NEW, posted(pair, **changed)).content.decode()

    assert problem in page
    assert "What will move" in page
    assert not Merge.objects.exists()


def test_merge_is_undone_on_its_page(reviewer, pair):
    merge, _ = merge_records(survivor=pair[0], merged=pair[1], choices={}, authorship=AUTHORSHIP)
    page = f"/admin/records/merge/{merge.pk}/change/"
    shown = reviewer.get(page).content.decode()
    assert pair[0].public_id in shown
    assert "Undo the merge" in shown

    refused = reviewer.post(page, {"reason": ""}).content.decode()
    done = reviewer.post(page, {"reason": "Two after all."})

    assert "Say why" in refused
    assert done.status_code == 302
    merge.refresh_from_db()
    assert merge.undone_reason == "Two after all."
    assert "Two after all." in reviewer.get(page).content.decode()


@pytest.mark.parametrize("role", ["viewer", "editor"])
def test_undoing_is_not_for_everybody(pair, role):
    merge, _ = merge_records(survivor=pair[0], merged=pair[1], choices={}, authorship=AUTHORSHIP)

    desk_of(role).post(f"/admin/records/merge/{merge.pk}/change/", {"reason": "No."})

    assert Merge.objects.standing().exists()


@pytest.mark.parametrize("path", ["/admin/records/merge/9/change/", f"{LIST}9/change/"])
def test_missing_page_is_not_found(reviewer, path):
    assert reviewer.get(path).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_the_same_queries(reviewer, django_assert_num_queries, count):
    for _ in range(count):
        pair = OrganizationFactory(), OrganizationFactory()
        candidate_of(pair)
        other = OrganizationFactory(), OrganizationFactory()
        merge_records(survivor=other[0], merged=other[1], choices={}, authorship=AUTHORSHIP)

    with django_assert_num_queries(4):
        assert reviewer.get(LIST).status_code == 200
    with django_assert_num_queries(5):
        assert reviewer.get("/admin/records/merge/").status_code == 200


def test_decision_leads_to_the_next_pair(reviewer, pair):
    one = candidate_of(pair, score=90)
    listed = reviewer.get(LIST).content.decode()
    assert f"One ({pair[0].public_id}) — Two ({pair[1].public_id})" in listed
    two = candidate_of((OrganizationFactory(), OrganizationFactory()), score=80)
    page = f"{LIST}{one.pk}/change/"
    assert "same name" in reviewer.get(page).content.decode()

    response = reviewer.post(page, {"decision": "negative", "reason": "Looked."})

    assert response.headers["Location"] == f"{LIST}{two.pk}/change/"
    one.refresh_from_db()
    assert (one.decision, one.note) == ("negative", "Looked.")
    last = reviewer.post(f"{LIST}{two.pk}/change/", {"decision": "unsure"})
    assert last.headers["Location"] == LIST
    reviewer.post(page, {"decision": ""})
    assert Candidate.objects.undecided().get() == one


def test_unknown_decision_is_refused(reviewer, pair):
    one = candidate_of(pair)

    page = reviewer.post(f"{LIST}{one.pk}/change/", {"decision": "maybe"})

    assert "is not a decision" in page.content.decode()


@pytest.mark.parametrize("role", ["viewer", "editor"])
def test_deciding_is_not_for_everybody(pair, role):
    one = candidate_of(pair)
    desk = desk_of(role)

    assert "Note" not in desk.get(f"{LIST}{one.pk}/change/").content.decode()
    assert desk.post(f"{LIST}{one.pk}/change/", {"decision": "positive"}).status_code == 403
    assert decide(candidate=one, decision="", authorship=AUTHORSHIP).decision == ""
