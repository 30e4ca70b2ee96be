"""The digest's sentences, against what their curator made of them."""

from pathlib import Path

import pytest
import yaml

from records.enums import OrganizationKind
from records.ingest.finding.events.finder import EventFound, find_event
from records.ingest.sentence import Sentence
from tests.ingest.finding.events.reading import given

DEMO = Path(__file__).parents[4] / "fixtures" / "demo"
CLAIMS = yaml.load((DEMO / "claims.yaml").read_text(), yaml.BaseLoader)
AGREEMENTS = {
    row["title"]: row for row in yaml.load((DEMO / "agreements.yaml").read_text(), yaml.BaseLoader)
}
ORGANIZATIONS = (
    "Ukrposhta", "Ministry of Strategic Industries", "BAE Systems", "Ukrzaliznytsia",
    "Helsing GmbH", "Ukraine Deal Team", "Rheinmetall",
)  # fmt: skip
SYSTEMS = ("Shahed-131", "Shahed-136", "L119", "BMP")
ENOUGH = 18
"""Of twenty. What is left needs knowledge that words alone do not give."""


def _read(text: str) -> EventFound:
    kinds = {"Ukrzaliznytsia": OrganizationKind.STATE_OWNED_ENTERPRISE}
    return find_event(Sentence(text), given(text, ORGANIZATIONS, SYSTEMS, kinds), ())


def test_kinds_of_the_digest_agree_with_its_curator():
    right = [row["kind"] == _read(row["text"]).kind.kind.value for row in CLAIMS]
    assert sum(right) >= ENOUGH


def test_modalities_of_the_digest_agree_with_its_curator():
    found = [_read(row["text"]).modality.modality.value for row in CLAIMS]
    assert found == [row["modality"] for row in CLAIMS]


def test_speakers_of_the_digest_agree_with_its_curator():
    speakers = [_read(row["text"]).speaker for row in CLAIMS]
    found = [(one.name, one.title) if one else ("", "") for one in speakers]
    assert found == [(row.get("speaker_name", ""), row.get("speaker_title", "")) for row in CLAIMS]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda row: row["citations"][0]["locator"])
def test_agreements_of_the_digest_agree_with_their_curator(claim):
    found = _read(claim["text"]).agreement
    curated = [AGREEMENTS[title] for title in claim.get("agreements", [])]
    told = [(found.kind.value, found.status.value)] if found else []
    assert told == [(row["kind"], row["status"]) for row in curated]
    names = given(claim["text"], ORGANIZATIONS).organizations
    parties = {
        (row.country or names[row.organization or 0].name, row.role.value)
        for row in (found.parties if found else ())
    }
    office = {"Ministry of Strategic Industries of Ukraine": "UA"}
    assert parties == {
        (office.get(party["organization"], party["organization"]), party["role"])
        for row in curated
        for party in row["parties"]
    }


def test_subjects_of_the_digest_are_all_named():
    assert [_read(row["text"]).subjects for row in CLAIMS] == [()] * len(CLAIMS)
