"""From a digest to a submitted claim in a real browser: uploaded, confirmed by keys, submitted."""

import pytest

from records.ingest import findings as f
from records.models import Claim, Organization, Reading
from tests.e2e.conftest import width
from tests.e2e.test_admin import desk, groups, pick  # noqa: F401 fixtures are found where they are imported
from tests.factories import CategoryFactory, ClaimFactory, OrganizationFactory, StateFactory
from tests.services.deciding.findings import at, full, kinds, reading_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]

LONG = "Direktion für wehrtechnische Zusammenarbeit, Beschaffung und Instandsetzung " * 3


@pytest.fixture
def finland(groups):  # noqa: F811 a fixture
    CategoryFactory(code="artillery")
    return StateFactory(name="Finland", country="FI")


def fits_everywhere(desk):  # noqa: F811 a fixture
    for wide in (390, 1280):
        desk.set_viewport_size({"width": wide, "height": 900})
        assert (width(desk), desk.complaints) == (wide, [])


def opened(desk, reading):  # noqa: F811 a fixture
    desk.goto(f"/admin/records/claim/{reading.claim_id}/proposals/")
    desk.wait_for_selector("[data-keys]:not([hidden])")


def keys(desk, text):  # noqa: F811 a fixture
    for key in text:
        desk.keyboard.press(key)


def test_digest_becomes_a_submitted_claim_by_keys(desk):  # noqa: F811 a fixture
    desk.goto("/admin/records/claim/")
    desk.click("text=Ingest a digest >> visible=true")
    desk.fill("[name=text]", "Finland signed a contract.\nNothing is said here.")
    desk.fill("[name=published]", "4 April 2025")
    fits_everywhere(desk)
    desk.click("text=Read the digest")
    desk.wait_for_selector("text=2 new")
    fits_everywhere(desk)
    assert Claim.objects.count() == 0
    desk.click("button:has-text('Ingest')")
    desk.wait_for_selector("[data-keys]:not([hidden])")
    first, second = Claim.objects.order_by("pk")
    assert desk.url.endswith(f"/admin/records/claim/{first.pk}/proposals/")
    keys(desk, "j" + "a" * desk.locator("[data-card]").count())
    assert desk.text_content("[data-left]") == "All decided"
    agreement = desk.locator("#p-agreement [value=drop]")
    if agreement.count():
        agreement.check()
    keys(desk, "S")
    desk.wait_for_selector(f"text={first.public_id}: in review.")
    assert desk.url.endswith(f"/admin/records/claim/{second.pk}/proposals/")
    assert Claim.objects.get(pk=first.pk).review_status == "in_review"
    assert desk.complaints == []


def test_new_records_are_created_beside_the_sentence(desk, finland):  # noqa: F811 a fixture
    reading = reading_of(full(), earlier=ClaimFactory(), similarity=80)
    opened(desk, reading)
    fits_everywhere(desk)
    keys(desk, "A")
    left = desk.text_content("[data-left]")
    assert left == "5 of 12 left to decide"
    for card in ("organizations-0", "weapon_systems-0"):
        desk.focus(f"#p-{card}")
        keys(desk, "n")
        assert desk.locator(f"#p-{card} .accord-for-create").is_visible()
        assert not desk.locator(f"#p-{card} .accord-for-change").is_visible()
        desk.keyboard.press("Escape")
    desk.focus("#p-kind")
    keys(desk, "aaa")
    assert desk.text_content("[data-left]") == "All decided"
    desk.fill("[name=reason]", "Compared with the digest.")
    fits_everywhere(desk)
    desk.click("text=Save and submit")
    desk.wait_for_selector("text=No proposals wait")
    claim = Claim.objects.get(pk=reading.claim_id)
    assert claim.review_status == "in_review"
    assert Organization.objects.get(name="Example Arms").review_status == "in_review"
    assert claim.agreements.get().parties.count() == 2
    assert desk.complaints == []


def test_proposal_is_changed_by_search_and_added_from_the_selection(desk):  # noqa: F811 a fixture
    OrganizationFactory(name="Example Arms plc", country="FI")
    found = f.OrganizationFinding(name="Example Arms", **at("Example Arms"))
    reading = reading_of(f.Findings(organizations=(found,), **kinds()))
    opened(desk, reading)
    keys(desk, "jaaca")  # the second a is typed into the search
    desk.keyboard.press("Escape")
    pick(desk, "#p-organizations-0 .accord-for-change", "Example Arms plc")
    desk.locator("[data-sentence]").evaluate(
        """(sentence) => {
            const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const start = walker.currentNode.data.indexOf("Model 7");
                if (start < 0) continue;
                document.getSelection().setBaseAndExtent(
                    walker.currentNode, start, walker.currentNode, start + 7);
            }
        }"""
    )
    desk.click("text=Add: weapon systems")
    desk.click("[name=added-weapon_systems-0-words]")
    assert desk.input_value("[name=added-weapon_systems-0-words]") == "Model 7"
    fits_everywhere(desk)
    desk.fill("[name=added-weapon_systems-0-words]", "")
    desk.click("button[value=save]")
    desk.wait_for_selector("text=No proposals wait")
    claim = Claim.objects.get(pk=reading.claim_id)
    assert [each.name for each in claim.organizations.all()] == ["Example Arms plc"]
    assert desk.complaints == []


def test_errors_and_long_names_fit(desk):  # noqa: F811 a fixture
    text = f"The {LONG.strip()} <b>said</b> so."
    found = f.OrganizationFinding(name=LONG.strip(), **at(LONG.strip(), text))
    reading = reading_of(f.Findings(organizations=(found,), **kinds(text)), text=text)
    opened(desk, reading)
    keys(desk, "s")
    desk.wait_for_selector(".accord-refusal")
    assert desk.locator(".accord-refusal li").count() == 3
    assert "Not decided on yet." in desk.text_content("#p-kind")
    fits_everywhere(desk)
    assert Reading.objects.get().decided_at is None


def test_empty_queue_leads_to_the_upload(desk):  # noqa: F811 a fixture
    desk.goto("/admin/records/reading/")
    desk.click("text=Ingest one")
    desk.wait_for_selector("text=Read the digest")
    fits_everywhere(desk)


def test_proposals_are_decided_on_without_the_script_of_keys(desk):  # noqa: F811 a fixture
    reading = reading_of(f.Findings(**kinds()))
    desk.route("**/proposals*.js", lambda route: route.abort())
    desk.goto(f"/admin/records/claim/{reading.claim_id}/proposals/")
    desk.check("#p-kind [value=accept]")
    desk.check("#p-modality [value=change]")
    desk.select_option("[name=p-modality-modality]", "plan")
    desk.click("button[value=save]")
    desk.wait_for_selector("text=No proposals wait")
    assert Claim.objects.get(pk=reading.claim_id).modality == "plan"
