"""Filters of the lists, each one column with an index or a short list of choices."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

import pycountry
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from unfold.contrib.filters.admin import ChoicesDropdownFilter, DropdownFilter

from records.analysis.coverage import having
from records.enums import EvidenceState
from records.models import Category
from records.querysets.category import within

if TYPE_CHECKING:
    from django.contrib.admin import SimpleListFilter

    PlainFilter = SimpleListFilter
else:
    PlainFilter = object

TO_WORK_ON = (EvidenceState.UNSUPPORTED, EvidenceState.SINGLE_SOURCE, EvidenceState.DISPUTED)
"""States of facts that more evidence would change."""


def choices(*names: str) -> tuple[tuple[str, type[ChoicesDropdownFilter]], ...]:
    """Filter by columns with choices, as drop-down lists."""
    return tuple((name, ChoicesDropdownFilter) for name in names)


class CountryFilter(DropdownFilter, PlainFilter):
    """Rows of one country; `column` names it, `rows` the owned list that has it, if one does."""

    title = "country"
    parameter_name = "in_country"
    column: ClassVar[str] = "country"
    rows: ClassVar[str] = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """List all countries, without asking which are used."""
        names = ((country.alpha_2, country.name) for country in pycountry.countries)
        return sorted(names, key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> Any:  # noqa: ARG002
        """Keep the rows of the country chosen."""
        value = self.value()
        if not value:
            return queryset
        return queryset.filter(_of(queryset.model, self.rows, Q(**{self.column: value})))


class PlaceFilter(CountryFilter):
    """Where an agreement is carried out."""

    title = "place"
    column = "place"


class OriginFilter(CountryFilter):
    """Country of design."""

    title = "origin"
    column = "origin"


class ClaimCountryFilter(CountryFilter):
    """Countries that a claim is about."""

    rows = "country_links"


class CategoryFilter(DropdownFilter, PlainFilter):
    """Rows of a category and of all below it; `rows` names the owned list that has categories."""

    title = "category"
    parameter_name = "in_category"
    rows: ClassVar[str] = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """List the tree, in its order."""
        return [(code, f"{' ' * 3 * code.count('.')}{name}")
                for code, name in Category.objects.values_list("code", "name")]  # fmt: skip

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> Any:  # noqa: ARG002
        """Keep the rows of the category chosen and of its descendants."""
        value = self.value()
        if not value:
            return queryset
        return queryset.filter(_of(queryset.model, self.rows, within("category__code", value)))


class ItemCategoryFilter(CategoryFilter):
    """Categories of an agreement's items."""

    rows = "items"


class ClaimCategoryFilter(CategoryFilter):
    """Categories that a claim is about."""

    rows = "category_links"


class EvidenceFilter(DropdownFilter, PlainFilter):
    """Public records with a fact that no claim, one voice, or a dispute stands behind."""

    title = "evidence"
    parameter_name = "evidence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """List what can be worked on."""
        return [(state.value, state.label) for state in TO_WORK_ON]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> Any:  # noqa: ARG002
        """Keep the records that have such a fact."""
        value = self.value()
        if value not in TO_WORK_ON:
            return queryset
        return queryset.filter(having(queryset.model, EvidenceState(value)))


def _of(model: type[models.Model], rows: str, condition: Q) -> Q:
    """Put the condition to the model itself or to one and the same row of an owned list."""
    if not rows:
        return condition
    row: Any = model._meta.get_field(rows).related_model
    return Q(Exists(row.objects.filter(condition, **{row.owner: OuterRef("pk")})))
