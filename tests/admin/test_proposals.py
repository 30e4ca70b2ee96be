"""Proposals at the desk: shown, decided on one by one, and stored as decided."""

import re

import pytest
from django.contrib.auth.models import User

from records.ingest import findings as f
from records.models import Agreement, Change, Claim, Organization, Reading, WeaponSystem
from records.services.accounts import ROLES
from tests.admin.conftest import desk_of
from tests.factories import (
    AgreementFactory,
    CategoryFactory,
    ClaimFactory,
    OrganizationFactory,
    StateFactory,
    WeaponSystemFactory,
)
from tests.services.deciding.findings import TEXT, at, full, kinds, reading_of
from tests.support.writing import store

pytestmark = pytest.mark.django_db

QUEUE = "/admin/records/reading/"
MAY_SEE = {None: 302, "": 403, "viewer": 200, "editor": 200, "reviewer": 200, "admin": 200}
MAY_DECIDE = ("editor", "reviewer", "admin")


@pytest.fixture
def finland(db):
    CategoryFactory(code="artillery")
    return StateFactory(name="Finland", country="FI")


def address(reading):
    return f"/admin/records/claim/{reading.claim_id}/proposals/"


def filled(page, **verdicts):
    """Return what a browser would send: what the page shows, and the first choice of each card.

    `verdicts` has other choices by the ids of cards.
    """
    sheet = page.context["sheet"]
    data = {"revision": str(sheet.reading.claim.revision), "reason": "A test.", "step": "save"}
    for form in _forms(sheet):
        for field in form:
            data[field.html_name] = "" if field.value() is None else str(field.value())
    for form in sheet.forms.values():
        choices = [value for value, _ in form.fields["verdict"].choices]
        key = form.prefix.removeprefix("p-")
        data[f"{form.prefix}-verdict"] = verdicts.pop(key.replace("-", "_"), choices[0])
    assert verdicts == {}
    return data


def _forms(sheet):
    for form in (*sheet.forms.values(), *(form for each in sheet.additions for form in each.forms)):
        yield form
        yield from getattr(form, "parties", ())


def errors_of(page):
    """Return the errors by field, as the page shows them."""
    forms = _forms(page.context["sheet"])
    return {
        form.add_prefix(name): list(found)
        for form in forms if form.is_bound
        for name, found in form.errors.items()
    }  # fmt: skip


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


def test_everything_is_accepted_and_submitted(editor, finland):
    reading, other = reading_of(full()), reading_of(f.Findings(**kinds()))
    answer = editor.post(
        address(reading), filled(editor.get(address(reading))) | {"step": "submit"}
    )
    assert answer.url == address(other)
    claim = Claim.objects.get(pk=reading.claim_id)
    assert claim.review_status == "in_review"
    assert claim.speaker_name == "Ann Sample"
    assert [each.name for each in claim.organizations.order_by("pk")] == ["Finland", "Example Arms"]
    assert claim.agreements.get().review_status == "in_review"
    change = Change.objects.latest("sequence")
    assert (change.action, change.reason, change.channel) == ("submitted", "A test.", "admin")
    page = editor.get(answer.url).content.decode()
    assert f"{claim.public_id}: in review. Created: ORG-" in page


