"""Sheets of proposals that are refused, and what the page says then."""

import pytest

from records.ingest import findings as f
from records.models import Organization, Reading, WeaponSystem
from tests.admin.conftest import desk_of
from tests.admin.sheets import address, errors_of, filled
from tests.factories import ClaimFactory
from tests.services.deciding.findings import full, kinds, reading_of

pytestmark = pytest.mark.django_db


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
