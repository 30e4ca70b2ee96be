"""What the page of proposals shows, and to whom."""

import re

import pytest

from records.ingest import findings as f
from records.models import Organization
from records.services.accounts import ROLES
from tests.admin.conftest import desk_of
from tests.admin.sheets import address, filled
from tests.factories import ClaimFactory, OrganizationFactory
from tests.services.deciding.findings import TEXT, at, full, kinds, reading_of
from tests.support.writing import store

pytestmark = pytest.mark.django_db

QUEUE = "/admin/records/reading/"
MAY_SEE = {None: 302, "": 403, "viewer": 200, "editor": 200, "reviewer": 200, "admin": 200}
MAY_DECIDE = ("editor", "reviewer", "admin")


def test_every_role_is_in_the_table():
    assert {*ROLES} == MAY_SEE.keys() - {None, ""}


@pytest.mark.parametrize("role", MAY_SEE)
def test_role_may_what_the_table_says(client, finland, role):
    reading = reading_of(full())
    desk = client if role is None else desk_of(role)
    data = filled(desk_of("editor").get(address(reading)))
    assert desk.get(QUEUE).status_code == desk.get(address(reading)).status_code == MAY_SEE[role]
    answer = desk.post(address(reading), data)
    reading.refresh_from_db()
    assert (reading.decided_at is not None) is (role in MAY_DECIDE)
    assert answer.status_code == (302 if role in MAY_DECIDE else MAY_SEE[role])


def test_viewer_sees_proposals_without_a_form(finland):
    page = desk_of("viewer").get(address(reading_of(full()))).content.decode()
    assert "New: Example Arms · Company" in page
    assert 'type="radio"' not in page
    assert 'name="step"' not in page


def test_page_shows_sentence_proposals_and_other_claims(editor, finland):
    earlier = ClaimFactory(text=TEXT.replace("64", "46"))
    near = ClaimFactory(text="Quite another <b>one</b>.")
    reading = reading_of(
        full(), earlier=earlier, similarity=97, near=[{"claim": near.pk, "similarity": 70}]
    )
    page = editor.get(address(reading)).content.decode()
    for shown in (
        'data-proposal="p-organizations-0"><bdi>Example Arms</bdi>',
        "country 1",
        "figure 2",
        "Contract value: 9,400,000,000 USD",
        "Ordered quantity: 64 Model 7 howitzers",
        "New: Model 7 · artillery",
        "When it happened: 2022-02-10",
        "Ann Sample, Minister",
        "Buyer: Finland · FI",
        "<code>test.rule</code> · 90 %",
        f'It seems to replace <a href="/admin/records/claim/{earlier.pk}/change/">',
        "<del>46</del> <ins>64</ins>",
        "70 % the same words",
        "&lt;b&gt;one&lt;/b&gt;.",
    ):
        assert shown in page
    assert "<b>one</b>" not in page


def test_decided_proposals_are_shown_with_the_decisions(editor, finland):
    reading = reading_of(full())
    ids = ("measures_0", "agreement", "organizations_0")
    data = filled(editor.get(address(reading)), categories_0="drop", **dict.fromkeys(ids, "change"))
    data |= {"p-measures-0-value": "9", "added-countries-0-country": "SE",
             "p-organizations-0-organization": finland.pk}  # fmt: skip
    assert editor.post(address(reading), data).status_code == 302
    page = desk_of("viewer").get(address(reading)).content.decode()
    for shown in ("Accepted", "Dropped", "Changed: Contract value: 9 USD", "Sweden · SE",
                  "Changed: Finland · FI", "Decided on by user-"):  # fmt: skip
        assert shown in page
    assert 'type="radio"' not in page


def test_text_is_escaped_marked_and_keeps_its_direction(editor):
    text = "شركة <b>Arms</b> & Söhne " + "x" * 300
    found = f.OrganizationFinding(name="<b>Arms</b> & Söhne", **at("<b>Arms</b> & Söhne", text))
    inner = f.CountryFinding(country="DE", **at("Söhne x", text))
    findings = f.Findings(organizations=(found,), countries=(inner,), **kinds(text))
    reading = reading_of(findings, text=text)
    page = editor.get(address(reading)).content.decode()
    assert 'dir="auto"' in page
    assert "<b>Arms" not in page
    sentence = re.search("data-sentence>(.*?)</blockquote>", page, re.DOTALL)[1]
    bare = re.sub("<a .*?</a>|<[^>]*>", "", sentence)
    assert bare == text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    editor.post(address(reading), filled(editor.get(address(reading))))
    assert Organization.objects.get(name="<b>Arms</b> & Söhne").country == ""


def test_text_that_was_edited_is_shown_beside_the_one_that_was_read(editor, finland):
    reading = reading_of(full())
    assert "was edited since" not in editor.get(address(reading)).content.decode()
    reading.claim.text = "Quite <b>another</b> text."
    store(record=reading.claim, owned={})
    page = editor.get(address(reading))
    assert "The claim says now: <bdi lang=" in page.content.decode()
    assert "Quite &lt;b&gt;another&lt;/b&gt; text." in page.content.decode()
    assert 'data-proposal="p-organizations-0"><bdi>Example Arms</bdi>' in page.content.decode()
    assert editor.post(address(reading), filled(page)).status_code == 302


def test_form_of_the_claim_leads_to_its_proposals(editor):
    reading = reading_of(f.Findings(**kinds()))
    form = f"/admin/records/claim/{reading.claim_id}/change/"
    assert (
        f'<a href="{address(reading)}">Confirm what was found' in editor.get(form).content.decode()
    )
    other = f"/admin/records/claim/{ClaimFactory().pk}/change/"
    assert "what was found" not in editor.get(other).content.decode()
    editor.post(address(reading), filled(editor.get(address(reading))))
    assert "and decided</a>" in editor.get(form).content.decode()


def test_state_that_is_gone_is_said_to_be_noted_only(editor):
    found = f.CountryFinding(country="YU", **at("Finland"))
    reading = reading_of(f.Findings(countries=(found,), **kinds()))
    page = editor.get(address(reading)).content.decode()
    assert "Yugoslavia, (Socialist) Federal Republic of · YU: gone, so it is noted" in page


def test_sentence_that_was_not_read_says_so(editor):
    reading = reading_of(f.Findings(**kinds()), unread="language uk")
    page = editor.get(address(reading)).content.decode()
    assert "The sentence was not read: language uk." in page


def test_unknown_reading_is_not_found(editor):
    assert editor.get(f"/admin/records/claim/{ClaimFactory().pk}/proposals/").status_code == 404
    assert editor.get("/admin/records/claim/99999999999999999999/proposals/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_page_takes_the_same_queries(editor, number, finland, django_assert_num_queries):
    named = tuple(
        f.OrganizationFinding(
            name="x",
            candidates=(f.Candidate(number=OrganizationFactory().pk, name="x"),),
            **at("Example Arms"),
        )
        for _ in range(number)
    )
    near = [{"claim": ClaimFactory().pk, "similarity": 70} for _ in range(number)]
    reading = reading_of(full(organizations=named), near=near)
    with django_assert_num_queries(11):
        editor.get(address(reading))
