"""Verbs of the category tree."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from records.models.category import Category  # noqa: F401 named in the type parameter


def within(field: str, code: str) -> Q:
    """Match a category code and everything below it.

    `field` is the lookup path of a code column, such as `category_id`.
    """
    return Q(**{field: code}) | Q(**{f"{field}__startswith": f"{code}."})


class CategoryQuerySet(models.QuerySet["Category"]):
    """Categories by their place in the tree."""

    def within(self, code: str) -> Self:
        """Keep a category and its descendants."""
        return self.filter(within("code", code))
