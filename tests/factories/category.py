"""Reference data."""

import factory
from factory.django import DjangoModelFactory

from records.enums import MappingMatch, Scheme
from records.models import Category, CategoryMapping, SchemeCategory


class CategoryFactory(DjangoModelFactory):
    """A category; one that is stored already is taken as it is."""

    class Meta:
        model = Category
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda number: f"category_{number}")
    name = factory.LazyAttribute(lambda made: f"Category {made.code}")
    definition = factory.LazyAttribute(lambda made: f"What belongs to {made.code}.")


class SchemeCategoryFactory(DjangoModelFactory):
    class Meta:
        model = SchemeCategory

    scheme = Scheme.UNROCA
    code = factory.Sequence(lambda number: f"code-{number}")
    title = factory.LazyAttribute(lambda made: f"Title of {made.code}")


class CategoryMappingFactory(DjangoModelFactory):
    class Meta:
        model = CategoryMapping

    category = factory.SubFactory(CategoryFactory)
    scheme_category = factory.SubFactory(SchemeCategoryFactory)
    match = MappingMatch.EXACT
