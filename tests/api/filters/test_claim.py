import pytest

from records.models import Claim
from tests.api.filters.support import World, refused
from tests.factories import (
    AgreementFactory,
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    SourceFactory,
    StateFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db


def about():
    towed = CategoryFactory(code="artillery.towed")
    for code in ("artillery", "uas", "uas.one_way_attack", "vehicle"):
        CategoryFactory(code=code)
    l119 = WeaponSystemFactory(designation="L119", category=towed)
    bae = OrganizationFactory(name="BAE Systems", country="GB")
    return World(
        gb=StateFactory(country="GB"),
        ua=StateFactory(country="UA"),
        bae=bae,
        bae_land=OrganizationFactory(country="US", parent=bae),
        l119=l119,
        l119a2=WeaponSystemFactory(category=towed, variant_of=l119),
        good=SourceFactory(reliability="A"),
        digest=SourceFactory(reliability="F"),
        deal=AgreementFactory(),
    )


def build_world():
    world = about()
    world["drones"] = drones(world)
    world["plan"] = plan(world)
    world["freight"] = freight(world)
    world["bare"] = ClaimFactory(language="uk-Latn", citations=cited((world["good"], "line 9")))
    return world


def cited(*places):
    return [CitationFactory.build(source=source, locator=locator) for source, locator in places]


def drones(world):
    return ClaimFactory(
        kind="production_output",
        citations=cited((world["digest"], "line 1"), (world["good"], "p. 3, line 4")),
        categories=[CategoryFactory(code="uas.one_way_attack")],
        organizations=[world["ua"]],
        countries=["UA", "RU"],
        said_by=world["ua"],
        speaker_name="Oleksandr Kamýshyn",
        occurred="2024",
        measures=[
            MeasureFactory.build(metric="production_output", mode="ratio", value="6"),
            MeasureFactory.build(
                metric="equipment_losses", value="26", unit_code="C62", category_id="uas"
            ),
        ],
    )


def plan(world):
    return ClaimFactory(
        kind="intent",
        modality="plan",
        language="en-GB",
        outcome="open",
        credibility="2",
        citations=cited((world["digest"], "line 4")),
        organizations=[world["bae"], world["gb"]],
        weapon_systems=[world["l119"]],
        agreements=[world["deal"]],
        countries=["UA"],
        said_by=world["bae_land"],
        occurred="2024-02-10/..",
        due="2025",
        relations=[ClaimRelationFactory.build(other=world["drones"])],
    )


def freight(world):
    return ClaimFactory(
        kind="trade_or_logistics_volume",
        citations=cited((world["good"], "line 1")),
        organizations=[world["bae_land"]],
        weapon_systems=[world["l119a2"]],
        occurred="../2023-06",
        measures=[
            MeasureFactory.build(metric="funding", value="14.500000", currency="EUR"),
            MeasureFactory.build(
                metric="cargo_volume", value=None, value_min="10", value_max="15", unit_code="TNE"
            ),
            MeasureFactory.build(
                metric="projects",
                value=None,
                value_min="100",
                weapon_system=world["l119"],
            ),
            MeasureFactory.build(metric="regions", value=None),
        ],
    )


MATCHES = [
    ("", "bare drones freight plan"),
    ("q=kamyshyn", "drones"),
    ("id={drones},{bare}", "bare drones"),
    ("kind=intent", "plan"),
    ("kind!=intent,other", "drones freight"),
    ("modality=plan", "plan"),
    ("organization=UA", "drones"),
    ("organization={bae}", "plan"),
    ("organization={bae}&include_children=true", "freight plan"),
    ("organization=GB", "plan"),
    ("organization!=GB", "bare drones freight"),
    ("organization!={bae}&include_children=true", "bare drones"),
    ("weapon_system={l119}", "plan"),
    ("weapon_system={l119}&include_variants=true", "freight plan"),
    ("agreement={deal}", "plan"),
    ("agreement!={deal}", "bare drones freight"),
    ("category=uas", "drones"),
    ("category=artillery", "freight plan"),
    ("category!=artillery", "bare drones"),
    ("category=uas,artillery.towed", "drones freight plan"),
    ("country=UA&country=RU", "drones plan"),
    ("country!=RU", "bare freight plan"),
    ("said_by=UA", "drones"),
    ("said_by=US", "plan"),
    ("said_by={bae}", ""),
    ("said_by={bae}&include_children=true", "plan"),
    ("said_by!={ua}", "bare freight plan"),
    ("said_by!=UA,US", "bare freight"),
    ("said_by!={bae}&include_children=true", "bare drones freight"),
    ("speaker=KAMYSHYN", "drones"),
    ("speaker!=kamyshyn", "bare freight plan"),
    ("source={digest}", "drones plan"),
    ("locator=line 4", "plan"),
    ("locator=p. 3, line 4", "drones"),
    ("locator=line", ""),
    ("locator!=line 1", "bare plan"),
    ("reliability=F", "drones plan"),
    ("reliability!=F", "bare freight"),
    ("credibility=2", "plan"),
    ("credibility=6", "bare drones freight"),
    ("language=en", "drones freight plan"),
    ("language=en-gb", "plan"),
    ("language!=EN", "bare"),
    ("outcome=open", "plan"),
    ("outcome!=open", "bare drones freight"),
    ("occurred_after=2024-02", "drones plan"),
    ("occurred_after=0001-01-01", "drones freight plan"),
    ("occurred_before=9999", "drones freight plan"),
    ("occurred_before=2000", "freight"),
    ("occurred_after=2023-07&date_match=certain", "drones plan"),
    ("occurred_after=2024-02&date_match=certain", "plan"),
    ("occurred_before=2024&date_match=certain", "drones freight"),
    ("occurred_before=2024-06&date_match=certain", "freight"),
    ("organization=UA&occurred_after=2024-06", "drones"),
    ("organization=UA&occurred_after=2024&date_match=certain", "drones"),
    ("organization=UA&occurred_after=2024-06&date_match=certain", ""),
    ("organization=UA&occurred_before=2024&date_match=certain", "drones"),
    ("organization=GB&occurred_after=2030", "plan"),
    ("organization!=GB&occurred_after=2024&date_match=certain", "drones"),
    ("due_after=2025-06", "plan"),
    ("due_before=2025-06&date_match=certain", ""),
    ("measure_metric=production_output", "drones"),
    ("measure_mode=ratio", "drones"),
    ("measure_mode!=ratio", "bare freight plan"),
    ("measure_unit=TNE", "freight"),
    ("measure_unit=EUR,C62", "drones freight"),
    ("measure_value_min=26", "drones freight"),
    ("measure_value_min=101", "freight"),
    ("measure_value_max=6", "drones"),
    ("measure_value_max=10", "drones freight"),
    ("measure_object=uas", "drones"),
    ("measure_object=artillery", "freight"),
    ("related_to={plan}", "drones"),
    ("related_to={drones}", "plan"),
    ("related_to!={plan},{drones}", "bare freight"),
    ("review_status=published", "bare drones freight plan"),
    ("review_status!=published", ""),
    ("updated_after=2000-01-01T00:00&updated_before=2001-01-01", ""),
    ("updated_before=2999-12-31T23:59:59.999999+14:00", "bare drones freight plan"),
]


@pytest.mark.parametrize(("query", "names"), MATCHES)
def test_query_finds(world, query, names):
    assert world.found(Claim, query) == names.split()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("source={digest}&locator=line 1", "drones"),
        ("source={digest}&locator=line 4&reliability=F", "plan"),
        ("source={good}&reliability=F", ""),
        ("source={good}&locator=line 1", "freight"),
        ("source={digest}&locator=p. 3, line 4", ""),
        ("source={digest}&locator!=line 1", "plan"),
        ("measure_mode=ratio&measure_unit=C62", ""),
        ("measure_mode=ratio&measure_value_min=26", ""),
        ("measure_metric=equipment_losses&measure_value_min=26&measure_value_max=26", "drones"),
        ("measure_unit=EUR&measure_value_min=14.6", ""),
        ("measure_unit=EUR&measure_value_min=14.5&measure_value_max=14.5", "freight"),
        ("measure_unit=EUR&measure_value_min=14.500000000000000000001", ""),
        ("measure_unit=TNE&measure_value_min=15&measure_value_max=20", "freight"),
        ("measure_unit=TNE&measure_value_min=15.000001", ""),
        ("measure_unit=TNE&measure_value_max=9.999999", ""),
        ("measure_metric=regions&measure_value_min=-5", ""),
        ("measure_metric=projects&measure_object=artillery&measure_value_min=1000", "freight"),
    ],
)
def test_filters_over_one_list_mean_one_and_the_same_row(world, query, names):
    assert world.found(Claim, query) == names.split()


