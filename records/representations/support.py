"""What public claims say about each fact of a record: claims with their grades, and a state.

A fact is a field of the document that says something, or one row of a list. Evidence about a list
as a whole counts for each of its rows.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rest_framework import serializers

from records.enums import Credibility, EvidenceStance, EvidenceState, Reliability, ReviewStatus
from records.models import Claim, Record
from records.representations.briefs import ClaimBrief
from records.representations.facts import EVIDENCE, FACTS
from records.values.evidence import Said, origin_of, state_of
from records.values.public_ids import RecordType, format_public_id, parse_public_id
from records.values.row_names import row_names

Content = Mapping[str, Any]
"""A parsed document."""

_UNSAID: tuple[Any, ...] = (None, [], "unknown")
"""Values of fields that state nothing."""


class GradedSourceSerializer(serializers.Serializer[Any]):
    """A source that a claim cites, with its grade."""

    id = serializers.CharField(help_text="Public id.")
    reliability = serializers.ChoiceField(choices=Reliability.choices)
    origin_group = serializers.CharField(
        allow_null=True, help_text="Sources that go back to one text share it; null is its own."
    )


class GradedClaimSerializer(serializers.Serializer[Any]):
    """A claim that says something about a fact, with its grades."""

    claim = ClaimBrief()
    stance = serializers.ChoiceField(choices=EvidenceStance.choices)
    quote = serializers.CharField(allow_null=True)
    review_status = serializers.ChoiceField(choices=ReviewStatus.choices)
    credibility = serializers.ChoiceField(choices=Credibility.choices)
    sources = GradedSourceSerializer(many=True)


class EvidencedFactSerializer(serializers.Serializer[Any]):
    """A field, or one row of a list, with the claims about it and what follows from them."""

    field = serializers.CharField(help_text="Field of the record.")
    row = serializers.CharField(
        allow_null=True, help_text="Row of a list, named as in `evidence`; null for a plain field."
    )
    state = serializers.ChoiceField(
        choices=EvidenceState.choices, help_text="What follows from the published claims."
    )
    claims = GradedClaimSerializer(many=True)


@dataclass(slots=True)
class Grade:
    """The grades of a claim, and the sources that it cites."""

    review_status: str
    credibility: str
    sources: list[dict[str, str | None]] = field(default_factory=list)

    def said(self, stance: str) -> Said:
        """Say what the claim says and which texts it goes back to."""
        origins = (origin_of(str(each["id"]), each["origin_group"] or "") for each in self.sources)
        return Said(EvidenceStance(stance), frozenset(origins))


def claims_in(content: Content) -> set[int]:
    """Collect the numbers of the claims in a document's evidence."""
    return {_number(row) for row in content[EVIDENCE]}


def read_grades(claims: Collection[int], *, drafts: bool) -> dict[int, Grade]:
    """Read the grades of claims in one query, of published ones only unless drafts are seen."""
    seen = Claim.objects.all() if drafts else Claim.objects.published()
    rows = seen.filter(pk__in=claims).order_by("citations__position")
    grades: dict[int, Grade] = {}
    for number, status, credibility, source, reliability, group in rows.values_list(
        "pk", "review_status", "credibility",
        "citations__source", "citations__source__reliability", "citations__source__origin_group",
    ):  # fmt: skip
        grade = grades.setdefault(number, Grade(status, credibility))
        if source is not None:
            shown = format_public_id(RecordType.SOURCE, source)
            cited = {"id": shown, "reliability": reliability, "origin_group": group or None}
            if cited not in grade.sources:
                grade.sources.append(cited)
    return grades


def evidenced_facts(
    model: type[Record], content: Content, grades: Mapping[int, Grade]
) -> list[dict[str, Any]]:
    """Show every fact of a document with the claims about it that have been read."""
    about: dict[tuple[str, str | None], list[Content]] = defaultdict(list)
    for row in content[EVIDENCE]:
        if _number(row) in grades:
            about[row["field"], row["row"]].append(row)
    return [
        _fact(name, row, [*about[name, row], *(about[name, None] if row else ())], grades)
        for name in FACTS[model]
        for row in _rows(content, name, about)
    ]


def _rows(content: Content, name: str, about: Collection[Any]) -> Iterable[str | None]:
    """Name the facts of a field: its rows, or itself if it says something or is spoken about."""
    names = row_names(content, name)
    stated = content[name] not in _UNSAID or (name, None) in about
    return names or ([None] if stated else [])


def _fact(
    name: str, row: str | None, rows: list[Content], grades: Mapping[int, Grade]
) -> dict[str, Any]:
    pairs = [(each, grades[_number(each)]) for each in rows]
    public = [grade.said(each["stance"]) for each, grade in pairs
              if grade.review_status == ReviewStatus.PUBLISHED]  # fmt: skip
    return {
        "field": name,
        "row": row,
        "state": state_of(public).value,
        "claims": [
            {
                "claim": each["claim"],
                "stance": each["stance"],
                "quote": each["quote"],
                "review_status": grade.review_status,
                "credibility": grade.credibility,
                "sources": grade.sources,
            }
            for each, grade in pairs
        ],
    }


def _number(row: Content) -> int:
    return parse_public_id(row["claim"]["id"], RecordType.CLAIM)
