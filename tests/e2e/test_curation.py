"""Curation in a real browser: entered by one person, published by another, and set back."""

import pytest
from django.contrib.auth.models import User

from records.models import Change, Claim, Organization
from records.services.accounts import EDITOR, REVIEWER, create_demo_users
from tests.e2e.conftest import width
from tests.e2e.test_admin import pick, save
from tests.factories import OrganizationFactory, SourceFactory
from tests.support.writing import store

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]


@pytest.fixture
def passwords(transactional_db):
    """Bring back the groups, which another test's flush may have taken."""
    return create_demo_users()


def sign_in(page, name, passwords):
    """Take the desk over from whoever sat there."""
    page.context.clear_cookies()
    page.goto("/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", passwords[name])
    page.click("button[type=submit]")
    page.wait_for_selector("text=Records by state")


def step(page, name):
    page.click(f"button[name=step][value={name}]")
    page.wait_for_load_state("networkidle")


def enter_claim(page):
    page.goto("/admin/records/claim/add/")
    page.fill("[name=text]", "The ministry said that cargo rose by 30 %.\nIt gave no figure.")
    page.fill("[name=language]", "en")
    page.select_option("[name=kind]", "trade_or_logistics_volume")
    page.select_option("[name=modality]", "official_statement")
    page.click("text=Add another Citation")
    pick(page, "tr:has([name=citations-0-source])", "Digest of April")
    page.click("text=Add another Organization")
    pick(page, "tr:has([name=organization_links-0-organization])", "Ministry of Trade")
    page.click("text=Add another Measure")
    page.select_option("[name=measures-0-metric]", "cargo_volume")
    page.select_option("[name=measures-0-mode]", "percent_change")
    page.fill("[name=measures-0-value]", "30")
    page.fill("[name=measures-0-baseline_period]", "2023-02")
    save(page)


def test_claim_is_entered_submitted_reviewed_and_public(page, passwords):
    SourceFactory(title="Digest of April")
    OrganizationFactory(name="Ministry of Trade", country="UA")
    sign_in(page, EDITOR, passwords)
    enter_claim(page)
    step(page, "submitted")
    (claim,) = Claim.objects.all()
    assert claim.review_status == "in_review"
    assert page.locator("button[name=step]").count() == 0
    assert "The record waits for a reviewer" in page.text_content(".accord-steps")
    assert page.request.get(f"/api/v1/claims/{claim.public_id}/").json()["editorial"]

    sign_in(page, REVIEWER, passwords)
    page.click("text=Review")
    page.click(f"#result_list >> text={claim.public_id}")
    body = page.text_content(".accord-record")
    for shown in ("Cargo volume: +30 % against 2023-02", "Ministry of Trade", "Digest of April"):
        assert shown in body
    page.fill("[name=reason]", "Compared with the digest.")
    step(page, "published")
    assert "Nothing waits for review here" in page.text_content(".accord-empty")
    assert page.complaints == []

    page.context.clear_cookies()
    document = page.request.get(f"/api/v1/claims/{claim.public_id}/").json()
    assert document["text"] == "The ministry said that cargo rose by 30 %.\nIt gave no figure."
    assert [each["name"] for each in document["organizations"]] == ["Ministry of Trade"]
    assert [each["metric"] for each in document["measures"]] == ["cargo_volume"]
    published = Change.objects.get(action="published", record_type="CLM")
    assert (published.actor.username, published.reason) == (REVIEWER, "Compared with the digest.")


def test_own_work_is_refused_with_a_message_and_published_by_another(page, passwords):
    SourceFactory(title="Digest of April")
    OrganizationFactory(name="Ministry of Trade", country="UA")
    sign_in(page, REVIEWER, passwords)
    enter_claim(page)
    step(page, "submitted")
    step(page, "published")
    (claim,) = Claim.objects.all()
    refusal = page.text_content(".accord-refusal")
    assert "Nothing was changed" in refusal
    assert f"You entered, changed or submitted {claim.public_id}" in refusal
    assert "a second person publishes it" in refusal
    assert claim.review_status == "in_review"
    assert page.complaints == []


