"""Pairs that hang together, as groups."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from records.analysis.conflicts.pairs import Member, Pair
from records.analysis.figures.comparing import Measured
from records.analysis.figures.subjects import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of one metric and object that are connected through their figures.

    `subject` is what the pairs are about, together; `measured` is missing for claims that are
    marked as contradicting. `count` and `open` tell all pairs and the unresolved ones, of which
    `pairs` are the first.
    """

    subject: Subject
    measured: Measured | None
    pairs: Sequence[Pair]
    count: int
    open: int

    @property
    def members(self) -> list[Member]:
        """The figures of the pairs, or the claims, in order."""
        return sorted({each for pair in self.pairs for each in (pair.one, pair.other)})


def grouped(pairs: Iterable[Pair]) -> list[Group]:
    """Connect pairs to groups: open ones first, then the largest, then by claim."""
    together: dict[Member, list[Pair]] = defaultdict(list)
    every = sorted(pairs, key=lambda pair: (pair.one, pair.other))
    leaders = _leaders(every)
    for pair in every:
        together[leaders[pair.one]].append(pair)
    groups = [_group(each) for each in together.values()]
    return sorted(groups, key=lambda group: (group.open == 0, -group.count, group.pairs[0].one))


def cut(groups: Sequence[Group], most: int) -> list[Group]:
    """Keep so many pairs: of the group that has too many its first ones, and no group after it."""
    kept = []
    for group in groups:
        if most <= 0:
            break
        pairs = group.pairs[:most]
        kept.append(Group(group.subject, group.measured, pairs, group.count, group.open))
        most -= len(pairs)
    return kept


def _group(pairs: Sequence[Pair]) -> Group:
    unsolved = sum(each.resolution is None for each in pairs)
    return Group(_together(pairs), pairs[0].measured, pairs, len(pairs), unsolved)


def _together(pairs: Sequence[Pair]) -> Subject:
    """Put together what the pairs are about, in the sense of the first that is about something."""
    known = [each.subject for each in pairs if each.subject.kind != SubjectKind.UNKNOWN]
    if not known:
        return pairs[0].subject
    kind = known[0].kind
    return Subject(kind, tuple(sorted({key for each in known if each.kind == kind
                                       for key in each.keys})))  # fmt: skip


def _leaders(pairs: Iterable[Pair]) -> dict[Member, Member]:
    """Name for each member the one that stands for all that it is connected with."""
    above: dict[Member, Member] = {}

    def top(member: Member) -> Member:
        while above.setdefault(member, member) != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    for pair in pairs:
        one, other = sorted((top(pair.one), top(pair.other)))
        above[other] = one
    return {member: top(member) for member in above}
