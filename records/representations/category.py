"""Public shape of a weapon category, with its crosswalk to other classifications."""

from typing import Any

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from records.enums import Scheme
from records.models import Category, CategoryMapping
from records.representations.base import RowSerializer
from records.representations.links import API_ROOT

WITH_MAPPINGS = Prefetch(
    "mappings",
    CategoryMapping.objects.select_related("scheme_category").order_by("scheme_category"),
)
"""Loads what a category's shape shows of the crosswalk, in one query."""


class CategoryMappingSerializer(RowSerializer):
    """How the category relates to one of another classification."""

    scheme = serializers.ChoiceField(source="scheme_category.scheme", choices=Scheme.choices)
    code = serializers.CharField(source="scheme_category.code", help_text="Code in the scheme.")
    title = serializers.CharField(source="scheme_category.title", help_text="Title in our words.")

    class Meta:
        model = CategoryMapping
        fields = ("scheme", "code", "title", "match")


class CategorySerializer(RowSerializer):
    """A class of weapons or equipment."""

    code = serializers.CharField(help_text="Path in the tree, such as artillery.towed.")
    url = serializers.SerializerMethodField(help_text="Path of the category in the API.")
    name = serializers.CharField(help_text="Name, in the plural where there is one.")
    definition = serializers.CharField(help_text="What belongs to it.")
    parent = serializers.CharField(  # type: ignore[assignment] # REST framework takes it out
        source="parent_code", allow_null=True, help_text="Code of the category above."
    )
    depth = serializers.SerializerMethodField(help_text="How many categories are above it.")
    mappings = CategoryMappingSerializer(many=True)

    class Meta:
        model = Category
        fields: tuple[str, ...] = (
            "code",
            "url",
            "name",
            "definition",
            "parent",
            "depth",
            "mappings",
        )

    @extend_schema_field({"type": "string", "format": "uri-reference"})
    def get_url(self, category: Category) -> str:
        """Path of the category."""
        return f"{API_ROOT}/categories/{category.code}/"

    @extend_schema_field({"type": "integer", "minimum": 0})
    def get_depth(self, category: Category) -> int:
        """Count the categories above."""
        return category.code.count(".")


class CategoryDetailSerializer(CategorySerializer):
    """A class of weapons or equipment, with those directly below it."""

    # The caller has read them and gives them as `children` in the context.
    children = serializers.SerializerMethodField(help_text="Codes of the categories below it.")

    class Meta(CategorySerializer.Meta):
        fields = (*CategorySerializer.Meta.fields, "children")

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_children(self, category: Category) -> list[str]:  # noqa: ARG002 REST framework's signature
        """Codes directly below."""
        children: list[str] = self.context["children"]
        return children


class CategoryListSerializer(serializers.Serializer[Any]):
    """Categories, parents before their children."""

    results = CategorySerializer(many=True)
