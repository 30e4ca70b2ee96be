import pytest

from records.models import Agreement
from tests.api.filters.support import World, refused
from tests.factories import (
    AgreementAreaFactory,
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    CategoryFactory,
    ClaimFactory,
    OrganizationFactory,
    StateFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db


def parties(*pairs):
    return [AgreementPartyFactory.build(organization=who, role=role) for who, role in pairs]


def signed(date):
    return [AgreementMilestoneFactory.build(kind="signature", date=date)]


def actors():
    bae = OrganizationFactory(name="BAE Systems", country="GB")
    return World(
        gb=StateFactory(country="GB"),
        ua=StateFactory(country="UA"),
        us=StateFactory(country="US"),
        bae=bae,
        bae_land=OrganizationFactory(name="BAE Land", country="US", parent=bae),
    )


def weapons():
    towed, battle = CategoryFactory(code="artillery.towed"), CategoryFactory(code="tank.battle")
    CategoryFactory(code="artillery")
    CategoryFactory(code="tank")
    CategoryFactory(code="artillery_x")
    l119 = WeaponSystemFactory(designation="L119", category=towed)
    return World(
        l119=l119,
        l119a2=WeaponSystemFactory(designation="L119A2", category=towed, variant_of=l119),
        tank=WeaponSystemFactory(designation="T-64", category=battle),
    )


def build_world():
    world = World(actors() | weapons())
    world["claim"] = ClaimFactory()
    gb, ua, us, bae, land = (world[name] for name in ("gb", "ua", "us", "bae", "bae_land"))
    world["repair"] = AgreementFactory(
        title="Répair of L119 guns",
        kind="maintenance_contract",
        status="signed",
        place="UA",
        value_amount="100.50",
        value_currency="GBP",
        areas=[AgreementAreaFactory.build(area="maintenance")],
        parties=parties(
            (gb, "signatory"), (bae, "signatory"), (bae, "performer"), (gb, "funder"),
            (ua, "host"), (ua, "beneficiary"),
        ),
        items=[
            AgreementItemFactory.build(weapon_system=world["l119"], activity="maintenance_repair")
        ],
        milestones=signed("2024-02"),
    )  # fmt: skip
    world["mixed"] = AgreementFactory(
        title="Guns_and tanks 100%",
        kind="procurement_contract",
        status="in_force",
        value_amount="100",
        value_currency="EUR",
        areas=[
            AgreementAreaFactory.build(area="maintenance"),
            AgreementAreaFactory.build(area="cyber"),
        ],
        parties=parties((us, "funder"), (gb, "performer")),
        items=[
            AgreementItemFactory.build(weapon_system=world["l119"], activity="training"),
            AgreementItemFactory.build(category_id="tank.battle", activity="supply"),
        ],
        milestones=signed("2024-03-15/.."),
        relations=[AgreementRelationFactory.build(other=world["repair"], kind="related")],
        evidence=[AgreementEvidenceFactory.build(claim=world["claim"])],
    )
    world["framework"] = AgreementFactory(
        kind="framework_agreement", parties=parties((gb, "signatory"), (ua, "signatory"))
    )
    world["variant"] = AgreementFactory(
        kind="donation",
        value_amount="5000000",
        value_currency="EUR",
        parties=parties((land, "performer"), (ua, "recipient")),
        items=[AgreementItemFactory.build(weapon_system=world["l119a2"], activity="supply")],
        milestones=[
            *signed("2023"),
            AgreementMilestoneFactory.build(kind="entry_into_force", date="2024-02-29"),
            AgreementMilestoneFactory.build(kind="completion", date="2024-03-01"),
        ],
    )
    return world


MATCHES = [
    ("", "framework mixed repair variant"),
    ("q=l-119 repair", "repair"),
    ("id={repair},{framework}", "framework repair"),
    ("id=AGR-99999999", ""),
    ("id!={repair}", "framework mixed variant"),
    ("title=REPAIR OF", "repair"),
    ("title=guns_and", "mixed"),
    ("title=_", "mixed"),
    ("title=100%", "mixed"),
    ("title!=guns", "framework variant"),
    ("kind=donation&kind=framework_agreement", "framework variant"),
    ("kind=donation,framework_agreement", "framework variant"),
    ("kind!=donation", "framework mixed repair"),
    ("status=signed", "repair"),
    ("status!=signed,unknown", "mixed"),
    ("area=maintenance", "mixed repair"),
    ("area=maintenance,cyber", "mixed repair"),
    ("area!=cyber", "framework repair variant"),
    ("party=GB", "framework mixed repair"),
    ("party={gb}", "framework mixed repair"),
    ("party={bae}", "repair"),
    ("party={bae}&include_children=true", "repair variant"),
    ("party={bae}&include_children=false", "repair"),
    ("party={bae},FR&include_children=true", "repair variant"),
    ("party=ORG-99999999", ""),
    ("party!=UA", "mixed"),
    ("party=FR", ""),
    ("signatory=GB", "framework repair"),
    ("signatory!=UA", "mixed repair variant"),
    ("performer=GB", "mixed repair"),
    ("performer={gb}", "mixed"),
    ("performer={bae}&funder=GB&host=UA", "repair"),
    ("funder=GB&performer={gb}", ""),
    ("funder=GB&performer={gb}&party=UA", ""),
    ("recipient={ua}", "variant"),
    ("beneficiary=UA", "repair"),
    ("supplier=GB", ""),
    ("between=GB,UA", "framework repair"),
    ("between={gb},{bae},{ua}", "repair"),
    ("between=GB&between=US", "mixed"),
    ("weapon_system={l119}", "mixed repair"),
    ("weapon_system={l119}&include_variants=true", "mixed repair variant"),
    ("weapon_system!={l119}", "framework variant"),
    ("weapon_system!={l119}&include_variants=true", "framework"),
    ("category=artillery", "mixed repair variant"),
    ("category=artillery.towed", "mixed repair variant"),
    ("category=tank", "mixed"),
    ("category!=tank.battle", "framework repair variant"),
    ("category=artillery_x", ""),
    ("activity=supply", "mixed variant"),
    ("activity!=supply", "framework repair"),
    ("place=UA", "repair"),
    ("place!=UA", "framework mixed variant"),
    ("signed_after=2024-02-29", "mixed repair"),
    ("signed_after=2024-03", "mixed"),
    ("signed_after=2030", "mixed"),
    ("valid_on=2024-02-28", "mixed"),
    ("valid_on=2024-02-29", "mixed variant"),
    ("valid_on=2024-02-29&date_match=certain", "variant"),
    ("valid_on=2024-03-02", "mixed"),
    ("evidence_claim={claim}", "mixed"),
    ("evidence_claim!={claim}", "framework repair variant"),
    ("evidence_claim=CLM-99999999", ""),
    ("signed_before=2023", "variant"),
    ("signed_after=2024-02-10&signed_before=2024-02-20", "repair"),
    ("signed_after=2024-02-10&date_match=certain", "mixed"),
    ("signed_before=2024&date_match=certain", "repair variant"),
    ("signed_after=2024-02&signed_before=2024-02&date_match=certain", "repair"),
    ("value_min=100.50&currency=GBP", "repair"),
    ("value_min=100.500000000000000000001&currency=GBP", ""),
    ("value_min=100&value_max=100&currency=EUR", "mixed"),
    ("value_max=999999999999999999999999999999&currency=EUR", "mixed variant"),
    ("value_min=-999999999999999999999999999999&currency=EUR", "mixed variant"),
    ("currency=EUR,GBP", "mixed repair variant"),
    ("currency!=EUR", "framework repair"),
    ("related_to={mixed}", "repair"),
    ("related_to={repair}", "mixed"),
    ("related_to!={repair}", "framework repair variant"),
    ("related_to=AGR-99999999", ""),
    ("review_status=published", "framework mixed repair variant"),
    ("review_status!=published", ""),
    ("updated_after=2000-01-01", "framework mixed repair variant"),
    ("updated_before=2000-01-01T00:00:00Z", ""),
]


@pytest.mark.parametrize(("query", "names"), MATCHES)
def test_query_finds(world, query, names):
    assert world.found(Agreement, query) == names.split()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("weapon_system={l119}&activity=training", "mixed"),
        ("weapon_system={l119}&activity=supply", ""),
        ("category=artillery&activity=supply", "variant"),
        ("category=artillery,tank&activity=supply", "mixed variant"),
        ("category=tank&weapon_system={l119}", ""),
        ("weapon_system={l119}&activity!=supply", "repair"),
    ],
)
def test_filters_by_item_mean_one_and_the_same_item(world, query, names):
    assert world.found(Agreement, query) == names.split()


