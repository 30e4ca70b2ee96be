"""The tree of weapon categories and its crosswalk to other classifications."""

from collections.abc import Iterable

import orjson
from django.db.models import Exists, OuterRef, TextChoices, prefetch_related_objects
from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.conditional import json_answer
from records.api.errors import ErrorItem, NoSuchRecordError, nearest
from records.api.filters.asked import Asked
from records.api.filters.categories import CATEGORIES, CategoryFilter, CodeFilter, within_any
from records.api.filters.choices import ChoiceFilter
from records.api.filters.engine import Filters, ask
from records.api.filters.known import KnownCodes
from records.api.filters.parameters import parameter
from records.api.query import refuse_parameters, unknown
from records.api.query_string import validated_query
from records.api.schema.operation import JsonSchema, Operation
from records.enums import Scheme
from records.models import Category, CategoryMapping, SchemeCategory
from records.querysets.category import CategoryQuerySet
from records.representations.category import (
    WITH_MAPPINGS,
    CategoryDetailSerializer,
    CategoryListSerializer,
)
from records.values.codes import CATEGORY_PATTERN, SCHEME_CODE_PATTERN

_ALTERNATIVES = "Repeat it or separate by commas for alternatives."


class WithinFilter(CategoryFilter):
    """Categories with everything below them."""

    negatable = False


class SchemeFilter(ChoiceFilter):
    """Classifications that a category is mapped to."""

    negatable = False


class SchemeCodeFilter(CodeFilter):
    """Codes in any of the classifications."""

    negatable = False
    known = KnownCodes(lambda: SchemeCategory.objects.values_list("code", flat=True))
    error_code = "unknown_scheme_code"

    def schema(self) -> JsonSchema:
        """Describe the code."""
        return {"type": "string", "pattern": SCHEME_CODE_PATTERN, "maxLength": 40, "example": "III"}


FILTERS: Filters = {
    "within": WithinFilter(
        help_text=f"Category, with all categories below it. {_ALTERNATIVES}",
    ),
    "scheme": SchemeFilter(
        Scheme,
        "scheme_category__scheme",
        help_text=f"Classification that the category is mapped to. {_ALTERNATIVES}",
    ),
    "scheme_code": SchemeCodeFilter(
        "scheme_category__code",
        help_text=(
            "Code that the category is mapped to; together with `scheme` both hold for one and "
            f"the same mapping. {_ALTERNATIVES}"
        ),
    ),
}


class CategoryViewSet(ViewSet):
    """Weapon categories, for everybody."""

    tag = "categories"
    lookup_field = "code"
    lookup_value_regex = "[^/]+"

    def operation(self, action: str) -> Operation:
        """Describe an action for the schema."""
        return _LIST if action == "list" else _DETAIL

    def list(self, request: Request) -> HttpResponse:
        """Answer with the tree, or the part of it that is asked for, in two queries."""
        query = validated_query(request)
        refuse_parameters(query, FILTERS)
        found = _matching(ask(FILTERS, query, Category.objects.all()))
        shown = {"results": _in_tree_order(found.prefetch_related(WITH_MAPPINGS))}
        return json_answer(request, orjson.dumps(CategoryListSerializer().to_representation(shown)))

    def retrieve(self, request: Request, code: str) -> HttpResponse:
        """Answer with one category and the codes of those directly below it."""
        refuse_parameters(validated_query(request))
        missing = CATEGORIES.missing([code])
        subtree = [] if missing else _in_tree_order(Category.objects.within(code))
        if not subtree or subtree[0].code != code:
            raise _no_category(code)
        category, *below = subtree
        prefetch_related_objects([category], WITH_MAPPINGS)
        children = [each.code for each in below if each.parent_code == code]
        serializer = CategoryDetailSerializer(context={"children": children})
        return json_answer(request, orjson.dumps(serializer.to_representation(category)))


def _no_category(code: str) -> NoSuchRecordError:
    """Name the nearest categories, or those at the top."""
    codes = CATEGORIES.codes()
    near = nearest(code, codes) or [each for each in codes if "." not in each]
    detail = unknown("category", code, near)
    return NoSuchRecordError(detail, [ErrorItem("/code", "unknown_category", detail)])


def _matching(asked: Asked) -> CategoryQuerySet:
    """Select the categories: each has one mapping that is as asked."""
    rows = Category.objects.all()
    if "within" in asked.values:
        rows = rows.filter(within_any(["code"], asked.values["within"]))
    named = [name for name in ("scheme", "scheme_code") if name in asked.values]
    if named:
        mapped = CategoryMapping.objects.filter(category=OuterRef("pk"))
        for name in named:
            mapped = mapped.filter(FILTERS[name].where(asked.values[name], asked))
        rows = rows.filter(Exists(mapped))
    return rows


def _in_tree_order(categories: Iterable[Category]) -> list[Category]:
    """Sort by code point, in which a dot precedes letters; a database's collation can differ."""
    return sorted(categories, key=lambda category: category.code)


def _component(vocabulary: type[TextChoices]) -> JsonSchema:
    return {"$ref": f"#/components/schemas/{vocabulary.__name__}"}


_CODE: JsonSchema = {
    "name": "code",
    "in": "path",
    "required": True,
    "description": "Code of the category, a dotted path in the tree.",
    "schema": {"type": "string", "pattern": CATEGORY_PATTERN},
    "example": "artillery.towed",
}

_LIST = Operation(
    id="listCategories",
    summary="List categories",
    description=(
        "The tree of weapon categories, whole or in part, parents before their children. Each "
        "category shows how it relates to categories of the UN Register of Conventional Arms, "
        "SIPRI and the EU Common Military List. A parameter that is not listed here is refused."
    ),
    answer=lambda resolve: resolve(CategoryListSerializer),
    parameters=[parameter(name, each, _component) for name, each in FILTERS.items()],
)

_DETAIL = Operation(
    id="getCategory",
    summary="Get a category",
    description="One category by its code, with the codes of those directly below it.",
    answer=lambda resolve: resolve(CategoryDetailSerializer),
    parameters=[_CODE],
    problems=(404,),
)