def test_each_kind_is_changed(editor, finland):
    CategoryFactory(code="missile")
    arms, system = OrganizationFactory(), WeaponSystemFactory()
    subject = f.SubjectFinding(**at("Minister"))
    reading = reading_of(full(subjects=(subject,)), earlier=ClaimFactory(), similarity=90)
    ids = (
        "kind", "modality", "countries_0", "organizations_0", "weapon_systems_0", "categories_0",
        "measures_0", "measures_1", "dates_0", "speaker", "agreement", "subjects_0", "earlier",
    )  # fmt: skip
    data = filled(editor.get(address(reading)), **dict.fromkeys(ids, "change")) | {
        "p-kind-kind": "order",
        "p-modality-modality": "reported",
        "p-countries-0-country": "sweden",
        "p-organizations-0-organization": arms.pk,
        "p-weapon_systems-0-weapon_system": system.pk,
        "p-categories-0-category": "missile",
        "p-measures-0-value": "9500000000",
        "p-measures-1-metric": "delivered_quantity",
        "p-measures-1-qualifier": "about",
        "p-dates-0-edtf": "Feb 2022",
        "p-dates-0-use": "due",
        "p-speaker-name": "Ann B. Sample",
        "p-speaker-organization": arms.pk,
        "p-agreement-title": "The howitzer contract",
        "p-agreement-value_amount": "9500000000",
        "p-agreement-party-0-role": "",
        "p-agreement-party-2-role": "funder",
        "p-agreement-party-2-organization": finland.pk,
        "p-subjects-0-organization": finland.pk,
        "p-earlier-kind": "corrects",
    }
    assert editor.post(address(reading), data).status_code == 302
    claim, agreement = Claim.objects.get(pk=reading.claim_id), Agreement.objects.get()
    assert (claim.kind, claim.modality, claim.occurred, claim.due) == (
        "order", "reported", "", "2022-02",
    )  # fmt: skip
    assert (claim.speaker_name, claim.said_by) == ("Ann B. Sample", arms)
    assert list(claim.country_links.values_list("country", flat=True)) == ["SE"]
    assert list(claim.weapon_systems.all()) == [system]
    figures = [(each.value, each.precision is None) for each in claim.measures.all()]
    assert figures == [(9_500_000_000, True), (64, False)]
    assert set(claim.organizations.all()) == {arms, finland}
    assert list(claim.relations.values_list("kind", flat=True)) == ["corrects"]
    assert agreement.title == "The howitzer contract"
    assert list(agreement.parties.values_list("organization", "role")) == [
        (arms.pk, "supplier"), (finland.pk, "funder"),
    ]  # fmt: skip
    reading.refresh_from_db()
    assert {each["decision"] for each in reading.decisions} == {"changed"}
    assert Organization.objects.filter(name="Example Arms").count() == 0


def test_dropped_proposals_leave_no_trace_on_the_claim(editor, finland):
    reading = reading_of(full())
    sheet = editor.get(address(reading)).context["sheet"]
    ids = [key.replace(".", "_") for key in sheet.forms if key not in {"kind", "modality"}]
    data = filled(editor.get(address(reading)), **dict.fromkeys(ids, "drop"))
    data |= {"p-dates-0-edtf": "no date at all", "p-measures-0-value": "x"}
    assert editor.post(address(reading), data).status_code == 302
    claim = Claim.objects.get(pk=reading.claim_id)
    assert (claim.speaker_name, claim.occurred, claim.measures.count()) == ("", "", 0)
    assert (claim.country_links.count(), claim.agreements.count()) == (0, 0)
    reading.refresh_from_db()
    assert (reading.labels["countries"], reading.labels["agreement"]) == ([], None)


def test_one_of_several_candidates_is_picked(editor):
    one, other = OrganizationFactory(country="GB"), OrganizationFactory(country="FI")
    candidates = tuple(f.Candidate(number=each.pk, name="Arms") for each in (one, other))
    found = f.OrganizationFinding(name="Arms", candidates=candidates, **at("Example Arms"))
    reading = reading_of(f.Findings(organizations=(found,), **kinds()))
    page = editor.get(address(reading))
    assert f"{other.name} · FI · {other.public_id}" in page.content.decode()
    editor.post(address(reading), filled(page, organizations_0=f"pick-{other.pk}"))
    assert list(Claim.objects.get(pk=reading.claim_id).organizations.all()) == [other]
    forged = filled(page, organizations_0="pick-999")
    assert editor.post(address(reading), forged).status_code == 200


