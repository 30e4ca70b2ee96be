"""Networks, compared with what each agreement and each claim says by itself."""

from collections import Counter, defaultdict
from itertools import combinations

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.actors import Level
from records.analysis.network.graph import network
from records.analysis.network.selection import Selection
from records.models import Agreement, Claim, ClaimRelation
from tests.analysis import drawn
from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    ClaimFactory,
    ClaimRelationFactory,
    OrganizationFactory,
)
from tests.support.actors import country_number

pytestmark = pytest.mark.django_db

RESTATING = {"corroborates", "duplicates", "derives_from"}
REPLACING = {"corrects", "updates", "narrows", "retracts"}


def actor(organization, level):
    if level == "organization" or not organization.country:
        return organization.pk
    return country_number(organization.country)


def counted_once(chosen):
    """Split claims: those that count, and how many another chosen one repeats and replaces."""
    retracted = {
        relation.other for relation in ClaimRelation.objects.filter(kind="retracts")
        if relation.claim.review_status == "published"
    }  # fmt: skip
    yields = {claim: set() for claim in chosen}
    replaced = set()
    for relation in ClaimRelation.objects.all():
        claim, other = relation.claim, relation.other
        if claim not in chosen or other not in chosen or claim in retracted:
            continue
        if relation.kind in RESTATING:
            yields[claim].add(other)
        if relation.kind in REPLACING:
            yields[other].add(claim)
            replaced.add(other)

    def above(claim):
        seen, ahead = set(), [claim]
        while ahead:
            for other in yields[ahead.pop()] - seen:
                seen.add(other)
                ahead.append(other)
        return seen | {claim}

    counted = set()
    for claim in chosen:
        circle = [other for other in above(claim) if claim in above(other)]
        if len(circle) == len(above(claim)):
            counted.add(min(circle, key=lambda each: (each in replaced, each.pk)))
    out = chosen - counted
    return counted, len(out - replaced), len(out & replaced)


def agreement_sides(agreement, level, roles):
    """Map each actor of an agreement to its organizations and its roles."""
    sides = defaultdict(lambda: (set(), set()))
    for party in agreement.parties.select_related("organization"):
        if party.role in roles or not roles:
            organizations, held = sides[actor(party.organization, level)]
            organizations.add(party.organization_id)
            held.add(party.role)
    return sides


def claim_sides(claim, level):
    """Map each actor that a claim is about to its organizations."""
    sides = defaultdict(lambda: (set(), set()))
    for link in claim.organization_links.select_related("organization"):
        sides[actor(link.organization, level)][0].add(link.organization_id)
    if level == "country":
        for link in claim.country_links.all():
            sides.setdefault(country_number(link.country), (set(), set()))
    return sides


def span(records, field):
    bounds = [(getattr(each, f"{field}_earliest"), getattr(each, f"{field}_latest"))
              for each in records]  # fmt: skip
    since = min((first for first, _ in bounds if first), default=None)
    until = max((last for _, last in bounds if last), default=None)
    return since and since.isoformat(), until and until.isoformat()


def expected(agreements, claims, level, roles, *, guarded):
    """Walk through all records, one by one."""
    counted, restated, replaced = set(claims), 0, 0
    if guarded:
        counted, restated, replaced = counted_once(set(claims))
    meetings = defaultdict(lambda: ([], []))
    internal, held, edge_roles = defaultdict(Counter), defaultdict(Counter), defaultdict(Counter)
    paired = Counter()
    sides_of = [(each, 0, agreement_sides(each, level, roles)) for each in agreements]
    sides_of += [(each, 1, claim_sides(each, level)) for each in counted]
    for record, place, sides in sides_of:
        inside = [key for key, (organizations, _) in sides.items() if len(organizations) > 1]
        for key in inside:
            internal[key][place] += 1
        for key, (_, own) in sides.items():
            held[key].update(own)
        for one, other in combinations(sorted(sides), 2):
            meetings[one, other][place].append(record)
            edge_roles[one, other].update((a, b) for a in sides[one][1] for b in sides[other][1])
        paired[place] += bool(inside or len(sides) > 1)
    edges = {
        pair: (len(both[0]), len(both[1]), span(both[0], "signed"), span(both[1], "occurred"),
               dict(edge_roles[pair]))
        for pair, both in meetings.items()
    }  # fmt: skip
    nodes = {
        key: (
            sum(key in pair for pair in edges),
            sum(edge[0] for pair, edge in edges.items() if key in pair),
            sum(edge[1] for pair, edge in edges.items() if key in pair),
            internal[key][0], internal[key][1],
            dict(held[key]),
        )
        for key in {*internal, *(key for pair in edges for key in pair)}
    }  # fmt: skip
    counts = {
        "nodes": len(nodes), "edges": len(edges), "agreements": len(agreements),
        "claims": len(claims), "restated": restated, "replaced": replaced,
        "paired_agreements": paired[0], "paired_claims": paired[1],
    }  # fmt: skip
    return nodes, edges, counts


