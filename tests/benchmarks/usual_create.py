"""Competitor (b) of the create: the usual Django REST framework, as its documentation has it.

A ModelViewSet whose serializer takes the lists of a claim nested and creates their rows one by one.
It checks what a model serializer checks and answers with what it was sent; nothing is rendered for
later reads, and of the rules between columns none is checked before the database does.
"""

from django.db import transaction
from django.urls import include, path
from rest_framework import serializers
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ModelViewSet

from records.models import Citation, Claim, ClaimOrganization, Measure, Organization


class CitationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Citation
        fields = ("source", "locator", "quote")


class MeasureSerializer(serializers.ModelSerializer):
    class Meta:
        model = Measure
        fields = (
            "metric", "weapon_system", "category", "object_words", "mode", "qualifier", "value",
            "value_min", "value_max", "precision", "unit_code", "unit_words", "currency", "period",
            "period_words", "period_length", "period_unresolved", "baseline_period",
            "baseline_words", "superlative", "temporal_mode", "due", "outcome",
        )  # fmt: skip


class ClaimSerializer(serializers.ModelSerializer):
    citations = CitationSerializer(many=True)
    measures = MeasureSerializer(many=True)
    organizations = serializers.PrimaryKeyRelatedField(
        many=True, queryset=Organization.objects.all()
    )

    class Meta:
        model = Claim
        fields = (
            "id", "text", "language", "kind", "modality", "said_by", "speaker_name",
            "speaker_title", "occurred", "occurred_words", "occurred_unresolved", "due",
            "due_words", "due_unresolved", "outcome", "credibility", "citations", "measures",
            "organizations", "review_status", "revision", "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = ("review_status", "revision", "created_at", "updated_at")

    @transaction.atomic
    def create(self, validated_data):
        citations = validated_data.pop("citations")
        measures = validated_data.pop("measures")
        organizations = validated_data.pop("organizations")
        claim = Claim.objects.create(**validated_data, revision=1, citation_count=len(citations))
        for position, citation in enumerate(citations):
            Citation.objects.create(claim=claim, position=position, **citation)
        for position, measure in enumerate(measures):
            Measure.objects.create(claim=claim, position=position, **measure)
        for position, organization in enumerate(organizations):
            ClaimOrganization.objects.create(
                claim=claim, position=position, organization=organization
            )
        return claim


class ClaimViewSet(ModelViewSet):
    queryset = Claim.objects.prefetch_related("citations", "measures", "organizations")
    serializer_class = ClaimSerializer


router = DefaultRouter()
router.register("claims", ClaimViewSet)

urlpatterns = [path("api/v1/", include(router.urls))]
