"""Claims counted, and their figures summed, by one or two of their features."""

from django.db.models import QuerySet

from records.analysis.groups.claims import keys_of
from records.analysis.groups.counting import Counts, count
from records.analysis.groups.guard import claims_again, read_again
from records.analysis.groups.keys import Key, term
from records.analysis.groups.question import Group, Groups, Question
from records.analysis.groups.summing import Summed, summed
from records.models import Claim
from records.querysets.statements import among


def claim_groups(claims: QuerySet[Claim], asked: Question) -> Groups:
    """Group published claims: one query, one for the guard, two for sums and four for their guard.

    Claims that would count twice are not counted, but those of their figures that would not are
    summed. Counting reads each claim of the selection, its keys and its figures: a question about
    all claims scans their tables.
    """
    relations = read_again(claims) if asked.guarded else []
    again = claims_again(relations)
    keys = keys_of(asked.by, asked.depth)
    sums = summed(claims, keys, asked, relations)
    left_out = again.restatements | again.replaced
    selection = claims.exclude(pk__in=among(left_out)) if left_out else claims
    counted = count(selection, keys, asked, sums.sums or ())
    return Groups(
        groups=tuple(_group(keys, each, sums) for each in counted),
        total=counted[0].total if counted else 0,
        further_groups=counted[0].groups - len(counted) if counted else 0,
        restatements=len(again.restatements),
        replaced=len(again.replaced),
        sums=sums.state,
        figures_left_out=sums.left_out,
    )


def _group(keys: list[Key], counts: Counts, sums: Summed) -> Group:
    terms = (term(*each) for each in zip(keys, counts.keys, counts.names, strict=True))
    return Group(
        terms=tuple(terms),
        count=counts.claims,
        without_value=counts.without_value,
        relative_only=counts.relative_only,
        disputed=counts.disputed,
        sums=sums.of(counts.keys),
    )
