"""What refers to a merged record refers to the survivor, above, below and beside it."""

import pytest
from django.core.exceptions import ValidationError

from records.models import Agreement, Merge, Reading
from records.representations.rendering import render
from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    OrganizationFactory,
)
from tests.services.merges import codes, merge
from tests.support.references import FACTORIES, pointing, references
from tests.support.writing import store

pytestmark = pytest.mark.django_db

REFERENCES = [
    pytest.param(*reference, id=".".join([reference[0].__name__, *filter(None, reference[1:3])]))
    for reference in references()
]
KEPT = {(Reading, "", "claim")}
"""What stays with the merged record: what was found in the very text that it has."""


@pytest.mark.parametrize(("owner", "name", "field", "target"), REFERENCES)
def test_every_reference_goes_to_the_survivor(owner, name, field, target):
    survivor, merged = FACTORIES[target](), FACTORIES[target]()
    record = pointing(owner, name, field, merged)

    made = merge(survivor, merged)

    record = owner.objects.get(pk=record.pk)
    rows = getattr(record, name).all() if name else [record]
    assert [getattr(row, f"{field}_id") for row in rows] == [survivor.pk]
    assert record.revision == 2
    assert record.document == render(owner, [record.pk])[record.pk]
    assert f'"{survivor.public_id}"' in record.document
    assert f'"{merged.public_id}"' not in record.document
    assert [record.record_type, record.pk, 1, 2] in made.touched


@pytest.mark.parametrize("model", FACTORIES.keys() & {row[-1] for row in references()})
def test_nothing_else_has_a_key_to_a_record(model):
    known = {(owner, name, field) for owner, name, field, target in references() if target is model}
    found = set()
    for relation in model._meta.related_objects:
        row = relation.related_model
        if relation.many_to_many or row._meta.get_field(relation.field.name).name == getattr(
            row, "owner", None
        ):
            continue
        owner_key = getattr(row, "owner", None)
        owner = row._meta.get_field(owner_key).related_model if owner_key else row
        name = row._meta.get_field(owner_key).remote_field.related_name if owner_key else ""
        found.add((owner, name, relation.field.name))

    assert found - KEPT == known


def test_relation_between_the_two_goes():
    merged = AgreementFactory()
    survivor = AgreementFactory(
        relations=[AgreementRelationFactory.build(kind="amends", other=merged)]
    )
    other = AgreementFactory()
    store(record=Agreement.objects.get(pk=merged.pk), owned={"relations": [
        AgreementRelationFactory.build(kind="prior", other=survivor),
        AgreementRelationFactory.build(kind="prior", other=other),
    ]})  # fmt: skip

    merge(survivor, merged)

    assert [row.other_id for row in survivor.relations.all()] == [other.pk]


def test_chain_of_merges_ends_at_the_last_survivor():
    one, two, three = OrganizationFactory(), OrganizationFactory(), OrganizationFactory()
    merge(two, one)
    merge(three, two)

    assert Merge.objects.survivor_of(one.record_type, one.pk) == three.pk


def test_merge_moves_what_an_earlier_merged_record_names():
    party, same = OrganizationFactory(), OrganizationFactory()
    survivor, merged = (
        AgreementFactory(),
        AgreementFactory(parties=[AgreementPartyFactory.build(organization=party)]),
    )
    merge(survivor, merged)

    merge(same, party)

    for agreement in (survivor, merged):
        assert [row.organization_id for row in agreement.parties.all()] == [same.pk]


def test_child_of_the_merged_record_hangs_under_its_parent():
    top = OrganizationFactory()
    merged = OrganizationFactory(parent=top)
    survivor = OrganizationFactory(parent=merged)

    merge(survivor, merged)

    survivor.refresh_from_db()
    assert survivor.parent_id == top.pk


def test_parent_of_the_merged_record_takes_no_parent():
    survivor = OrganizationFactory()
    merged = OrganizationFactory(parent=survivor)

    merge(survivor, merged)

    survivor.refresh_from_db()
    assert survivor.parent_id is None


def test_survivor_does_not_become_its_own_ancestor():
    merged = OrganizationFactory()
    between = OrganizationFactory(parent=merged)
    survivor = OrganizationFactory(parent=between)

    with pytest.raises(ValidationError) as raised:
        merge(survivor, merged)
    merge(survivor, merged, {"parent": "merged"})

    assert codes(raised.value) == {"choices.parent": ["parent_cycle"]}
    survivor.refresh_from_db()
    between.refresh_from_db()
    assert (survivor.parent_id, between.parent_id) == (None, survivor.pk)
