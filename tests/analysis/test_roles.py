"""The matrix of roles, compared with a count of what each agreement says by itself."""

from collections import defaultdict
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.actors import Level
from records.analysis.roles.matrix import role_matrix
from records.models import Agreement
from tests.analysis import drawn
from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    OrganizationFactory,
)
from tests.support.actors import country_number

pytestmark = pytest.mark.django_db

roles = st.lists(st.sampled_from(drawn.ROLES), min_size=1, max_size=2, unique=True)
INSIDE = {"implements", "amends", "subcontract_of"}


def actor(organization, level):
    if level == "organization" or not organization.country:
        return organization.pk
    return country_number(organization.country)


def cells_of(agreement, rows, columns, level):
    """Pair each party in a row role with each other party in a column role."""
    parties = list(agreement.parties.select_related("organization"))
    ones = [party for party in parties if party.role in rows]
    others = [party for party in parties if party.role in columns]
    found = set()
    for one in ones:
        partners = [party for party in others if party != one]
        for partner in partners:
            found.add((actor(one.organization, level), actor(partner.organization, level)))
        if not partners:
            found.add((actor(one.organization, level), 0))
    for other in others:
        if not [party for party in ones if party != other]:
            found.add((0, actor(other.organization, level)))
    return found


def holders(agreement):
    """Walk up to every agreement that holds this one, with those that it holds itself taken out."""

    def above(start):
        seen, ahead = set(), [start]
        while ahead:
            relations = ahead.pop().relations.all()
            for relation in relations:
                other = relation.other
                is_holder = relation.kind in INSIDE and other.review_status == "published"
                if is_holder and other not in seen:
                    seen.add(other)
                    ahead.append(other)
        return seen

    return {
        other for other in above(agreement) - {agreement}
        if agreement not in above(other) or other.pk < agreement.pk
    }  # fmt: skip


def tally(group, *, guarded):
    """Count and sum the agreements of one group."""
    sums, valued, repeated = defaultdict(Decimal), defaultdict(int), 0
    for agreement in group:
        if agreement.value_amount is None:
            continue
        if guarded and any(
            other in group and other.value_currency == agreement.value_currency
            for other in holders(agreement)
        ):
            repeated += 1
            continue
        sums[agreement.value_currency] += agreement.value_amount
        valued[agreement.value_currency] += 1
    without = sum(agreement.value_amount is None for agreement in group)
    return len(group), dict(sums), dict(valued), without, repeated


def shown(tally):
    return (
        tally.agreements, dict(tally.sums), dict(tally.valued), tally.without_value, tally.repeated,
    )  # fmt: skip


def compare(published, rows, columns, level, *, limit, guarded):
    groups = {"cell": defaultdict(set), "row": defaultdict(set), "column": defaultdict(set)}
    everything = set()
    for agreement in published:
        for row, column in cells_of(agreement, rows, columns, level):
            groups["cell"][row, column].add(agreement)
            groups["row"][row].add(agreement)
            groups["column"][column].add(agreement)
            everything.add(agreement)
    largest = sorted(
        groups["cell"],
        key=lambda cell: (-len(groups["cell"][cell]), not cell[0], cell[0], not cell[1], cell[1]),
    )[:limit]

    matrix = role_matrix(
        Agreement.objects.published(), rows, columns, Level(level), limit=limit, guarded=guarded
    )

    assert list(matrix.cells) == largest
    for scope, found in (("cell", matrix.cells), ("row", matrix.rows), ("column", matrix.columns)):
        assert {key: shown(each) for key, each in found.items()} == {
            key: tally(groups[scope][key], guarded=guarded) for key in found
        }
    assert set(matrix.rows) == {row for row, _ in largest}
    assert set(matrix.columns) == {column for _, column in largest}
    assert shown(matrix.total) == tally(everything, guarded=guarded)
    assert matrix.cells_beyond == len(groups["cell"]) - len(largest)
    assert matrix.neither == len(published) - len(everything)


