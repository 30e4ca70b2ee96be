import pytest

from records.models import WeaponSystem
from tests.api.filters.support import World, refused
from tests.factories import (
    CategoryFactory,
    CategoryMappingFactory,
    ClaimFactory,
    OrganizationFactory,
    SchemeCategoryFactory,
    WeaponSystemEvidenceFactory,
    WeaponSystemFactory,
    WeaponSystemIdentifierFactory,
    WeaponSystemNameFactory,
)

pytestmark = pytest.mark.django_db


def categories():
    """Store a small tree: towed guns are UNROCA III; recovery vehicles are left out on purpose."""
    codes = ("artillery", "artillery.towed", "armored_vehicle", "armored_vehicle.recovery", "jet")
    made = {code: CategoryFactory(code=code) for code in codes}
    unroca = {code: SchemeCategoryFactory(code=code) for code in ("II", "III", "IV", "IV.a", "V")}
    for code, target, match in (
        ("artillery", "III", "exact"),
        ("artillery.towed", "III", "broader"),
        ("armored_vehicle", "II", "close"),
        ("jet", "IV.a", "exact"),
        ("jet", "V", "narrower"),
    ):
        CategoryMappingFactory(category=made[code], scheme_category=unroca[target], match=match)
    sipri = SchemeCategoryFactory(scheme="sipri", code="artillery")
    CategoryMappingFactory(category=made["artillery"], scheme_category=sipri)
    return made


def build_world():
    made = categories()
    bae = OrganizationFactory(country="GB")
    land = OrganizationFactory(country="US", parent=bae)
    claim = ClaimFactory()
    l119 = WeaponSystemFactory(
        evidence=[WeaponSystemEvidenceFactory.build(claim=claim)],
        designation="L119",
        category=made["artillery.towed"],
        origin="GB",
        caliber_mm="105",
        manufacturers=[bae, land],
        development_status="production",
        names=[WeaponSystemNameFactory.build(text="Light Gun")],
        identifiers=[WeaponSystemIdentifierFactory.build(scheme="nsn", value="1015-99")],
    )
    l119a2 = WeaponSystemFactory(
        designation="L-119 A2", category=made["artillery.towed"], variant_of=l119
    )
    return World(
        claim=claim,
        bae=bae,
        land=land,
        l119=l119,
        l119a2=l119a2,
        m119=WeaponSystemFactory(
            designation="M119", category=made["artillery"], variant_of=l119a2,
            manufacturers=[land], caliber_mm="104.99", origin="US",
        ),
        recovery=WeaponSystemFactory(category=made["armored_vehicle.recovery"]),
        jet=WeaponSystemFactory(category=made["jet"]),
    )  # fmt: skip


ALL = "jet l119 l119a2 m119 recovery"
MATCHES = [
    ("", ALL),
    ("q=l 119", "l119 l119a2"),
    ("id={jet}", "jet"),
    ("name=l119", "l119 l119a2"),
    ("name=L 1-19", "l119 l119a2"),
    ("name=lightgun", "l119"),
    ("evidence_claim={claim}", "l119"),
    ("evidence_claim!={claim}", "jet l119a2 m119 recovery"),
    ("name!=119", "jet recovery"),
    ("name=%25", ""),
    ("category=artillery", "l119 l119a2 m119"),
    ("category=artillery.towed", "l119 l119a2"),
    ("category!=artillery.towed", "jet m119 recovery"),
    ("unroca=III", "l119 l119a2 m119"),
    ("unroca=II", ""),
    ("unroca=IV", "jet"),
    ("unroca=IV.a,III", "jet l119 l119a2 m119"),
    ("unroca=V", ""),
    ("unroca!=III", "jet recovery"),
    ("origin=GB", "l119"),
    ("origin!=GB,US", "jet l119a2 recovery"),
    ("manufacturer={bae}", "l119"),
    ("manufacturer={bae}&include_children=true", "l119 m119"),
    ("manufacturer=US,GB", "l119 m119"),
    ("manufacturer!={land}", "jet l119a2 recovery"),
    ("variant_of={l119}", "l119a2"),
    ("variant_of={l119}&include_variants=true", "l119a2 m119"),
    ("variant_of!={l119}", "jet l119 m119 recovery"),
    ("caliber_min=105", "l119"),
    ("caliber_min=104.989", "l119 m119"),
    ("caliber_min=104.991", "l119"),
    ("caliber_max=104.999", "m119"),
    ("caliber_max=104.9899", ""),
    ("caliber_min=105.00&caliber_max=105", "l119"),
    ("caliber_max=999999999999999999999999999999", "l119 m119"),
    ("caliber_min=0.00000000000000000000000000001", "l119 m119"),
    ("development_status=production", "l119"),
    ("development_status!=unknown", "l119"),
    ("identifier=nsn:1015-99", "l119"),
    ("identifier!=nsn:1015-99", "jet l119a2 m119 recovery"),
    ("review_status=published", ALL),
    ("updated_after=2000-01-01", ALL),
    ("updated_before=2000-01-01", ""),
]


@pytest.mark.parametrize(("query", "names"), MATCHES)
def test_query_finds(world, query, names):
    assert world.found(WeaponSystem, query) == names.split()


REFUSED = [
    ("q=-x", "q", "only_excluded"),
    ("evidence_claim=ORG-1", "evidence_claim", "wrong_record_type"),
    ("id=wpn-1", "id", "invalid_id"),
    ("name=- -", "name", "empty_value"),
    ("category=gun", "category", "unknown_category"),
    ("unroca=VIII", "unroca", "unknown_unroca"),
    ("unroca=artillery", "unroca", "unknown_unroca"),
    ("origin=UK", "origin", "invalid_country"),
    ("manufacturer=AGR-1", "manufacturer", "wrong_record_type"),
    ("variant_of=L119", "variant_of", "invalid_id"),
    ("include_variants=", "include_variants", "empty_value"),
    ("include_children=TRUE", "include_children", "invalid_choice"),
    ("caliber_min=1_000", "caliber_min", "invalid_number"),
    ("caliber_max=1,5", "caliber_max", "invalid_number"),
    ("caliber_max=٣", "caliber_max", "invalid_number"),
    ("caliber_max=" + "9" * 31, "caliber_max", "invalid_number"),
    ("caliber_min=" + "1." + "9" * 31, "caliber_min", "invalid_number"),
    ("caliber_min=155&caliber_max=105", "caliber_min", "range_reversed"),
    ("development_status=ready", "development_status", "invalid_choice"),
    ("identifier=nsn", "identifier", "invalid_identifier"),
    ("review_status=", "review_status", "empty_value"),
    ("updated_after=2024", "updated_after", "invalid_time"),
    ("updated_before=20240101", "updated_before", "invalid_time"),
]


@pytest.mark.parametrize(("query", "name", "code"), REFUSED)
def test_query_is_refused(query, name, code):
    assert refused(WeaponSystem, query) == [(f"?{name}", code)]
