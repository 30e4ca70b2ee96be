"""Groups of claims, compared with what each claim says by itself."""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from itertools import product
from operator import attrgetter

import pytest
from django.db import transaction
from django.db.models import Q
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.groups.claims import BY
from records.analysis.groups.groups import claim_groups
from records.analysis.groups.question import Question
from records.models import Claim
from tests.analysis.groups import drawn
from tests.analysis.groups.again import REPLACING, RESTATING, interval, last_day, summed_twice

pytestmark = pytest.mark.django_db

ALIKE = attrgetter(
    "metric", "mode", "currency", "unit_code", "temporal_mode", "period", "period_length"
)
"""What figures of one thing have in common that only their words tell apart."""

FIRMNESS = {"reported": "fact", "official_statement": "fact"}
"""What is told as fact; all else is as firm as its modality."""

INSIDE = {"implements", "subcontract_of", "amends"}


def span(claim, length):
    """Say within which year or quarter a claim's date lies."""
    first, last = claim.occurred_earliest, claim.occurred_latest
    if not first and not last:
        return {None}
    if not first or not last:
        return {"imprecise"}
    names = {
        "year": [f"{day.year}" for day in (first, last)],
        "quarter": [f"{day.year}-Q{(day.month + 2) // 3}" for day in (first, last)],
    }[length]
    return {names[0]} if names[0] == names[1] else {"imprecise"}


def cut(codes, depth):
    return {".".join(code.split(".")[:depth]) for code in codes}


def parties(claim):
    return [
        party
        for agreement in claim.agreements.all()
        if agreement.review_status == "published"
        for party in agreement.parties.all()
    ]


def read(claim, name, depth):
    """List the values that a claim has of one key, None alone for the unknown."""
    codes = [category.code for category in claim.categories.all()]
    codes += [weapon.category_id for weapon in claim.weapon_systems.all()]
    cited = [citation.source for citation in claim.citations.all()]
    values = {
        "kind": {claim.kind},
        "modality": {claim.modality},
        "country": {link.country for link in claim.country_links.all()},
        "organization": {each.public_id for each in claim.organizations.all()},
        "weapon_system": {each.public_id for each in claim.weapon_systems.all()},
        "category": cut(codes, depth),
        "year": span(claim, "year"),
        "quarter": span(claim, "quarter"),
        "role": {party.role for party in parties(claim)},
        "source": {source.public_id for source in cited},
        "reliability": {source.reliability for source in cited},
    }
    return values[name] or {None}


OF_PARTY = {
    "role": lambda party: party.role,
    "country": lambda party: party.organization.country or None,
    "organization": lambda party: party.organization.public_id,
}


def keys_of(claim, by, depth):
    """List the groups that a claim is in."""
    if "role" in by and set(by) <= set(OF_PARTY):
        found = {tuple(OF_PARTY[name](party) for name in by) for party in parties(claim)}
        return found or {(None,) * len(by)}
    return set(product(*(read(claim, name, depth) for name in by)))


def reach(start, edges):
    seen, ahead = set(), [start]
    while ahead:
        for other in edges[ahead.pop()]:
            if other not in seen:
                seen.add(other)
                ahead.append(other)
    return seen


def claims_taken_back():
    return {
        relation.other_id
        for claim in Claim.objects.filter(review_status="published")
        for relation in claim.relations.all()
        if relation.kind == "retracts"
    }


def told_once(claims):
    """Leave out claims that lead, over any number of steps, to one that leads no further."""
    yields, replaced, taken_back = defaultdict(set), set(), claims_taken_back()
    numbers = {claim.pk for claim in claims}
    for claim in claims:
        for relation in claim.relations.all():
            if relation.other_id not in numbers or claim.pk in taken_back:
                continue
            if relation.kind in RESTATING:
                yields[claim.pk].add(relation.other_id)
            if relation.kind in REPLACING:
                yields[relation.other_id].add(claim.pk)
                replaced.add(relation.other_id)
    standing = set()
    for number in numbers:
        others = reach(number, yields)
        in_circle = all(number in reach(other, yields) for other in others)
        best = min({number, *others}, key=lambda each: (each in replaced, each))
        if in_circle and best == number:
            standing.add(number)
    return [claim for claim in claims if claim.pk in standing], numbers - standing, replaced


def wholes(agreement):
    """List the published agreements that one is part of; in a circle, those with lower numbers."""

    def up(one):
        return [
            relation.other
            for relation in one.relations.all()
            if relation.kind in INSIDE
            and {one.review_status, relation.other.review_status} == {"published"}
        ]

    class Edges(dict):
        def __missing__(self, key):
            return up(key)

    above = reach(agreement, Edges())
    return {
        other for other in above - {agreement}
        if agreement not in reach(other, Edges()) or other.pk < agreement.pk
    }  # fmt: skip