@given(
    agreements=drawn.agreements,
    sides=st.tuples(roles, roles, st.sampled_from(["country", "organization"])),
    bounds=st.fixed_dictionaries({"limit": st.sampled_from([1, 3, 100]), "guarded": st.booleans()}),
)
@settings(derandomize=True, database=None, deadline=None, max_examples=25)
def test_matrix_is_what_agreements_say(agreements, sides, bounds):
    with transaction.atomic():
        made = drawn.store_agreements(agreements, drawn.store_organizations())
        published = [
            Agreement.objects.get(pk=each.pk) for each in made if each.review_status == "published"
        ]
        compare(published, *sides, **bounds)
        transaction.set_rollback(True)


def paid(country, *, value=None, currency="", **lists):
    payer = OrganizationFactory(country=country)
    return AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=payer, role="funder")],
        value_amount=value,
        value_currency=currency,
        **lists,
    )


def matrix_of(*, limit=10, guarded=True):
    return role_matrix(
        Agreement.objects.published(), ["funder"], ["performer"], Level.COUNTRY,
        limit=limit, guarded=guarded,
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_matrix_takes_one_query(count, django_assert_num_queries):
    for _ in range(count):
        paid("GB")
    with django_assert_num_queries(1):
        matrix = matrix_of()
    assert list(matrix.cells) == [(country_number("GB"), 0)]
    assert matrix.total.agreements == count


def test_matrix_of_nothing():
    matrix = role_matrix(
        Agreement.objects.none(), ["funder"], ["performer"], Level.COUNTRY, limit=1, guarded=True
    )
    assert (matrix.cells, matrix.rows, matrix.columns) == ({}, {}, {})
    assert (matrix.total.agreements, matrix.cells_beyond, matrix.neither) == (0, 0, 0)


def test_values_of_a_framework_and_what_implements_it_are_added_once():
    framework = paid("GB", value="100", currency="GBP")
    contract = paid(
        "GB", value="40", currency="GBP",
        relations=[AgreementRelationFactory.build(kind="implements", other=framework)],
    )  # fmt: skip
    paid(
        "GB", value="15", currency="GBP",
        relations=[AgreementRelationFactory.build(kind="subcontract_of", other=contract)],
    )  # fmt: skip

    once, twice = matrix_of().total, matrix_of(guarded=False).total

    assert (dict(once.sums), once.repeated) == ({"GBP": Decimal(100)}, 2)
    assert (dict(twice.sums), twice.repeated) == ({"GBP": Decimal(155)}, 0)


def test_value_is_no_part_of_what_only_a_retracted_agreement_leads_to():
    def inside(other):
        return [AgreementRelationFactory.build(kind="implements", other=other)]

    framework = paid("GB", value="100", currency="GBP")
    between = paid("GB", review_status="retracted", relations=inside(framework))
    paid("GB", value="40", currency="GBP", relations=inside(between))
    below = paid("GB", relations=inside(between))
    paid("GB", value="15", currency="GBP", relations=inside(below))

    assert matrix_of().total.sums == {"GBP": Decimal(155)}


def test_older_of_two_agreements_inside_each_other_counts():
    older = paid("GB", value="10", currency="GBP")
    newer = paid(
        "GB", value="20", currency="GBP",
        relations=[AgreementRelationFactory.build(kind="amends", other=older)],
    )  # fmt: skip
    AgreementRelationFactory(agreement=older, kind="implements", other=newer)

    total = matrix_of().total
    assert (total.sums, total.repeated) == ({"GBP": Decimal(10)}, 1)


def test_value_counts_where_the_framework_does_not():
    framework = paid("GB", value="100", currency="GBP")
    paid(
        "UA", value="40", currency="GBP",
        relations=[AgreementRelationFactory.build(kind="implements", other=framework)],
    )  # fmt: skip

    matrix = matrix_of()

    assert matrix.cells[country_number("UA"), 0].sums == {"GBP": Decimal(40)}
    assert (matrix.total.sums, matrix.total.repeated) == ({"GBP": Decimal(100)}, 1)
