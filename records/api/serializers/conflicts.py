"""The answer on conflicts."""

from typing import Any

from rest_framework import serializers

from records.api.serializers.figures import (
    FigureSerializer,
    MeasuredSerializer,
    ReplacementSerializer,
    SubjectSerializer,
    decimal,
)
from records.enums import ConflictBasis, ConflictCertainty, Credibility
from records.representations.briefs import ClaimBrief
from records.representations.support import GradedSourceSerializer


class ConflictingFigureSerializer(FigureSerializer):
    """A figure of a pair, and the numbers that it leaves possible."""

    min = decimal("Least number possible; null is unbounded.")
    max = decimal("Greatest number possible; null is unbounded.")
    replaced_by = ReplacementSerializer(allow_null=True)


class ConflictingClaimSerializer(serializers.Serializer[Any]):
    """A claim of a marked pair, with its grades."""

    claim = ClaimBrief()
    credibility = serializers.ChoiceField(choices=Credibility.choices)
    sources = GradedSourceSerializer(many=True)


class MemberSerializer(serializers.Serializer[Any]):
    """One side of a pair: a measure of a claim, or a claim as a whole."""

    claim = serializers.CharField(help_text="Public id.")
    position = serializers.IntegerField(
        allow_null=True, help_text="Place of the measure in its claim; null for the whole claim."
    )


class ResolutionSerializer(serializers.Serializer[Any]):
    """The claim that settles a pair, and what it does to which one."""

    claim = ClaimBrief()
    kind = serializers.ChoiceField(choices=("retracts", "corrects", "narrows", "updates"))
    other = ClaimBrief()


class PairSerializer(serializers.Serializer[Any]):
    """Two claims that cannot both hold."""

    one = MemberSerializer()
    other = MemberSerializer()
    basis = serializers.ChoiceField(
        choices=ConflictBasis.choices, help_text="Why they cannot both hold."
    )
    certainty = serializers.ChoiceField(
        choices=ConflictCertainty.choices,
        help_text="`possible` where the dates, or an approximate figure, leave a way out.",
    )
    resolution = ResolutionSerializer(allow_null=True)


class ConflictGroupSerializer(serializers.Serializer[Any]):
    """Pairs that hang together."""

    subject = SubjectSerializer()
    measured = MeasuredSerializer(
        allow_null=True, help_text="Null for claims that are marked as contradicting."
    )
    pair_count = serializers.IntegerField(help_text="Pairs of the group, shown or not.")
    open_count = serializers.IntegerField(help_text="Those of them without resolution.")
    origin_groups = serializers.IntegerField(
        help_text="Texts that the claims shown go back to; copies of one text are one voice."
    )
    figures = ConflictingFigureSerializer(many=True)
    claims = ConflictingClaimSerializer(
        many=True, help_text="Claims that are marked as contradicting."
    )
    pairs = PairSerializer(many=True)


class LeftOutOfConflictsSerializer(serializers.Serializer[Any]):
    """What was not compared, by figures, and what is not shown, by pairs."""

    denied = serializers.IntegerField(help_text="Figures that their claim denies.")
    without_value = serializers.IntegerField(help_text="Figures without a possible number.")
    undated = serializers.IntegerField(help_text="Figures of which no date is known.")
    beyond_limit = serializers.IntegerField(help_text="Further pairs.")
    more_pairs = serializers.BooleanField(
        help_text="Whether there are more pairs than the 100,000 that are looked for."
    )
    not_read = serializers.IntegerField(
        help_text="Figures of older claims, beyond the 50,000 of the newest ones."
    )


class ConflictsSerializer(serializers.Serializer[Any]):
    """Groups of claims that cannot all hold: those with open pairs first, then the largest."""

    limit = serializers.IntegerField(help_text="How many pairs are shown at most.")
    left_out = LeftOutOfConflictsSerializer()
    results = ConflictGroupSerializer(many=True)


class SideSerializer(serializers.Serializer[Any]):
    """One side of a pair in a table."""

    claim = serializers.CharField(help_text="Public id.")
    text = serializers.CharField(help_text="The statement, verbatim.")
    position = serializers.IntegerField(allow_null=True)
    period = serializers.CharField(allow_null=True, help_text="EDTF date.")
    min = decimal("Least number possible.")
    max = decimal("Greatest number possible.")
    said_by = serializers.CharField(allow_null=True, help_text="Public id.")
    credibility = serializers.CharField(allow_null=True)
    sources = serializers.ListField(child=serializers.CharField(), help_text="Ids.")


class ConflictRowSerializer(serializers.Serializer[Any]):
    """A pair as a row of a table."""

    group = serializers.IntegerField(help_text="Number of the group, from 1.")
    subject = serializers.ListField(child=serializers.CharField(), help_text="Ids or countries.")
    measured = MeasuredSerializer(allow_null=True)
    one = SideSerializer()
    other = SideSerializer()
    basis = serializers.ChoiceField(choices=ConflictBasis.choices)
    certainty = serializers.ChoiceField(choices=ConflictCertainty.choices)
    resolution = ResolutionSerializer(allow_null=True)