def speaker(claim):
    return claim.said_by_id or claim.speaker_name or None


def about(claim):
    return (
        {each.pk for each in claim.agreements.all()},
        {each.pk for each in claim.organizations.all()},
        {link.country for link in claim.country_links.all()},
    )


def counted_thing(figure):
    """Name what is counted; by words, too, where no code says it or a claim has two of a code."""
    coded = figure.weapon_system_id or figure.category_id
    told_apart = any(
        (other.weapon_system_id or other.category_id, *ALIKE(other)) == (coded, *ALIKE(figure))
        and other.object_words != figure.object_words
        for other in figure.claim.measures.all()
    )
    return coded, figure.object_words if told_apart or not coded else ""


def groups_of(figure, by, depth):
    """List the groups that a figure is summed in: of what it counts, or else of its claim."""
    weapon = figure.weapon_system
    category = figure.category_id or (weapon and weapon.category_id)
    found = keys_of(figure.claim, by, depth)
    if category:
        own = {"category": next(iter(cut([category], depth))),
               "weapon_system": weapon and weapon.public_id}  # fmt: skip
        found = {tuple(own.get(name, value) for name, value in zip(by, key, strict=True))
                 for key in found}  # fmt: skip
    return found


def later_total(one, other):
    """Tell whether another figure is a later total that includes this one."""
    same = (
        speaker(one.claim) is not None
        and one.period_earliest
        and last_day(one)
        and last_day(other)
        and speaker(one.claim) == speaker(other.claim)
        and about(one.claim) == about(other.claim)
        and counted_thing(one) == counted_thing(other)
        and one.period_earliest == other.period_earliest
    )
    ends = [
        (last_day(each), each.claim.occurred_latest or date.min, each.claim_id)
        for each in (one, other)
    ]
    return bool(same) and ends[0] < ends[1]


def is_part(one, others):
    """Tell whether all agreements that a figure is of are parts of some with a figure."""
    own = set(one.claim.agreements.all())
    heads = [agreement for agreement in own if not wholes(agreement) & own]
    return bool(heads) and all(
        any(wholes(head) & set(other.claim.agreements.all()) for other in others) for head in heads
    )


def exact(ends):
    """Sum without rounding; nothing is known of a sum with an unbounded end."""
    known = list(ends)
    return None if None in known else sum(map(Fraction, known))


def days(figure):
    """Give the first and the last day that a figure is for: its own, else its claim's."""
    if figure.period:
        return figure.period_earliest, last_day(figure)
    return figure.claim.occurred_earliest, figure.claim.occurred_latest


def reaches_outside(figure, dates):
    """Tell whether a figure has days of its own that are of another year or quarter."""
    own = [day and {"year": f"{day.year}", "quarter": f"{day.year}-Q{(day.month + 2) // 3}"}
           for day in days(figure)]  # fmt: skip
    return bool(figure.period) and any(
        day is None or day[name] != value for day in own for name, value in dates.items()
    )


def together(ends, choose):
    known = list(ends)
    return None if None in known else choose(known)


def summed(figures, dates, *, guarded, left_out):
    """Sum the figures of one group, of one year or quarter if it has `dates`, by unit."""
    units = defaultdict(list)
    for figure in figures:
        firmness = FIRMNESS.get(figure.claim.modality, figure.claim.modality)
        units[figure.metric, figure.temporal_mode, firmness, figure.currency].append(figure)
    sums = {}
    for unit, alike in units.items():
        kept = alike
        if guarded:
            kept = [one for one in alike if not any(later_total(one, other) for other in alike)]
            left_out["running_totals"] |= {one.pk for one in alike} - {one.pk for one in kept}
            whole = [one for one in kept if not is_part(one, kept)]
            left_out["parts"] |= {one.pk for one in kept} - {one.pk for one in whole}
            kept = whole
        ends = [interval(one) for one in kept]
        sums[unit] = (
            len(kept),
            len({speaker(one.claim) for one in kept} - {None}),
            exact(end.low for end in ends),
            exact(end.high for end in ends),
            together((days(one)[0] for one in kept), min),
            together((days(one)[1] for one in kept), max),
            sum(reaches_outside(one, dates) for one in kept),
        )
    return sums


def opposed(claim):
    """Tell whether a published claim contradicts a claim or the other way, and stands by it."""
    every = [*claim.relations.all(), *claim.relations_from.all()]
    taken_back = claims_taken_back()
    return any(
        relation.kind == "contradicts" and relation.claim_id not in taken_back
        and {relation.claim.review_status, relation.other.review_status} == {"published"}
        for relation in every
    )  # fmt: skip


