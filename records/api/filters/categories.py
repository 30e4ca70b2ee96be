"""Filters by place in the category tree and in other classifications."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from records.api.filters.asked import Asked
from records.api.filters.bad_values import BadValuesError, unlisted
from records.api.filters.base import JsonSchema, RecordFilter
from records.api.filters.known import KnownCodes
from records.enums import MappingMatch, Scheme
from records.models import (
    Category,
    CategoryMapping,
    ClaimCategory,
    ClaimWeaponSystem,
    SchemeCategory,
)
from records.querysets.category import within
from records.values.codes import CATEGORY_PATTERN, SCHEME_CODE_PATTERN

CATEGORIES = KnownCodes(lambda: Category.objects.values_list("code", flat=True))
UNROCA = KnownCodes(
    lambda: SchemeCategory.objects.filter(scheme=Scheme.UNROCA).values_list("code", flat=True)
)
_CONTAINED = (MappingMatch.EXACT, MappingMatch.CLOSE, MappingMatch.BROADER)


class CodeFilter(RecordFilter):
    """Codes of reference data."""

    known: KnownCodes
    error_code: str

    def read(self, given: Sequence[str]) -> list[str]:
        """Accept known codes; the reference data are asked once for all the others."""
        values: list[str] = super().read(given)
        if missing := self.known.missing(values):
            codes = self.known.codes()
            raise BadValuesError(*(unlisted(self.error_code, each, codes) for each in missing))
        return values

    def parse(self, text: str) -> str:
        """Leave the code as it is."""
        return text


class CategoryFilter(CodeFilter):
    """Weapon categories with everything below them."""

    known = CATEGORIES
    error_code = "unknown_category"

    def __init__(self, *paths: str, **kwargs: Any) -> None:
        """Name the lookup paths to category codes, any of which may match."""
        super().__init__(paths[0] if paths else None, **kwargs)
        self.paths = paths

    def where(self, value: Sequence[str], asked: Asked) -> Q:
        """Match the categories and their descendants."""
        del asked
        return within_any(self.paths, value)

    def schema(self) -> JsonSchema:
        """Describe the code's form."""
        return {"type": "string", "pattern": CATEGORY_PATTERN, "example": "artillery"}


class ClaimCategoryFilter(CategoryFilter):
    """Categories that a claim names, itself or through a weapon system."""

    def where(self, value: Sequence[str], asked: Asked) -> Q:
        """Match either link."""
        named = ClaimCategory.objects.filter(within_any(["category__code"], value))
        path = "weapon_system__category__code"
        through = ClaimWeaponSystem.objects.filter(within_any([path], value))
        if asked.whole:
            return Q(pk__in=named.values("claim")) | Q(pk__in=through.values("claim"))
        own = {"claim_id": OuterRef("pk")}
        return Q(Exists(named.filter(**own))) | Q(Exists(through.filter(**own)))


class UnrocaFilter(CodeFilter):
    """Categories of the UN Register of Conventional Arms, through the crosswalk.

    Only a category's own mapping counts: one without does not inherit its parent's, because a
    part of a category can fall outside. A code includes its subcategories (IV has IV.a).
    """

    known = UNROCA
    error_code = "unknown_unroca"

    def where(self, value: Sequence[str], asked: Asked) -> Q:
        """Match categories that lie, exactly or closely, in one of the scheme's."""
        del asked
        mapped = CategoryMapping.objects.filter(
            within_any(["scheme_category__code"], value),
            scheme_category__scheme=Scheme.UNROCA,
            match__in=_CONTAINED,
        )
        return Q(**{f"{self.field_name}__in": mapped.order_by().values("category")})

    def schema(self) -> JsonSchema:
        """Describe the code."""
        return {"type": "string", "pattern": SCHEME_CODE_PATTERN, "maxLength": 40, "example": "III"}


def within_any(paths: Sequence[str], codes: Sequence[str]) -> Q:
    """Match one of the codes, or one below them, at one of the paths."""
    found = Q()
    for path in paths:
        for code in codes:
            found |= within(path, code)
    return found