REFUSED = [
    ("q=-x", "q", "only_excluded"),
    ("id=CLM-1,CLM-x", "id", "invalid_id"),
    ("include_children=&organization=UA", "include_children", "empty_value"),
    ("include_variants=no", "include_variants", "invalid_choice"),
    ("date_match=certain&date_match=certain", "date_match", "repeated_parameter"),
    ("kind=intend", "kind", "invalid_choice"),
    ("modality=", "modality", "empty_value"),
    ("organization=CLM-1", "organization", "wrong_record_type"),
    ("organization=UK", "organization", "invalid_country"),
    ("weapon_system=UA", "weapon_system", "invalid_id"),
    ("agreement=AGR-007", "agreement", "invalid_id"),
    ("category=uas.", "category", "unknown_category"),
    ("country=Ukraine", "country", "invalid_country"),
    ("said_by=ORG-", "said_by", "invalid_id"),
    ("speaker=%00", "speaker", "forbidden_character"),
    ("source=https://example.org", "source", "invalid_id"),
    ("locator=" + "x" * 501, "locator", "value_too_long"),
    ("credibility=7", "credibility", "invalid_choice"),
    ("reliability=a", "reliability", "invalid_choice"),
    ("language=english", "language", "invalid_language"),
    ("language=en_GB!", "language", "invalid_language"),
    ("outcome=done", "outcome", "invalid_choice"),
    ("occurred_after=yesterday", "occurred_after", "invalid_edtf"),
    ("occurred_before=0000", "occurred_before", "year_out_of_range"),
    ("occurred_after=2024/2023", "occurred_after", "interval_reversed"),
    ("occurred_after=2024-06&occurred_before=2024-05", "occurred_after", "range_reversed"),
    ("occurred_after=2024&occurred_after=2024", "occurred_after", "repeated_parameter"),
    ("due_after=2024&due_before=2023", "due_after", "range_reversed"),
    ("due_before=2024-13", "due_before", "no_such_date"),
    ("measure_metric=output", "measure_metric", "invalid_choice"),
    ("measure_mode=percent", "measure_mode", "invalid_choice"),
    ("measure_unit=tonnes", "measure_unit", "invalid_unit"),
    ("measure_value_min=NaN", "measure_value_min", "invalid_number"),
    ("measure_value_max=Infinity", "measure_value_max", "invalid_number"),
    ("measure_value_min=2&measure_value_max=1", "measure_value_min", "range_reversed"),
    ("measure_object=guns", "measure_object", "unknown_category"),
    ("related_to=1", "related_to", "invalid_id"),
    ("review_status=public", "review_status", "invalid_choice"),
    ("updated_after=2024-02", "updated_after", "invalid_time"),
    ("updated_before=0001-01-01T00:00:00+14:00", "updated_before", "invalid_time"),
    ("updated_after=2025-01-02&updated_before=2025-01-01", "updated_after", "range_reversed"),
]


@pytest.mark.parametrize(("query", "name", "code"), REFUSED)
def test_query_is_refused(query, name, code):
    assert refused(Claim, query) == [(f"?{name}", code)]


def test_relation_of_a_hidden_claim_is_not_found_from_the_far_end(world):
    hidden = ClaimFactory(
        review_status="draft", relations=[ClaimRelationFactory.build(other=world["bare"])]
    )
    query = f"related_to={hidden.public_id}"
    assert world.found(Claim, query, Claim.objects.published()) == []
    assert world.found(Claim, query) == ["bare"]