def compare(agreements, claims, level, roles, *, limit, guarded):
    nodes, edges, counts = expected(agreements, claims, level, roles, guarded=guarded)
    kept = sorted(
        nodes,
        key=lambda key: (-nodes[key][1] - nodes[key][2], -nodes[key][3] - nodes[key][4], key),
    )[:limit]
    shown = sorted(
        (pair for pair in edges if set(pair) <= set(kept)),
        key=lambda pair: (-edges[pair][0] - edges[pair][1], pair),
    )

    found = network(
        Selection(
            Agreement.objects.published(), Claim.objects.published(), Level(level), tuple(roles),
            guarded=guarded,
        ),
        limit,
    )  # fmt: skip

    assert [(node.actor, (node.degree, node.agreements, node.claims, node.internal_agreements,
                          node.internal_claims, node.roles)) for node in found.nodes] == [
        (key, nodes[key]) for key in kept
    ]  # fmt: skip
    assert [
        ((edge.source, edge.target), (edge.agreements, edge.claims,
         (edge.signed.since, edge.signed.until), (edge.occurred.since, edge.occurred.until),
         edge.roles))
        for edge in found.edges
    ] == [(pair, edges[pair]) for pair in shown]  # fmt: skip
    assert {name: found.counts[name] for name in counts} == counts


@given(
    agreements=drawn.agreements,
    claims=drawn.claims,
    sides=st.tuples(
        st.sampled_from(["country", "organization"]),
        st.lists(st.sampled_from(drawn.ROLES), max_size=2, unique=True),
    ),
    bounds=st.fixed_dictionaries({"limit": st.sampled_from([2, 100]), "guarded": st.booleans()}),
)
@settings(derandomize=True, database=None, deadline=None, max_examples=25)
def test_network_is_what_records_say(agreements, claims, sides, bounds):
    with transaction.atomic():
        organizations = drawn.store_organizations()
        drawn.store_agreements(agreements, organizations)
        drawn.store_claims(claims, organizations)
        compare(
            list(Agreement.objects.published()), list(Claim.objects.published()), *sides, **bounds
        )
        transaction.set_rollback(True)


@pytest.fixture
def pair():
    return [OrganizationFactory(country=country) for country in ("GB", "UA")]


def whole(level=Level.ORGANIZATION, *, guarded=True):
    return Selection(
        Agreement.objects.published(), Claim.objects.published(), level, (), guarded=guarded
    )


@pytest.mark.parametrize("count", [1, 3])
def test_network_takes_three_queries(pair, count, django_assert_num_queries):
    for _ in range(count):
        AgreementFactory(parties=[AgreementPartyFactory.build(organization=each) for each in pair])
        ClaimFactory(organizations=pair)
    with django_assert_num_queries(3):
        found = network(whole(), 10)
    (edge,) = found.edges
    assert (edge.agreements, edge.claims) == (count, count)


def test_network_of_nothing():
    found = network(
        Selection(Agreement.objects.none(), Claim.objects.none(), Level.COUNTRY, (), guarded=True),
        10,
    )
    assert (found.nodes, found.edges, found.counts["claims"]) == ([], [], 0)


def claims_in_a_row(pair, *kinds):
    """Store claims about a pair, each related to the one before."""
    made = [ClaimFactory(organizations=pair)]
    for kind in kinds:
        relation = ClaimRelationFactory.build(kind=kind, other=made[-1])
        made.append(ClaimFactory(organizations=pair, relations=[relation]))
    return made


@pytest.mark.parametrize(
    ("kinds", "counted", "restated", "replaced"),
    [
        (["contradicts"], 2, 0, 0),
        (["duplicates"], 1, 1, 0),
        (["corrects"], 1, 0, 1),
        (["corroborates", "derives_from"], 1, 2, 0),
        (["updates", "narrows"], 1, 0, 2),
        (["corroborates", "retracts"], 2, 0, 1),
    ],
)
def test_matter_counts_once(pair, kinds, counted, restated, replaced):
    claims_in_a_row(pair, *kinds)

    found = network(whole(), 10)

    assert found.edges[0].claims == counted
    assert (found.counts["restated"], found.counts["replaced"]) == (restated, replaced)
    assert network(whole(guarded=False), 10).edges[0].claims == len(kinds) + 1


def test_correction_that_derives_from_what_it_corrects_stays(pair):
    first = ClaimFactory(organizations=pair)
    ClaimFactory(
        organizations=pair,
        relations=[ClaimRelationFactory.build(kind=kind, other=first)
                   for kind in ("corrects", "derives_from")],
    )  # fmt: skip

    found = network(whole(), 10)

    assert (found.edges[0].claims, found.counts["replaced"]) == (1, 1)


def test_draft_stands_for_nothing(pair):
    first = ClaimFactory(organizations=pair)
    ClaimFactory(
        organizations=pair, review_status="draft",
        relations=[ClaimRelationFactory.build(kind="corrects", other=first)],
    )  # fmt: skip
    assert network(whole(), 10).edges[0].claims == 1


def test_speaker_is_no_link(pair):
    ClaimFactory(organizations=pair[:1], said_by=pair[1])
    assert network(whole(), 10).edges == []
