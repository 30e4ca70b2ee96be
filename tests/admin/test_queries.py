"""How many queries the desk's forms ask: the same for one row of each list as for three."""

import pytest
from django.contrib.contenttypes.models import ContentType

from records.enums import AgreementAreaCode
from records.models import Agreement, Claim, Organization, Source, WeaponSystem
from tests.admin.conftest import desk_of
from tests.admin.forms import address
from tests.factories import (
    AgreementAreaFactory,
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationEvidenceFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    SourceFactory,
    WeaponSystemEvidenceFactory,
    WeaponSystemFactory,
    WeaponSystemIdentifierFactory,
    WeaponSystemManufacturerFactory,
    WeaponSystemNameFactory,
)

pytestmark = pytest.mark.django_db


def agreement(count):
    return AgreementFactory(
        areas=[AgreementAreaFactory.build(area=area) for area in AgreementAreaCode.values[:count]],
        parties=[AgreementPartyFactory.build() for _ in range(count)],
        items=[
            AgreementItemFactory.build(weapon_system=WeaponSystemFactory(),
                                       category=CategoryFactory())
            for _ in range(count)
        ],
        milestones=[AgreementMilestoneFactory.build(claim=ClaimFactory()) for _ in range(count)],
        relations=[AgreementRelationFactory.build(other=AgreementFactory()) for _ in range(count)],
        evidence=[AgreementEvidenceFactory.build() for _ in range(count)],
    )  # fmt: skip


def claim(count):
    return ClaimFactory(
        said_by=OrganizationFactory(),
        citations=[CitationFactory.build() for _ in range(count)],
        measures=[
            MeasureFactory.build(weapon_system=WeaponSystemFactory(), category=CategoryFactory())
            for _ in range(count)
        ],
        agreements=[AgreementFactory() for _ in range(count)],
        organizations=[OrganizationFactory() for _ in range(count)],
        weapon_systems=[WeaponSystemFactory() for _ in range(count)],
        categories=[CategoryFactory() for _ in range(count)],
        countries=["UA", "GB", "DE"][:count],
        relations=[ClaimRelationFactory.build(other=ClaimFactory()) for _ in range(count)],
    )


def organization(count):
    return OrganizationFactory(
        parent=OrganizationFactory(),
        names=[OrganizationNameFactory.build() for _ in range(count)],
        identifiers=[OrganizationIdentifierFactory.build() for _ in range(count)],
        evidence=[OrganizationEvidenceFactory.build() for _ in range(count)],
    )


def weapon_system(count):
    return WeaponSystemFactory(
        variant_of=WeaponSystemFactory(),
        names=[WeaponSystemNameFactory.build() for _ in range(count)],
        identifiers=[WeaponSystemIdentifierFactory.build() for _ in range(count)],
        manufacturer_links=[WeaponSystemManufacturerFactory.build() for _ in range(count)],
        evidence=[WeaponSystemEvidenceFactory.build() for _ in range(count)],
    )


def source(count):
    return SourceFactory()


# Session, user, permissions, savepoint (2), record; then one for each list and, where there is
# evidence, one for the document and one for the claims in it with their grades.
FORM_QUERIES = {
    Agreement: (agreement, 14),
    Claim: (claim, 15),
    Organization: (organization, 11),
    WeaponSystem: (weapon_system, 13),
    Source: (source, 6),
}


@pytest.mark.parametrize("role", ["viewer", "editor"])
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("model", FORM_QUERIES)
def test_form_query_count(role, model, count, django_assert_num_queries):
    make, queries = FORM_QUERIES[model]
    record = make(count)
    desk = desk_of(role)
    ContentType.objects.get_for_model(model)  # Django keeps it for the life of the process
    with django_assert_num_queries(queries):
        page = desk.get(address(model, "change", record.pk))
    assert page.status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_dashboard_query_count(editor, subject, count, django_assert_num_queries):
    for _ in range(count):
        record = subject.make()
    # Session, user, permissions, counts (10), facts (9), what waits (10), latest (5), ladders and
    # promises (7).
    with django_assert_num_queries(44):
        body = editor.get("/admin/").content.decode()
    assert record.public_id in body
    with django_assert_num_queries(8):  # the counts are kept for a minute
        editor.get("/admin/")
