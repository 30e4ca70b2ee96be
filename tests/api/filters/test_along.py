"""A list read along link rows is the same list."""

import pytest
from django.db.models import F, UniqueConstraint
from django.db.models.fields.tuple_lookups import TupleLessThan

from records.api.filters import FILTERS, place_columns
from records.models import Claim
from tests.api.filters.support import World, written
from tests.factories import (
    AgreementFactory,
    ClaimFactory,
    OrganizationFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

FILTER = FILTERS[Claim]
DATES = ("", "2023", "2024-02", "2024-02", "2024-02-29", "2024/..", "../2023-06", "2025-33")


def build_world():
    world = World(
        one=OrganizationFactory(country="GB"),
        other=OrganizationFactory(country="GB"),
        gun=WeaponSystemFactory(),
        deal=AgreementFactory(),
    )
    for place, date in enumerate(DATES):
        world[f"claim {place}"] = ClaimFactory(
            occurred=date,
            countries=["UA", "PL"],
            organizations=[world["one"], world["other"]][: 1 + place % 2],
            weapon_systems=[world["gun"]],
            agreements=[world["deal"]] if place > 2 else [],
        )
    return world


def read(queryset):
    """Read a list newest first, in pages of two, as (key, number)."""
    key, number = place_columns(queryset, "occurred_sort")
    ordered = queryset.order_by(f"-{key}", f"-{number}")
    pages, after = [], None
    while True:
        page = ordered.filter(TupleLessThan((F(key), F(number)), after)) if after else ordered
        rows = list(page.values_list("occurred_sort", "pk")[:2])
        if not rows:
            return pages
        pages += rows
        after = rows[-1]


@pytest.mark.parametrize(
    "query",
    [
        "organization={one}",
        "organization={other}&country=UA",
        "weapon_system={gun}&organization!={other}",
        "agreement={deal}&kind=other",
        "country=PL",
        "organization={one}&occurred_after=2024-02&occurred_before=2024-02",
        "organization={one}&occurred_after=2024&date_match=certain",
        "country=UA&occurred_before=2024&date_match=certain",
        "organization={one}&locator!=x&related_to!=CLM-9",
        "organization=ORG-99999999",
    ],
)
def test_list_read_along_rows_is_the_same(world, query):
    asked = written(world.fill(query))
    plain = FILTER.apply(Claim.objects.published(), asked)
    joined = FILTER.apply(Claim.objects.published(), asked, ordered_by="occurred_sort")
    assert place_columns(plain, "occurred_sort") == ("occurred_sort", "id")
    assert place_columns(joined, "occurred_sort") == ("along_key", "along_number")
    assert read(joined) == read(plain)
    assert joined.count() == plain.count()


@pytest.mark.parametrize(
    "query",
    [
        "",
        "kind=other",
        "occurred_after=2024",
        "organization!={one}",
        "organization={one},{other}",
        "organization=GB",
        "organization={one}&include_children=true",
        "weapon_system={gun}&include_variants=true",
        "country=UA,PL",
    ],
)
def test_filter_that_can_find_two_rows_is_not_joined(world, query):
    asked = written(world.fill(query))
    found = FILTER.apply(Claim.objects.published(), asked, ordered_by="occurred_sort")
    assert place_columns(found, "occurred_sort") == ("occurred_sort", "id")


def test_list_in_another_order_is_not_joined(world):
    asked = written(world.fill("organization={one}"))
    found = FILTER.apply(Claim.objects.published(), asked, ordered_by="updated_at")
    assert place_columns(found, "updated_at") == ("updated_at", "id")


@pytest.mark.parametrize(("rows", "relation"), FILTER.carriers.items())
def test_record_has_one_row_for_each_value_where_rows_are_joined(rows, relation):
    (field,) = rows.identity
    unique = [each.fields for each in rows._meta.constraints if isinstance(each, UniqueConstraint)]
    assert (rows.owner, field.removesuffix("_id")) in unique
    assert Claim._meta.get_field(relation).related_model is rows
    assert rows._meta.get_field(FILTER.carried)