def test_editor_who_forges_the_button_is_told_what_is_missing(page, passwords):
    record = OrganizationFactory(review_status="in_review")
    sign_in(page, EDITOR, passwords)
    page.goto(f"/admin/records/organization/{record.pk}/review/")
    page.evaluate(
        """() => {
            const form = document.querySelector(".accord-steps");
            const step = Object.assign(document.createElement("input"), {name: "step"});
            step.value = "published";
            form.append(step);
            form.submit();
        }"""
    )
    page.wait_for_selector(".accord-refusal")
    assert "records.review_organization" in page.text_content(".accord-refusal")
    assert Organization.objects.get(pk=record.pk).review_status == "in_review"


def test_many_are_published_after_a_preview(page, passwords):
    fine = [OrganizationFactory(review_status="in_review") for _ in range(2)]
    hidden = OrganizationFactory(review_status="draft")
    blocked = OrganizationFactory(review_status="in_review", parent=hidden)
    sign_in(page, REVIEWER, passwords)
    page.goto("/admin/records/organization/review/")
    page.check("#action-toggle")
    page.select_option("[name=action]", "publish_selected")
    page.click("text=Run")
    page.wait_for_selector("text=Can be published: 2")
    assert f"publish {hidden.public_id} first" in page.text_content(".accord-refusal")
    page.click("text=Publish 2")
    page.wait_for_selector("#result_list")
    assert page.locator("#result_list tbody tr").count() == 1
    states = [Organization.objects.get(pk=each.pk).review_status for each in (*fine, blocked)]
    assert states == ["published", "published", "in_review"]
    assert page.complaints == []


def test_record_is_set_back_at_the_desk(page, passwords):
    record = OrganizationFactory(name="Before")
    record.name = "After"
    store(record=record, owned={})
    sign_in(page, EDITOR, passwords)
    page.goto(f"/admin/records/organization/{record.pk}/change/")
    page.click("text=History")
    page.click("text=Set back to this")
    cells = page.locator(".accord-diff tbody tr > *").all_text_contents()
    assert cells == ["Name", "After", "Before"]
    page.fill("[name=reason]", "It was renamed by mistake.")
    page.click("text=Set back >> nth=-1")
    page.wait_for_selector("text=Reverted")
    assert "It was renamed by mistake." in page.text_content(".accord-change >> nth=0")
    change = Change.objects.latest("sequence")
    editor = User.objects.get(username=EDITOR)
    assert (change.actor, change.action, change.revision) == (editor, "reverted", 3)
    assert Organization.objects.get(pk=record.pk).name == "Before"
    assert page.complaints == []


@pytest.mark.parametrize("wide", [1280, 390])
def test_pages_of_curation_fit(page, passwords, wide):
    long = "Direktion für wehrtechnische Zusammenarbeit, Beschaffung und Instandsetzung " * 3
    record = OrganizationFactory(name=long, review_status="in_review")
    record.name = "Unbreakable" * 20
    store(record=record, owned={})
    sign_in(page, REVIEWER, passwords)
    page.set_viewport_size({"width": wide, "height": 900})
    base = "/admin/records/organization/"
    for path in (
        f"{base}review/",
        f"{base}{record.pk}/review/?queue=",
        f"{base}{record.pk}/history/",
        f"{base}{record.pk}/history/1/revert/",
        "/admin/records/source/review/",
    ):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert (path, width(page), page.complaints) == (path, wide, [])


@pytest.mark.parametrize("wide", [1280, 390])
def test_forms_of_users_and_groups_fit(page, passwords, wide):
    User.objects.create_superuser("root", password="root")
    sign_in(page, "root", {"root": "root"})
    page.set_viewport_size({"width": wide, "height": 900})
    group = User.objects.get(username=EDITOR).groups.get()
    for path in (
        f"/admin/auth/user/{User.objects.get(username=EDITOR).pk}/change/",
        f"/admin/auth/group/{group.pk}/change/",
        "/admin/auth/user/",
        "/admin/records/apitoken/",
    ):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert (path, width(page), page.complaints) == (path, wide, [])
