import pytest

from records.models import Organization
from tests.api.filters.support import World, refused
from tests.factories import (
    ClaimFactory,
    OrganizationEvidenceFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    StateFactory,
)

pytestmark = pytest.mark.django_db


def build_world():
    ua = StateFactory(
        name="Ukraine",
        country="UA",
        identifiers=[OrganizationIdentifierFactory.build(scheme="iso3166", value="UA")],
    )
    claim = ClaimFactory()
    ministry = OrganizationFactory(
        evidence=[OrganizationEvidenceFactory.build(claim=claim)],
        name="Ministry of Strategic Industries",
        kind="ministry",
        country="UA",
        parent=ua,
        names=[OrganizationNameFactory.build(text="Мінстратегпром", kind="native")],
        identifiers=[
            OrganizationIdentifierFactory.build(scheme="edrpou", value="1"),
            OrganizationIdentifierFactory.build(scheme="other", value="x:y, z"),
        ],
    )
    plant = OrganizationFactory(
        name="Straße 100%_\\ Plant", kind="company", country="UA", parent=ministry
    )
    nato = OrganizationFactory(name="NATO")
    return World(ua=ua, ministry=ministry, plant=plant, nato=nato, claim=claim)


MATCHES = [
    ("", "ministry nato plant ua"),
    ("q=minstratehprom", "ministry"),
    ("id={ua},{nato}", "nato ua"),
    ("id!={ua}", "ministry nato plant"),
    ("name=INDUSTR", "ministry"),
    ("name=мінстратегпром", "ministry"),
    ("name=МИНСТРАТЕГПРОМ", ""),
    ("name=strasse", "plant"),
    ("name=STRÁSSE  100", "plant"),
    ("name=%25", "plant"),
    ("name=_", "plant"),
    ("name=\\", "plant"),
    ("name='", ""),
    ("name=nato&name=ukr", "nato ua"),
    ("name=nato, ukr", ""),
    ("name!=мінстратегпром", "nato plant ua"),
    ("evidence_claim={claim}", "ministry"),
    ("evidence_claim!={claim}", "nato plant ua"),
    ("kind=state,ministry", "ministry ua"),
    ("country=UA", "ministry plant ua"),
    ("country!=UA", "nato"),
    ("parent={ua}", "ministry"),
    ("parent={ua}&include_children=true", "ministry plant"),
    ("parent=UA", "ministry plant"),
    ("parent!={ua}", "nato plant ua"),
    ("parent!={ua}&include_children=true", "nato ua"),
    ("parent=ORG-99999999&include_children=true", ""),
    ("identifier=iso3166:UA", "ua"),
    ("identifier=iso3166:UA&identifier=edrpou:1", "ministry ua"),
    ("identifier=other:x:y, z", "ministry"),
    ("identifier=edrpou:UA", ""),
    ("identifier!=iso3166:UA", "ministry nato plant"),
    ("review_status=published,draft", "ministry nato plant ua"),
    ("updated_after=2000-01-01", "ministry nato plant ua"),
    ("updated_before=2000-01-01", ""),
]


@pytest.mark.parametrize(("query", "names"), MATCHES)
def test_query_finds(world, query, names):
    assert world.found(Organization, query) == names.split()


REFUSED = [
    ("q=-x", "q", "only_excluded"),
    ("evidence_claim=ORG-1", "evidence_claim", "wrong_record_type"),
    ("id=SRC-1", "id", "wrong_record_type"),
    ("name= ", "name", "empty_value"),
    ("name=%CC%81", "name", "empty_value"),
    ("name=" + "x" * 501, "name", "value_too_long"),
    ("kind=firm", "kind", "invalid_choice"),
    ("country=ua", "country", "invalid_country"),
    ("parent=UAE", "parent", "invalid_id"),
    ("include_children=1", "include_children", "invalid_choice"),
    ("identifier=UA", "identifier", "invalid_identifier"),
    ("identifier=iso3166:", "identifier", "invalid_identifier"),
    ("identifier=iso:UA", "identifier", "invalid_choice"),
    ("identifier=other:%00", "identifier", "forbidden_character"),
    ("review_status=live", "review_status", "invalid_choice"),
    ("updated_after=now", "updated_after", "invalid_time"),
    ("updated_before=2024-02-30", "updated_before", "invalid_time"),
]


@pytest.mark.parametrize(("query", "name", "code"), REFUSED)
def test_query_is_refused(query, name, code):
    assert refused(Organization, query) == [(f"?{name}", code)]
