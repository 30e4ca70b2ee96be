"""Figures as questions over many of them answer."""

from typing import Any

from rest_framework import serializers

from records.enums import (
    ClaimRelationKind,
    Credibility,
    DateBasis,
    MeasureMode,
    Metric,
    Modality,
    Qualifier,
    TemporalMode,
)
from records.representations.base import ImpreciseDateSerializer, PlainDecimalField
from records.representations.briefs import (
    AgreementBrief,
    ClaimBrief,
    OrganizationBrief,
    WeaponSystemBrief,
)
from records.representations.support import GradedSourceSerializer


def decimal(help_text: str) -> PlainDecimalField:
    """Describe a number that can be unknown or unbounded."""
    return PlainDecimalField(
        max_digits=30, decimal_places=6, allow_null=True, help_text=help_text
    )  # fmt: skip


def firmness_field() -> serializers.ChoiceField:
    """Describe how firmly figures are told."""
    return serializers.ChoiceField(
        choices=("fact", *Modality.values),
        help_text="`fact` for what is reported or officially stated, else the modality.",
    )


class SubjectSerializer(serializers.Serializer[Any]):
    """Whose figures these are; all empty when the claims name nothing that they are about.

    The agreements that the claims name, else the organizations, else the countries.
    """

    agreements = AgreementBrief(many=True)
    organizations = OrganizationBrief(many=True)
    countries = serializers.ListField(
        child=serializers.CharField(), help_text="ISO 3166-1 alpha-2 codes."
    )


class MeasuredSerializer(serializers.Serializer[Any]):
    """What figures that are compared have in common."""

    metric = serializers.ChoiceField(choices=Metric.choices)
    weapon_system = WeaponSystemBrief(allow_null=True)
    category = serializers.CharField(
        allow_null=True, help_text="Category code, unless a weapon system is counted."
    )
    words = serializers.CharField(
        allow_null=True,
        help_text="Words for what is counted, folded: where no code says it, or where a claim "
        "tells two figures of one category apart by them.",
    )
    unit_code = serializers.CharField(allow_null=True, help_text="UN/CEFACT code.")
    unit_words = serializers.CharField(
        allow_null=True, help_text="The unit in the source's words, where it has no code."
    )
    currency = serializers.CharField(allow_null=True, help_text="ISO 4217 code.")
    temporal_mode = serializers.ChoiceField(choices=TemporalMode.choices)
    firmness = firmness_field()
    period_length = serializers.CharField(
        allow_null=True, help_text="ISO 8601 duration, when only the period's length is stated."
    )


class FigureSerializer(serializers.Serializer[Any]):
    """A figure as reported, with who said it where."""

    claim = ClaimBrief()
    position = serializers.IntegerField(help_text="Place of the measure in its claim, from 0.")
    object_words = serializers.CharField(
        allow_null=True, help_text="What is counted, in the source's words."
    )
    mode = serializers.ChoiceField(choices=MeasureMode.choices)
    qualifier = serializers.ChoiceField(choices=Qualifier.choices)
    value = decimal("The figure; null for a range.")
    value_min = decimal("Lower end of a range.")
    value_max = decimal("Upper end of a range.")
    period = ImpreciseDateSerializer(allow_null=True)
    basis = serializers.ChoiceField(
        choices=DateBasis.choices,
        allow_null=True,
        help_text="Whether `period` is the figure's own, or says when what is claimed happened.",
    )
    modality = serializers.ChoiceField(choices=Modality.choices)
    credibility = serializers.ChoiceField(choices=Credibility.choices)
    said_by = OrganizationBrief(allow_null=True)
    speaker_name = serializers.CharField(allow_null=True)
    sources = GradedSourceSerializer(many=True)


class ReplacementSerializer(serializers.Serializer[Any]):
    """The claim that replaces a figure."""

    claim = ClaimBrief()
    kind = serializers.ChoiceField(choices=ClaimRelationKind.choices)
