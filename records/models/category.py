"""The tree of weapon categories and its crosswalk to other schemes. Reference data."""

from django.db import models
from django.db.models import Q

from records.enums import MappingMatch, Scheme
from records.models.rules import check, unique
from records.querysets.category import CategoryQuerySet


class Category(models.Model):
    """A class of weapons or equipment, coded by its path in the tree (`artillery.towed`)."""

    code = models.CharField(max_length=80, primary_key=True)
    name = models.CharField(max_length=100)
    definition = models.TextField()

    objects = CategoryQuerySet.as_manager()

    class Meta:
        ordering = ("code",)
        verbose_name_plural = "categories"
        constraints = (
            check(
                "category",
                "code_malformed",
                Q(code__regex=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"),
                "A code is a dotted path in lower case, such as artillery.towed.",
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def parent_code(self) -> str:
        """Code of the category above, empty at the top."""
        return self.code.rpartition(".")[0]


class SchemeCategory(models.Model):
    """A category of another classification."""

    scheme = models.CharField(max_length=10, choices=Scheme)
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)

    class Meta:
        ordering = ("scheme", "id")
        verbose_name_plural = "scheme categories"
        constraints = (
            unique("schemecategory", "duplicate", ("scheme", "code"), "The scheme has this code."),
        )

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"


class CategoryMapping(models.Model):
    """How one of our categories relates to one of another scheme."""

    category = models.ForeignKey(Category, models.CASCADE, related_name="mappings")
    scheme_category = models.ForeignKey(SchemeCategory, models.PROTECT, related_name="mappings")
    match = models.CharField(max_length=10, choices=MappingMatch)

    class Meta:
        ordering = ("scheme_category",)
        constraints = (
            unique(
                "categorymapping",
                "duplicate",
                ("category", "scheme_category"),
                "The category is mapped to this one already.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.category_id} {self.match} {self.scheme_category_id}"
