"""What holds for every filter set, whatever it filters."""

import django_filters
import pytest
from django.http import QueryDict

from records.api.filters import FILTERS
from records.models import Category, Claim, Organization
from tests.api.filters import (
    test_agreement,
    test_claim,
    test_organization,
    test_source,
    test_weapon_system,
)
from tests.api.filters.support import refused, written
from tests.factories import CategoryFactory, ClaimFactory, OrganizationFactory, StateFactory

TABLES = (test_agreement, test_organization, test_weapon_system, test_claim, test_source)
# One table shows each kind of filter; these share theirs with the roles that are in it.
SHOWN_BY_ANOTHER_ROLE = {
    "buyer", "donor", "lender", "manufacturer", "licensor", "licensee", "maintainer", "trainer",
    "end_user", "investor", "subcontractor", "intermediary", "guarantor",
}  # fmt: skip


def parameters(queries):
    return {name for query in queries for name in written(query)}


@pytest.mark.parametrize(("model", "table"), list(zip(FILTERS, TABLES, strict=True)))
def test_tables_of_the_other_tests_hold_every_filter(model, table):
    names = FILTERS[model].base_filters.keys() - SHOWN_BY_ANOTHER_ROLE
    assert names - parameters(query for query, _ in table.MATCHES) == set()
    assert names - {name.rstrip("!") for _, name, _ in table.REFUSED} == set()


@pytest.mark.parametrize("model", FILTERS)
def test_query_without_filters_leaves_the_queryset_alone(model):
    queryset = model.objects.all()
    assert FILTERS[model].apply(queryset, QueryDict("")) is queryset
    assert FILTERS[model].apply(queryset, QueryDict("page_size=1&nonsense=2")) is queryset


@pytest.mark.parametrize("model", FILTERS)
def test_names_hold_negated_forms_of_what_can_be_negated(model):
    names = FILTERS[model].names()
    assert {"id", "id!", "review_status", "review_status!", "updated_after"} <= names
    assert not {"updated_after!", "include_children!", "date_match!", "between!"} & names


@pytest.mark.parametrize("query", ["occurred_after!=2024", "include_children!=true", "kindd=aid"])
def test_name_that_is_not_accepted_is_left_to_the_caller(query):
    queryset = Claim.objects.all()
    assert not FILTERS[Claim].names() & parameters([query])
    assert FILTERS[Claim].apply(queryset, written(query)) is queryset


@pytest.mark.parametrize(
    ("model", "query"),
    [
        (Claim, "kind=" + ",".join(["aid"] * 101)),
        (Claim, "&".join(["organization=ORG-1"] * 101)),
        (Claim, "id=" + ",".join(f"CLM-{number}" for number in range(1, 502))),
        (Organization, "name=" + "&name=".join(map(str, range(101)))),
    ],
)
def test_too_many_values_are_refused(model, query):
    ((_, code),) = refused(model, query)
    assert code == "too_many_values"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "query"),
    [
        (Claim, "id=" + ",".join(f"CLM-{number}" for number in range(1, 501))),
        (Claim, "organization=" + ",".join(f"ORG-{number}" for number in range(1, 101))),
        (Claim, "language=" + ",".join(f"en-x-a{number}" for number in range(100))),
        (Organization, "name=" + "&name=".join(map(str, range(100)))),
    ],
)
def test_as_many_values_as_allowed_are_answered(model, query):
    assert list(FILTERS[model].apply(model.objects.all(), written(query))) == []


@pytest.mark.django_db
def test_many_categories_are_answered():
    codes = [CategoryFactory().code for _ in range(100)]
    for query in ("category", "category!", "measure_object"):
        asked = FILTERS[Claim].apply(Claim.objects.all(), written(f"{query}={','.join(codes)}"))
        assert list(asked) == []


@pytest.mark.django_db
def test_record_with_many_matching_rows_is_found_once():
    states = [StateFactory(country=country) for country in ("GB", "GB", "UA")]
    claim = ClaimFactory(organizations=states, countries=["GB", "UA"])
    asked = FILTERS[Claim].apply(
        Claim.objects.all(), written("organization=GB,UA&country=GB,UA&locator!=none")
    )
    assert list(asked) == [claim]
    assert asked.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_list_takes_one_query_whatever_it_asks(django_assert_num_queries, rows):
    for _ in range(rows):
        ClaimFactory(organizations=[OrganizationFactory(country="GB")], occurred="2024")
    asked = written(
        "organization=GB&include_children=true&weapon_system!=WPN-1&include_variants=true"
        "&occurred_after=2023&kind!=aid&speaker!=x&related_to!=CLM-99&measure_mode!=rank"
    )
    with django_assert_num_queries(1):
        assert len(FILTERS[Claim].apply(Claim.objects.all(), asked)) == rows


@pytest.mark.django_db
def test_categories_are_read_once_and_again_for_a_code_that_is_not_known(
    django_assert_num_queries,
):
    CategoryFactory(code="artillery")
    asked = written("category=artillery")
    with django_assert_num_queries(2):
        list(FILTERS[Claim].apply(Claim.objects.all(), asked))
    with django_assert_num_queries(1):
        list(FILTERS[Claim].apply(Claim.objects.all(), asked))
    CategoryFactory(code="uas")
    with django_assert_num_queries(2):
        list(FILTERS[Claim].apply(Claim.objects.all(), written("category=uas,artillery")))
    with django_assert_num_queries(1):
        refused(Claim, "category=uaz,artilery")


@pytest.mark.django_db
def test_category_that_was_deleted_matches_nothing():
    CategoryFactory(code="artillery")
    asked = written("category=artillery")
    list(FILTERS[Claim].apply(Claim.objects.all(), asked))
    Category.objects.all().delete()
    assert list(FILTERS[Claim].apply(Claim.objects.all(), asked)) == []


@pytest.mark.django_db
def test_django_filters_own_way_gives_the_same():
    one, _ = OrganizationFactory(kind="ngo"), OrganizationFactory(kind="media")
    made = FILTERS[Organization](QueryDict("kind=ngo"), Organization.objects.all())
    assert isinstance(made, django_filters.FilterSet)
    assert made.is_valid()
    assert list(made.qs) == [one]
