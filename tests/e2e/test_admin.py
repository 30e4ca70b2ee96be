"""The editors' desk in a real browser, which may ask nobody but this server."""

import pytest

from records.models import Claim, Organization
from records.services.accounts import EDITOR, create_demo_users
from tests.e2e.conftest import width
from tests.factories import (
    ClaimFactory,
    MeasureFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    SourceFactory,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]

LONG = "Direktion für wehrtechnische Zusammenarbeit, Beschaffung und Instandsetzung " * 3


@pytest.fixture
def groups(transactional_db):
    """Bring back the groups, which another test's flush may have taken."""
    return create_demo_users()


@pytest.fixture
def desk(page, groups):
    """A page that is signed in as editor, through the login page."""
    page.goto("/admin/")
    page.fill("[name=username]", EDITOR)
    page.fill("[name=password]", groups[EDITOR])
    page.click("button[type=submit]")
    page.wait_for_selector("text=Records by state")
    return page


def pick(page, selector, text):
    """Search in an autocomplete field and take the first result."""
    page.click(f"{selector} .select2-selection")
    page.keyboard.type(text)
    page.click(f".select2-results__option:has-text('{text}')")


def save(page):
    page.fill("[name=reason]", "A test.")
    page.click("button[name=_continue]")
    page.wait_for_load_state("networkidle")


def test_login_refuses_a_wrong_password_and_fits(page, groups):
    page.goto("/admin/login/")
    assert "Accord" in page.title()
    page.fill("[name=username]", EDITOR)
    page.fill("[name=password]", "wrong")
    page.click("button[type=submit]")
    page.wait_for_selector("text=Please enter the correct username and password")
    page.set_viewport_size({"width": 390, "height": 900})
    assert (width(page), page.complaints) == (390, [])


@pytest.mark.parametrize("wide", [1280, 390])
def test_desk_fits_and_asks_nobody_else(desk, wide):
    organization = OrganizationFactory(
        name=LONG, country="DE", names=[OrganizationNameFactory.build(text=LONG)]
    )
    claim = ClaimFactory(
        text=LONG * 3,
        said_by=organization,
        organizations=[organization],
        measures=[MeasureFactory.build(), MeasureFactory.build()],
    )
    desk.set_viewport_size({"width": wide, "height": 900})
    for path in (
        "/admin/",
        "/admin/records/claim/",
        "/admin/records/organization/",
        "/admin/records/claim/add/",
        f"/admin/records/claim/{claim.pk}/change/",
        f"/admin/records/organization/{organization.pk}/change/",
    ):
        desk.goto(path)
        desk.wait_for_load_state("networkidle")
        assert (path, width(desk), desk.complaints) == (path, wide, [])


def test_claim_is_added_with_a_citation_and_a_measure(desk):
    SourceFactory(title="Digest of April")
    desk.goto("/admin/records/claim/add/")
    desk.fill("[name=text]", "Cargo rose by 30 % in February.")
    desk.fill("[name=language]", "en")
    desk.select_option("[name=kind]", "trade_or_logistics_volume")
    desk.select_option("[name=modality]", "reported")
    desk.fill("[name=occurred]", "Feb 2024")
    desk.click("text=Add another Citation")
    pick(desk, "tr:has([name=citations-0-source])", "Digest of April")
    desk.click("text=Add another Measure")
    desk.select_option("[name=measures-0-metric]", "cargo_volume")
    desk.select_option("[name=measures-0-mode]", "percent_change")
    desk.fill("[name=measures-0-value]", "30")
    desk.fill("[name=measures-0-baseline_period]", "Q1 2023")
    save(desk)
    (claim,) = Claim.objects.all()
    assert (claim.review_status, claim.occurred, claim.citation_count) == ("draft", "2024-02", 1)
    assert claim.measures.get().baseline_period == "2023-33"
    body = desk.text_content("main, #content, body")
    assert "Cargo volume: +30 % against 2023-33" in body
    assert "2024-02 · 2024-02-01 to 2024-02-29" in body
    assert desk.complaints == []


def test_dates_and_codes_are_read_while_they_are_typed(desk):
    desk.goto("/admin/records/organization/add/")
    country, founded = "[name=country]", ".field-founded [data-reading]"
    assert desk.get_attribute(country, "maxlength") is None
    desk.locator(country).press_sequentially("ua")
    assert desk.text_content(".field-country [data-reading]") == "Ukraine"
    desk.locator("[name=founded]").press_sequentially("Q1 2024")
    desk.wait_for_selector(f"{founded} >> text=2024-33 · 2024-01-01 to 2024-03-31")
    desk.fill("[name=founded]", "early 2024")
    desk.wait_for_selector(f"{founded} >> text=can mean several dates")
    desk.fill("[name=founded]", "")
    desk.wait_for_selector(f"{founded}:empty", state="hidden")
    desk.click("text=Add another Other name")
    desk.locator("[name=names-0-language]").press_sequentially("uk")
    assert desk.text_content("td.field-language [data-reading] >> nth=0") == "Ukrainian"
    assert desk.complaints == []


def test_error_stands_beside_its_field_and_what_was_typed_stays(desk):
    desk.goto("/admin/records/claim/add/")
    desk.fill("[name=text]", "Something happened.")
    desk.fill("[name=occurred]", "early 2024")
    save(desk)
    assert "can mean several dates" in desk.text_content(".field-occurred")
    assert "This field cannot be blank." in desk.text_content(".field-kind")
    assert desk.input_value("[name=occurred]") == "early 2024"
    assert desk.input_value("[name=text]") == "Something happened."
    assert Claim.objects.count() == 0


def test_second_tab_is_refused_with_the_difference(desk):
    organization = OrganizationFactory(name="Before")
    path = f"/admin/records/organization/{organization.pk}/change/"
    other = desk.context.new_page()
    for tab in (desk, other):
        tab.goto(path)
    desk.fill("[name=name]", "First")
    save(desk)
    other.fill("[name=name]", "Second")
    save(other)
    assert "Somebody else saved this record" in other.text_content(".accord-conflict")
    row = other.text_content(".accord-diff tbody")
    assert row.split() == ["Name", "Second", "First"]
    assert other.input_value("[name=name]") == "Second"
    assert Organization.objects.get(pk=organization.pk).name == "First"
    save(other)
    assert Organization.objects.get(pk=organization.pk).name == "Second"


def test_rows_are_moved_and_removed_by_buttons(desk):
    organization = OrganizationFactory(
        names=[OrganizationNameFactory.build(text=text) for text in ("one", "two", "three")]
    )
    desk.goto(f"/admin/records/organization/{organization.pk}/change/")
    desk.click("tr:has([name=names-2-text]) [aria-label='Move up']")
    desk.click("tr:has([name=names-0-text]) td.delete label")
    save(desk)
    assert [name.text for name in organization.names.all()] == ["three", "two"]
    assert desk.complaints == []
