"""A merge and its undoing in a browser, on a wide screen and on a telephone."""

import pytest

from records.models import Merge, Organization
from tests.e2e.conftest import width
from tests.factories import (
    CandidateFactory,
    ClaimFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]


@pytest.mark.parametrize("screen", [1280, 390])
def test_pair_is_merged_and_taken_apart_again(page, screen):
    page.set_viewport_size({"width": screen, "height": 900})
    keep = OrganizationFactory(
        name="Ukroboronprom", country="UA", names=[OrganizationNameFactory.build()]
    )
    other = OrganizationFactory(
        name="The State Concern “UKROBORONPROM”", website="https://ukroboronprom.example/en/about"
    )
    claim = ClaimFactory(organizations=[other])
    ClaimFactory(organizations=[other, keep])
    candidate = CandidateFactory(first=keep.pk, second=other.pk, reasons=["same_name"])
    user = UserFactory(role="reviewer", is_staff=True)
    user.set_password("A long enough one")
    user.save()
    page.goto("/admin/login/")
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", "A long enough one")
    page.press("[name=password]", "Enter")

    page.goto("/admin/records/candidate/")
    look(page, screen, "list")
    page.goto(f"/admin/records/candidate/{candidate.pk}/change/")
    look(page, screen, "candidate")
    page.click(f"text=Merge {other.public_id} into {keep.public_id}")
    look(page, screen, "choose")
    page.check("[name=choose-name][value=merged]")
    page.click("button:has-text('Next: look at all of it')")
    look(page, screen, "confirm")
    assert page.is_visible(f"text={claim.public_id}")
    page.fill("[name=reason]", "One concern under two names.")
    page.click("button:has-text('Merge')")
    page.wait_for_url(f"**/organization/{keep.pk}/change/")
    assert Organization.objects.get(pk=keep.pk).name == other.name

    page.goto(f"/admin/records/merge/{Merge.objects.get().pk}/change/")
    look(page, screen, "undo")
    page.fill("[name=reason]", "Two after all.")
    page.click("button:has-text('Undo the merge')")
    page.wait_for_url(f"**/organization/{other.pk}/change/")

    assert Organization.objects.get(pk=keep.pk).name == "Ukroboronprom"
    assert not Merge.objects.standing().exists()
    assert page.complaints == []


def look(page, screen, name):
    page.wait_for_load_state("networkidle")
    assert width(page) <= screen, name
