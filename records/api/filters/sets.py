"""The filters of one resource together."""

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, TypeVar

from django.db.models import Model, Q, QuerySet, TextChoices
from django.http import QueryDict
from django_filters import FilterSet  # type: ignore[import-untyped]

from records.api.filters.along import along, leading
from records.api.filters.base import JsonSchema
from records.api.filters.choices import ChoiceFilter
from records.api.filters.dates import InstantAfter, InstantBefore
from records.api.filters.engine import NEGATION, Carriers, ask, carried, conditions, matching
from records.api.filters.parameters import parameter
from records.api.filters.search import GRAMMAR, SearchFilter
from records.enums import ReviewStatus
from records.models import OwnedRow

AnyModel = TypeVar("AnyModel", bound=Model)


class RecordFilterSet(FilterSet):  # type: ignore[misc]
    """Filters of one resource; the ones declared here belong to all.

    Repeated or comma-separated values are alternatives, different parameters must all match, and
    `name!=value` negates. Positive filters over one owned list match one and the same row of it,
    and no filter ever multiplies a record.
    """

    carriers: ClassVar[Carriers] = {}
    carried: ClassVar[str] = ""

    q = SearchFilter(help_text=f"Words of the record's own names and texts. {GRAMMAR}")
    review_status = ChoiceFilter(
        ReviewStatus, help_text="Where the record stands on its way to the public."
    )
    updated_after = InstantAfter(
        "updated_at", help_text="Records last changed at this time or later, or from this day on."
    )
    updated_before = InstantBefore(
        "updated_at", help_text="Records last changed at this time or earlier, or until this day."
    )

    @classmethod
    def names(cls) -> frozenset[str]:
        """Every accepted parameter, with negated forms (`kind!`) and modifiers."""
        return _names(cls)  # type: ignore[arg-type] # mypy takes the class for an instance

    @classmethod
    def apply(
        cls,
        queryset: QuerySet[AnyModel],
        query: QueryDict,
        *,
        ordered_by: str = "",
        whole: bool = False,
    ) -> QuerySet[AnyModel]:
        """Keep the records that match; parameters that are no filters are left alone.

        `queryset` holds what the caller may see: a relation to a record outside it is not found
        from the far end. It is given back untouched when no filter is named. A caller that will
        order by the column `ordered_by` takes the columns to do so from `place_columns`; one that
        will read all that matches says so with `whole`.

        Raises InvalidQueryError with everything that is wrong.
        """
        if not any(name in cls.names() for name in query):
            return queryset
        values = ask(cls.base_filters, query, queryset, whole=whole)
        asked = conditions(cls.base_filters, values)
        implied = carried(asked)
        if ordered_by == cls.carried and (lead := leading(asked, cls.carriers)):
            asked = [each for each in asked if each is not lead.condition]
            queryset = along(queryset, lead, cls.carried, implied)
        return queryset.filter(*matching(asked, cls.carriers, implied, whole=whole))

    @classmethod
    def rows_like(cls, rows: type[OwnedRow], query: QueryDict) -> Q:
        """Say what one row of an owned list is like that the filters over the list ask for.

        Raises InvalidQueryError with everything that is wrong.
        """
        # Words are of records, never of their rows, and cost a query.
        filters = {name: each for name, each in cls.base_filters.items()
                   if not isinstance(each, SearchFilter)}  # fmt: skip
        asked = ask(filters, query, rows._default_manager.none())
        over = [each for each in conditions(filters, asked) if each.rows is rows]
        return Q(*(~each.where if each.negated else each.where for each in over))

    @classmethod
    def openapi_parameters(
        cls, reference: Callable[[type[TextChoices]], JsonSchema] | None = None
    ) -> list[JsonSchema]:
        """Describe every filter as an OpenAPI 3.1 parameter object.

        `reference` gives the schema of an enumeration, such as a `$ref` to its component; without
        it the codes stand in each parameter.
        """
        return [parameter(name, each, reference) for name, each in cls.base_filters.items()]

    def is_valid(self) -> bool:
        """Tell django-filter's backend to go on; bad values raise InvalidQueryError in `qs`."""
        return True

    @property
    def qs(self) -> QuerySet[Any]:
        """The queryset, filtered by the data this set was made with."""
        return type(self).apply(self.queryset, self.data)


@cache
def _names(filters: type[RecordFilterSet]) -> frozenset[str]:
    negated = (f"{name}{NEGATION}" for name, each in filters.base_filters.items() if each.negatable)
    return frozenset({*filters.base_filters, *negated})
