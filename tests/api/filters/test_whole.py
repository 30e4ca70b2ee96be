"""A selection that is read as a whole is the one that is read by pages."""

import pytest
from django.http import QueryDict

from records.api.filters import FILTERS

EXAMPLES = [
    pytest.param(model, parameter, id=f"{model.__name__}-{parameter['name']}")
    for model, filters in FILTERS.items()
    for parameter in filters.openapi_parameters()
]
TOGETHER = {
    "value_min": "currency=EUR",
    "value_max": "currency=EUR",
}


def query_of(parameter, sign):
    example = parameter["example"]
    values = example if isinstance(example, list) else [example]
    written = ",".join(str(value).lower() if value is True else str(value) for value in values)
    query = QueryDict(TOGETHER.get(parameter["name"], ""), mutable=True)
    query[parameter["name"] + sign] = written
    return query


@pytest.mark.parametrize(("model", "parameter"), EXAMPLES)
def test_filter_finds_the_same_of_a_page_and_of_the_whole(digest, db, model, parameter):
    for sign in ("", "!") if "x-negation" in parameter else ("",):
        query = query_of(parameter, sign)
        found = [
            list(FILTERS[model].apply(model.objects.order_by("pk"), query, whole=whole)
                 .values_list("pk", flat=True))
            for whole in (False, True)
        ]  # fmt: skip
        assert found[0] == found[1]


@pytest.mark.parametrize(
    "query",
    [
        "category=artillery&weapon_system=WPN-1&include_variants=true",
        "country=UA&country=GB&organization=UA&occurred_after=2024&date_match=certain",
        "measure_metric=production_output&measure_mode=absolute",
        "organization=GB&include_children=true&category!=uas",
    ],
)
def test_filters_together_find_the_same(digest, db, query):
    (model,) = (each for each in FILTERS if each.__name__ == "Claim")
    by_page, whole = (
        set(FILTERS[model].apply(model.objects.all(), QueryDict(query), whole=way)
            .values_list("pk", flat=True))
        for way in (False, True)
    )  # fmt: skip
    assert by_page == whole