REFUSED = [
    ("q=-x", "q", "only_excluded"),
    ("kind=donatoin", "kind", "invalid_choice"),
    ("kind!=donatoin", "kind!", "invalid_choice"),
    ("status=sign", "status", "invalid_choice"),
    ("activity=repair", "activity", "invalid_choice"),
    ("review_status=open", "review_status", "invalid_choice"),
    ("updated_after=0000-01-01", "updated_after", "invalid_time"),
    ("updated_before=2025-04-04T12:00:00+2:00", "updated_before", "invalid_time"),
    ("area=none", "area", "invalid_choice"),
    ("id=AGR-0", "id", "invalid_id"),
    ("id=ORG-1", "id", "wrong_record_type"),
    ("id=agr-1", "id", "invalid_id"),
    ("party=bae", "party", "invalid_id"),
    ("party=XX", "party", "invalid_country"),
    ("party=gb", "party", "invalid_country"),
    ("funder=WPN-1", "funder", "wrong_record_type"),
    ("funder=ORG-99999999999999999999", "funder", "invalid_id"),
    ("funder=ORG-9999999999999999999", "funder", "invalid_id"),
    ("signatory=", "signatory", "empty_value"),
    ("supplier=ORG-5,", "supplier", "empty_value"),
    ("recipient!=BAE", "recipient!", "invalid_id"),
    ("performer=ORG5", "performer", "invalid_id"),
    ("host=EU", "host", "invalid_country"),
    ("beneficiary=ORG-00", "beneficiary", "invalid_id"),
    ("between=GB", "between", "too_few_values"),
    ("between=GB,GB", "between", "too_few_values"),
    ("between=GB,", "between", "empty_value"),
    ("weapon_system=L119", "weapon_system", "invalid_id"),
    ("category=artilery", "category", "unknown_category"),
    ("category=Artillery", "category", "unknown_category"),
    ("place=EU", "place", "invalid_country"),
    ("signed_after=2024-Q1", "signed_after", "invalid_edtf"),
    ("signed_after=2024-02-30", "signed_after", "no_such_date"),
    ("signed_after=../2024", "signed_after", "open_date"),
    ("signed_before=2024/..", "signed_before", "open_date"),
    ("signed_after=2024&signed_before=2023", "signed_after", "range_reversed"),
    ("valid_on=2024", "valid_on", "invalid_day"),
    ("valid_on=2024-02-30", "valid_on", "invalid_day"),
    ("valid_on=2024-02-29/2024-03-01", "valid_on", "invalid_day"),
    ("valid_on=", "valid_on", "empty_value"),
    ("valid_on=2024-02-29&valid_on=2024-03-01", "valid_on", "repeated_parameter"),
    ("evidence_claim=AGR-1", "evidence_claim", "wrong_record_type"),
    ("date_match=maybe", "date_match", "invalid_choice"),
    ("date_match=certain,possible", "date_match", "invalid_choice"),
    ("include_children=yes", "include_children", "invalid_choice"),
    ("include_variants=True", "include_variants", "invalid_choice"),
    ("value_min=10", "value_min", "currency_missing"),
    ("value_max=10", "value_max", "currency_missing"),
    ("value_min=10&currency!=EUR", "value_min", "currency_missing"),
    ("value_min=10&currency=EUR,USD", "value_min", "currency_ambiguous"),
    ("value_min=10&value_max=9&currency=EUR", "value_min", "range_reversed"),
    ("value_min=1e400&currency=EUR", "value_min", "invalid_number"),
    ("currency=eur", "currency", "invalid_currency"),
    ("currency=EURO", "currency", "invalid_currency"),
    ("related_to=CLM-1", "related_to", "wrong_record_type"),
    ("title= ", "title", "empty_value"),
]


@pytest.mark.parametrize(("query", "name", "code"), REFUSED)
def test_query_is_refused(query, name, code):
    assert refused(Agreement, query) == [(f"?{name}", code)]


@pytest.mark.parametrize("review_status", ["draft", "in_review", "retracted"])
def test_relation_of_a_hidden_agreement_is_not_found_from_the_far_end(world, review_status):
    hidden = AgreementFactory(
        review_status=review_status,
        relations=[AgreementRelationFactory.build(other=world["framework"])],
    )
    query = f"related_to={hidden.public_id}"
    assert world.found(Agreement, query, Agreement.objects.published()) == []
    assert world.found(Agreement, query) == ["framework"]