def compare(by, depth, *, guarded, metric, kinds=("aid", "order")):
    where = Q(metric=metric) if metric else Q()
    selection = Claim.objects.published().filter(kind__in=kinds)
    if metric:
        selection = selection.filter(pk__in=Claim.objects.filter(measures__metric=metric))
    every, gone, replaced = list(selection), set(), set()
    claims, twice = every, (set(), set())
    if guarded:
        claims, gone, replaced = told_once(every)
        twice = summed_twice(every, Claim.objects.published(), claims_taken_back(), where)

    found = claim_groups(
        selection,
        Question(by, depth, where, summed=bool(metric), guarded=guarded, limit=100),
    )

    members = defaultdict(list)
    for claim in claims:
        for key in keys_of(claim, by, depth):
            members[key].append(claim)
    left_out = {"running_totals": set(), "parts": set()}
    absolute = {
        claim.pk: [each for each in claim.measures.filter(where) if each.mode == "absolute"]
        for claim in every
    }
    said = {
        claim.pk: [each for each in absolute[claim.pk] if each.pk not in twice[0] | twice[1]]
        for claim in every if claim.modality != "denial"
    }  # fmt: skip
    usable = {number: list(filter(interval, figures)) for number, figures in said.items()}
    figured = defaultdict(list)
    for figure in (figure for of_claim in usable.values() if metric for figure in of_claim):
        for key in groups_of(figure, by, depth):
            figured[key].append(figure)
    expected = {
        key: (
            len(group),
            sum(not claim.measures.filter(where) for claim in group),
            sum(bool(claim.measures.filter(where)) and not absolute[claim.pk] for claim in group),
            sum(opposed(claim) for claim in group),
            summed(figured[key],
                   {name: value for name, value in zip(by, key, strict=True)
                    if name in ("year", "quarter") and value not in (None, "imprecise")},
                   guarded=guarded, left_out=left_out) if metric else None,
        )
        for key, group in ((key, members[key]) for key in {*members, *figured})
    }  # fmt: skip
    assert shown(found) == expected
    assert list(shown(found)) == sorted(
        expected,
        key=lambda key: (-expected[key][0], *((each is None, number(each)) for each in key)),
    )
    assert (found.total, found.further_groups) == (len(claims), 0)
    assert (found.restatements, found.replaced) == (len(gone - replaced), len(gone & replaced))
    if metric:
        figures = found.figures_left_out
        denied = [each.pk for claim in every if claim.modality == "denial"
                  for each in absolute[claim.pk]]  # fmt: skip
        told = {each.pk for each_of in absolute.values() for each in each_of} - set(denied)
        assert figures.denied == len(denied)
        assert figures.replaced_figures == len(told & twice[0])
        assert figures.restated_figures == len(told & twice[1] - twice[0])
        assert figures.unusable == sum(map(len, said.values())) - sum(map(len, usable.values()))
        assert figures.running_totals == len(left_out["running_totals"])
        assert figures.parts == len(left_out["parts"])


def number(value):
    """Order public ids by their number and everything else as it is."""
    prefix, _, digits = (value or "").partition("-")
    return f"{int(digits):09}" if prefix in {"ORG", "WPN", "SRC"} else value or ""


def shown(found):
    return {
        tuple(term.value if term else None for term in group.terms): (
            group.count, group.without_value, group.relative_only, group.disputed,
            None if group.sums is None else {
                (each.unit.metric, each.unit.temporal_mode, each.unit.firmness, each.unit.currency):
                (each.figures, each.speakers, exact([each.low]), exact([each.high]),
                 each.earliest, each.latest, each.reaches_outside)
                for each in group.sums
            },
        )
        for group in found.groups
    }  # fmt: skip


DRAWN = {"derandomize": True, "database": None, "deadline": None, "max_examples": 25}


OF_FIGURES = ("category", "weapon_system")
"""Drawn twice as often, because their sums are told apart figure by figure."""


@given(
    register=drawn.registers,
    by=st.lists(st.sampled_from((*BY, *OF_FIGURES)), min_size=1, max_size=2, unique=True).map(
        tuple
    ),
    depth=st.integers(1, 3),
    guarded=st.booleans(),
    metric=st.sampled_from(["", "equipment_losses", "equipment_losses"]),
    kinds=st.sampled_from([("aid", "order"), ("aid",)]),
)
@settings(**DRAWN)
def test_groups_are_what_claims_say(*, register, by, depth, guarded, metric, kinds):
    with transaction.atomic():
        drawn.store(register)
        compare(by, depth, guarded=guarded, metric=metric, kinds=kinds)
        transaction.set_rollback(True)


@given(register=drawn.alike_registers, by=st.sampled_from([("kind",), ("source",)]))
@settings(**DRAWN)
def test_no_quantity_is_summed_twice(register, by):
    with transaction.atomic():
        drawn.store(register)
        compare(by, 1, guarded=True, metric="equipment_losses")
        transaction.set_rollback(True)
