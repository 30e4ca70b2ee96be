"""Competitor (b): the usual Django REST framework, as a good tutorial has it.

Nested model serializers with their relations prefetched, a ModelViewSet, page numbers and
django-filter. It shows the facts of a claim that our API shows, except what is derived. Stored
documents, which a usual project would not have, are not read.
"""

from django.db.models import Prefetch, QuerySet
from django.urls import include, path
from rest_framework import serializers
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ModelViewSet

from records.models import (
    Agreement,
    Citation,
    Claim,
    ClaimCategory,
    ClaimCountry,
    ClaimRelation,
    Measure,
    Organization,
    Source,
    WeaponSystem,
)


class OrganizationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Organization
        fields = ("id", "name", "kind", "country")


class WeaponSystemSerializer(serializers.ModelSerializer):
    class Meta:
        model = WeaponSystem
        fields = ("id", "designation", "category")


class AgreementSerializer(serializers.ModelSerializer):
    class Meta:
        model = Agreement
        fields = ("id", "title", "kind")


class SourceSerializer(serializers.ModelSerializer):
    class Meta:
        model = Source
        fields = ("id", "title", "kind")


class CitationSerializer(serializers.ModelSerializer):
    source = SourceSerializer()

    class Meta:
        model = Citation
        fields = ("source", "locator", "quote")


class OtherClaimSerializer(serializers.ModelSerializer):
    class Meta:
        model = Claim
        fields = ("id", "text", "kind")


class RelationSerializer(serializers.ModelSerializer):
    other = OtherClaimSerializer()

    class Meta:
        model = ClaimRelation
        fields = ("kind", "other")


class MeasureSerializer(serializers.ModelSerializer):
    weapon_system = WeaponSystemSerializer()

    class Meta:
        model = Measure
        fields = (
            "metric", "weapon_system", "category", "object_words", "mode", "qualifier", "value",
            "value_min", "value_max", "precision", "unit_code", "unit_words", "currency", "period",
            "period_earliest", "period_latest", "period_words", "period_length",
            "period_unresolved", "baseline_period", "baseline_period_earliest",
            "baseline_period_latest", "baseline_words", "superlative", "temporal_mode", "due",
            "due_earliest", "due_latest", "outcome",
        )  # fmt: skip


class CategorySerializer(serializers.ModelSerializer):
    class Meta:
        model = ClaimCategory
        fields = ("category",)


class CountrySerializer(serializers.ModelSerializer):
    class Meta:
        model = ClaimCountry
        fields = ("country",)


class ClaimSerializer(serializers.ModelSerializer):
    said_by = OrganizationSerializer()
    agreements = AgreementSerializer(many=True)
    organizations = OrganizationSerializer(many=True)
    weapon_systems = WeaponSystemSerializer(many=True)
    categories = CategorySerializer(many=True, source="category_links")
    countries = CountrySerializer(many=True, source="country_links")
    measures = MeasureSerializer(many=True)
    citations = CitationSerializer(many=True)
    relations = RelationSerializer(many=True)

    class Meta:
        model = Claim
        fields = (
            "id", "text", "language", "kind", "modality", "said_by", "speaker_name",
            "speaker_title", "occurred", "occurred_earliest", "occurred_latest", "occurred_words",
            "occurred_unresolved", "due", "due_earliest", "due_latest", "due_words",
            "due_unresolved", "outcome", "credibility", "agreements", "organizations",
            "weapon_systems", "categories", "countries", "measures", "citations", "relations",
            "review_status", "revision", "created_at", "updated_at",
        )  # fmt: skip


def _claims() -> QuerySet:
    plain = {model: model.objects.defer("document")
             for model in (Agreement, Organization, WeaponSystem)}  # fmt: skip
    measures = Measure.objects.select_related("weapon_system").defer("weapon_system__document")
    citations = Citation.objects.select_related("source").defer("source__document")
    relations = ClaimRelation.objects.select_related("other").defer("other__document")
    return (
        Claim.objects.filter(review_status="published")
        .select_related("said_by")
        .defer("document", "said_by__document")
        .prefetch_related(
            Prefetch("agreements", plain[Agreement]),
            Prefetch("organizations", plain[Organization]),
            Prefetch("weapon_systems", plain[WeaponSystem]),
            "category_links",
            "country_links",
            Prefetch("measures", measures),
            Prefetch("citations", citations),
            Prefetch("relations", relations),
        )
        .order_by("-occurred_sort", "-id")
    )


class ClaimViewSet(ModelViewSet):
    queryset = _claims()
    serializer_class = ClaimSerializer
    filterset_fields = {
        "organizations": ["exact"],
        "occurred_latest": ["gte"],
        "occurred_earliest": ["lte"],
    }


router = DefaultRouter()
router.register("claims", ClaimViewSet)

urlpatterns = [path("api/v1/", include(router.urls))]