@pytest.mark.parametrize("verdict", ["create", "drop", "change"])
def test_what_stands_twice_is_decided_on_once(editor, verdict):
    other = OrganizationFactory(name="Other")
    text = "Example Arms of Finland and the Finnish Example Arms signed."
    second = {"start": text.rindex("Example"), "end": text.rindex(" signed")}
    arms = [f.OrganizationFinding(name="Example Arms", kind="company", **place)
            for place in (at("Example Arms", text), at("Finland", text) | second)]  # fmt: skip
    countries = [f.CountryFinding(country="FI", **at(words, text))
                 for words in ("Finland", "Finnish")]  # fmt: skip
    findings = f.Findings(organizations=tuple(arms), countries=tuple(countries), **kinds(text))
    reading = reading_of(findings, text=text)
    page = editor.get(address(reading))
    assert [card.proposal.id for card in page.context["sheet"].cards] == [
        "kind", "modality", "countries.0", "organizations.0",
    ]  # fmt: skip
    assert page.content.decode().count('data-proposal="p-countries-0"') == 2
    data = filled(page, organizations_0=verdict)
    data |= {"p-organizations-0-organization": other.pk}
    assert editor.post(address(reading), data).status_code == 302
    reading.refresh_from_db()
    verdicts = {each["id"]: each["decision"] for each in reading.decisions}
    assert verdicts["organizations.0"] == verdicts["organizations.1"]
    assert verdicts["countries.0"] == verdicts["countries.1"] == "accepted"
    claim = Claim.objects.get(pk=reading.claim_id)
    assert [each.name for each in claim.organizations.all()] == {
        "create": ["Example Arms"], "drop": [], "change": ["Other"],
    }[verdict]  # fmt: skip


def test_what_was_missed_is_added_and_labelled(editor):
    CategoryFactory(code="artillery")
    system, agreement = WeaponSystemFactory(), AgreementFactory()
    reading = reading_of(f.Findings(**kinds()))
    data = filled(editor.get(address(reading))) | {
        "added-countries-0-country": "FI",
        "added-countries-3-country": "Sweden",
        "added-organizations-1-words": "Example Arms",
        "added-organizations-1-new_name": "Example Arms plc",
        "added-organizations-1-new_kind": "company",
        "added-weapon_systems-0-words": "Model 7",
        "added-weapon_systems-0-weapon_system": system.pk,
        "added-categories-0-category": "artillery",
        "added-measures-0-words": "64 Model 7 howitzers",
        "added-measures-0-metric": "ordered_quantity",
        "added-measures-0-mode": "absolute",
        "added-measures-0-qualifier": "exact",
        "added-measures-0-value": "64",
        "added-measures-0-unit": "howitzer",
        "added-measures-0-temporal_mode": "actual",
        "added-dates-0-words": "Thursday",
        "added-dates-0-edtf": "2022-02-10",
        "added-speaker-0-name": "Ann Sample",
        "added-agreement-0-agreement": agreement.pk,
        "added-agreement-0-kind": "loan",
        "added-agreement-0-status": "signed",
    }
    assert editor.post(address(reading), data).status_code == 302
    reading.refresh_from_db()
    labels = reading.labels
    assert (labels["countries"], labels["organizations"]) == (["FI", "SE"], ["Example Arms"])
    assert (labels["weapon_systems"], labels["categories"]) == (["Model 7"], ["artillery"])
    assert (labels["agreement"], labels["speaker"]) == ("loan", "Ann Sample")
    assert labels["dates"] == [{"surface": "Thursday", "edtf": "2022-02-10"}]
    assert [row["value"] for row in labels["measures"]] == [64]
    claim = Claim.objects.get(pk=reading.claim_id)
    assert (claim.organizations.get().name, claim.agreements.get()) == (
        "Example Arms plc", agreement,
    )  # fmt: skip


def test_errors_stand_beside_their_fields_and_nothing_is_stored(editor, finland):
    reading = reading_of(full())
    changed = ("countries_0", "dates_0", "measures_0", "weapon_systems_0")
    page = editor.get(address(reading))
    data = filled(page, kind="", **dict.fromkeys(changed, "change")) | {
        "p-countries-0-country": "Atlantis",
        "p-dates-0-edtf": "early 2022",
        "p-measures-0-value": "many",
        "p-weapon_systems-0-words": "Model 8",
        "added-organizations-0-new_name": "Somebody",
    }
    answer = editor.post(address(reading), data)
    assert answer.status_code == 200
    assert errors_of(answer).keys() == {
        "p-dates-0-edtf", "p-measures-0-value", "p-weapon_systems-0-words",
        "added-organizations-0-words",
    }  # fmt: skip
    text = answer.content.decode()
    assert "Nothing was stored" in text
    assert "can mean several dates" in text
    data |= {"p-dates-0-edtf": "2022", "p-measures-0-value": "1", "p-weapon_systems-0-words": "",
             "added-organizations-0-new_name": ""}  # fmt: skip
    answer = editor.post(address(reading), data)
    assert errors_of(answer) == {"p-kind-__all__": ["Not decided on yet."]}
    data |= {"p-kind-verdict": "change", "p-kind-kind": ""}
    answer = editor.post(address(reading), data)
    assert errors_of(answer) == {
        "p-weapon_systems-0-weapon_system": ["Choose a record, or create one."],
    }
    data |= {"p-weapon_systems-0-verdict": "drop"}
    answer = editor.post(address(reading), data)
    assert errors_of(answer) == {
        "p-kind-kind": ["This field cannot be blank."],
        "p-countries-0-country": [
            "“Atlantis” is not an ISO 3166-1 alpha-2 country code such as UA.",
            "Ensure this value has at most 2 characters (it has 8).",
        ],
    }
    assert Reading.objects.get().decided_at is None
    assert not Organization.objects.filter(name="Example Arms").exists()


def test_errors_of_parties_stand_beside_them(editor, finland):
    reading = reading_of(full())
    page = editor.get(address(reading))
    data = filled(page, agreement="change", organizations_0="drop")
    answer = editor.post(address(reading), data)
    assert errors_of(answer) == {"p-agreement-party-1-organization": [
        "The organization was dropped above: choose one here, or none."
    ]}  # fmt: skip
    answer = editor.post(address(reading), filled(page, organizations_0="drop"))
    assert "was dropped above" in errors_of(answer)["p-agreement-__all__"][0]
    data |= {"p-agreement-party-1-role": "", "p-agreement-party-2-role": "funder",
             "p-agreement-party-2-organization": "999"}  # fmt: skip
    answer = editor.post(address(reading), data)
    assert errors_of(answer) == {
        "p-agreement-party-2-organization": ["There is no organization ORG-999."]
    }


def test_second_person_is_told_that_the_first_was_faster(editor, finland):
    reading = reading_of(full())
    data = filled(editor.get(address(reading)))
    editor.post(address(reading), data)
    answer = desk_of("editor").post(address(reading), data)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "is at revision 2, not 1" in text
    assert Organization.objects.filter(name="Example Arms").count() == 1
    assert WeaponSystem.objects.count() == 1
    assert 'name="step"' not in text


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


@pytest.mark.parametrize("revision", ["", "x", "-1", "²", "9" * 40])
def test_form_without_its_revision_is_refused(editor, revision):
    reading = reading_of(f.Findings(**kinds()))
    data = filled(editor.get(address(reading))) | {"revision": revision}
    answer = editor.post(address(reading), data)
    assert (answer.status_code, answer.context["sheet"].problems != []) == (200, True)


@pytest.mark.parametrize("value", ["\0", "9" * 400, "<script>alert(1)</script>", "\ud7ff\u202e"])
@pytest.mark.parametrize("verdict", ["change", "create", None])
def test_hostile_input_is_an_error_and_nothing_more(editor, finland, value, verdict):
    reading = reading_of(full(), earlier=ClaimFactory(), similarity=90)
    data = filled(editor.get(address(reading)))
    kept = {"revision", "step"}
    for name in data.keys() - kept:
        data[name] = value
        if name.endswith("-verdict") and verdict:
            data[name] = verdict
    answer = editor.post(address(reading), data)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert Reading.objects.get().decided_at is None


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


def test_queue_lists_what_waits_the_oldest_first(editor):
    first, second = (reading_of(f.Findings(**kinds())) for _ in range(2))
    reading_of(f.Findings(**kinds()), claim=ClaimFactory(review_status="in_review"))
    done = reading_of(f.Findings(**kinds()))
    done.decided_at, done.decided_by = done.read_at, User.objects.latest("pk")
    done.save()
    page = editor.get(QUEUE)
    assert [row.pk for row in page.context["cl"].result_list] == [first.pk, second.pk]
    text = page.content.decode()
    assert "2 sentences waiting" in text
    assert f'href="{address(first)}' in text
    assert [title for title, _, active in page.context["tabs"] if active] == [
        "Proposals to confirm"
    ]


def test_empty_queue_says_so(editor):
    assert "No proposals wait" in editor.get(QUEUE).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_queue_takes_the_same_queries(editor, number, django_assert_num_queries):
    for _ in range(number):
        reading_of(f.Findings(**kinds()))
    with django_assert_num_queries(5):
        editor.get(QUEUE)


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
