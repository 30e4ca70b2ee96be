"""Two records become one: what the survivor takes, what moves to it, what is refused."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models.deletion import ProtectedError
from django.test.utils import CaptureQueriesContext

from records.enums import ChangeAction, Channel, ReviewStatus
from records.models import Agreement, Change, Claim, Merge, Organization, Reading
from records.representations.rendering import render
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.errors import (
    MergedError,
    MergeError,
    NotPermittedError,
    StaleRevisionError,
)
from records.services.merging import merge_records, preview_merge
from tests.factories import (
    AgreementFactory,
    AgreementItemFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    ClaimFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    UserFactory,
    WeaponSystemFactory,
)
from tests.support.references import FACTORIES, pointing, references
from tests.support.writing import AUTHORSHIP, store

pytestmark = pytest.mark.django_db

REFERENCES = [
    pytest.param(*reference, id=".".join([reference[0].__name__, *filter(None, reference[1:3])]))
    for reference in references()
]


def merge(survivor, merged, choices=None, **kwargs):
    made, _ = merge_records(
        survivor=survivor, merged=merged, choices=choices or {},
        **({"authorship": AUTHORSHIP} | kwargs),
    )  # fmt: skip
    return made


def by(role):
    return Authorship(actor=UserFactory(role=role), channel=Channel.API, reason="The same.")


def names_of(record):
    return [(row.text, row.kind) for row in record.names.all()]


def codes(error):
    return {path: [each.code for each in found] for path, found in error.error_dict.items()}


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


def test_survivor_fills_its_gaps_and_keeps_its_values():
    survivor = OrganizationFactory(name="Antonov", country="UA", website="")
    merged = OrganizationFactory(name="ANTONOV Company", country="PL", website="https://a.example/")

    merge(survivor, merged)

    survivor = Organization.objects.get(pk=survivor.pk)
    assert (survivor.name, survivor.country, survivor.website) == (
        "Antonov", "UA", "https://a.example/",
    )  # fmt: skip
    assert names_of(survivor) == [("ANTONOV Company", "official")]
    assert survivor.document == render(Organization, [survivor.pk])[survivor.pk]


def test_choice_takes_the_value_of_the_merged_record():
    survivor, merged = OrganizationFactory(name="UOP"), OrganizationFactory(name="Укроборонпром")
    third = OrganizationFactory(name="Ukroboronprom")
    merge(third, merged)

    merge(third, survivor, {"name": "merged", "kind": "survivor"})

    third.refresh_from_db()
    assert third.name == "UOP"
    assert names_of(third) == [("Укроборонпром", "native"), ("Ukroboronprom", "official")]


def test_value_and_currency_are_chosen_together():
    survivor = AgreementFactory(value_amount=None, value_currency="")
    merged = AgreementFactory(value_amount=5, value_currency="EUR")

    plan = preview_merge(survivor=survivor, merged=merged, choices={})
    merge(survivor, merged)

    survivor.refresh_from_db()
    assert plan.sides["value"] == "merged"
    assert (survivor.value_amount, survivor.value_currency) == (5, "EUR")


def test_lists_are_united_without_duplicates():
    buyer = OrganizationFactory()
    survivor = AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=buyer, role="buyer")],
        items=[AgreementItemFactory.build(words="guns", activity="supply")],
    )
    same = AgreementPartyFactory.build(organization=buyer, role="buyer", signatory_name="A. B.")
    merged = AgreementFactory(
        parties=[same, AgreementPartyFactory.build(organization=buyer, role="funder")],
        items=[
            AgreementItemFactory.build(words="guns", activity="supply"),
            AgreementItemFactory.build(words="shells", activity="supply"),
        ],
    )

    made = merge(survivor, merged)

    assert [row.role for row in survivor.parties.all()] == ["buyer", "funder"]
    assert [row.words for row in survivor.items.all()] == ["guns", "shells"]
    assert [(public_id, name) for public_id, name, _ in made.dropped] == [
        (survivor.public_id, "parties"), (survivor.public_id, "items"),
    ]  # fmt: skip
    assert made.dropped[0][2]["signatory_name"] == "A. B."
    assert [row.role for row in merged.parties.all()] == ["buyer", "funder"]


def test_identifiers_go_to_the_survivor():
    survivor = OrganizationFactory(identifiers=[OrganizationIdentifierFactory.build(value="Q1")])
    merged = OrganizationFactory(identifiers=[OrganizationIdentifierFactory.build(value="Q2")])

    merge(survivor, merged)

    assert [row.value for row in survivor.identifiers.all()] == ["Q1", "Q2"]
    assert not merged.identifiers.exists()


def test_row_that_would_stand_twice_is_dropped_and_remembered():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    claim = ClaimFactory(organizations=[merged, survivor])

    made = merge(survivor, merged)

    assert [row.organization_id for row in claim.organization_links.all()] == [survivor.pk]
    assert made.dropped == [
        [claim.public_id, "organization_links", {"organization_id": survivor.pk}]
    ]


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


def test_merged_record_keeps_its_id_and_its_content():
    survivor, merged = OrganizationFactory(), OrganizationFactory(name="Two")

    made = merge(survivor, merged)

    merged.refresh_from_db()
    change = Change.objects.of(merged.record_type, merged.pk).latest("sequence")
    assert (merged.review_status, merged.name, merged.revision) == ("merged", "Two", 2)
    assert (change.action, change.revision, change.reason) == ("merged", 2, "A test.")
    assert change.public_sequence is not None
    assert (made.merged_id, made.survivor_id) == (merged.public_id, survivor.public_id)
    assert Merge.objects.survivor_of(merged.record_type, merged.pk) == survivor.pk
    assert Merge.objects.survivor_of(survivor.record_type, survivor.pk) is None


def test_draft_that_is_merged_does_not_become_public():
    survivor, merged = OrganizationFactory(), OrganizationFactory(review_status="draft")

    merge(survivor, merged)

    changes = Change.objects.of(merged.record_type, merged.pk)
    assert not changes.public().exists()
    assert changes.latest("sequence").review_status == "merged"


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


@pytest.mark.parametrize("role", ["", *ROLES])
def test_merge_is_for_some_roles_only(role):
    survivor, merged = OrganizationFactory(), OrganizationFactory()

    if role in {"reviewer", "admin"}:
        assert merge(survivor, merged, authorship=by(role)).merged == merged.pk
    else:
        with pytest.raises(NotPermittedError, match="merge_organization"):
            merge(survivor, merged, authorship=by(role))
        assert not Merge.objects.exists()


def test_merge_without_a_reason_is_refused():
    silent = Authorship(channel=Channel.COMMAND, reason=" ")

    with pytest.raises(ValidationError) as raised:
        merge(OrganizationFactory(), OrganizationFactory(), authorship=silent)

    assert codes(raised.value) == {"reason": ["reason_missing"]}


@pytest.mark.parametrize("stale", [0, 1])
def test_merge_of_what_was_changed_since_is_refused(stale):
    pair = OrganizationFactory(), OrganizationFactory()
    read = {record.pk: 1 for record in pair} | {pair[stale].pk: 2}

    with pytest.raises(StaleRevisionError, match=pair[stale].public_id):
        merge(*pair, expected_revisions=read)

    assert not Merge.objects.exists()


def test_record_is_not_merged_into_itself_or_another_type():
    record = OrganizationFactory()

    for other in (record, WeaponSystemFactory()):
        with pytest.raises(ValidationError) as raised:
            merge(record, other)
        assert codes(raised.value) == {"into": ["same_record"]}


@pytest.mark.parametrize("status", ["rejected", "retracted", "merged"])
def test_closed_record_is_not_merged(status):
    for pair in ({"review_status": status}, {}), ({}, {"review_status": status}):
        survivor, merged = (OrganizationFactory(**each) for each in pair)
        with pytest.raises(MergeError) as raised:
            merge(survivor, merged)
        assert raised.value.code == "wrong_review_status"


def test_public_record_is_not_merged_into_a_draft():
    with pytest.raises(MergeError) as raised:
        merge(OrganizationFactory(review_status="draft"), OrganizationFactory())

    assert raised.value.code == "survivor_not_public"


def test_unknown_choice_is_refused():
    with pytest.raises(ValidationError) as raised:
        merge(OrganizationFactory(), OrganizationFactory(), {"nam": "merged", "name": "theirs"})

    assert codes(raised.value) == {
        "choices.nam": ["unknown_field"], "choices.name": ["invalid_choice"],
    }  # fmt: skip


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


def test_merged_record_is_not_written():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    merge(survivor, merged)

    with pytest.raises(MergedError, match=survivor.public_id) as raised:
        store(record=Organization.objects.get(pk=merged.pk), owned={})
    with pytest.raises(ProtectedError):
        Organization.objects.get(pk=merged.pk).delete()

    assert raised.value.survivor == survivor.public_id


@pytest.mark.parametrize("status", ["draft", "published"])
def test_merged_record_is_not_named_anew(status):
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    merge(survivor, merged)

    with pytest.raises(ValidationError) as raised:
        ClaimFactory(organizations=[merged], review_status=status)

    assert "refers_to_merged" in codes(raised.value)["__all__"]


def test_preview_stores_nothing_and_says_what_would_move():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    one = ClaimFactory(organizations=[merged])
    two = ClaimFactory(organizations=[merged, survivor], said_by=merged)
    changes = Change.objects.count()

    plan = preview_merge(survivor=survivor, merged=merged, choices={})

    assert [(move.owner, move.place, move.numbers) for move in plan.moves] == [
        (Claim, "said_by", (two.pk,)),
        (Claim, "organization_links.organization", (one.pk, two.pk)),
    ]
    assert [dropped[:2] for dropped in plan.dropped] == [(two.public_id, "organization_links")]
    assert Change.objects.count() == changes


def queries_of(claims):
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    for _ in range(claims):
        ClaimFactory(organizations=[merged])
    with CaptureQueriesContext(connection) as context:
        merge(survivor, merged)
    return len(context)


def test_number_of_queries_grows_by_a_constant_for_each_record():
    one, two, four = queries_of(1), queries_of(2), queries_of(4)

    assert four - two == 2 * (two - one)


def test_merge_in_which_a_record_fails_stores_nothing():
    survivor = OrganizationFactory()
    merged = OrganizationFactory(review_status="draft", parent=None)
    hidden = OrganizationFactory(review_status="draft")
    Organization.objects.filter(pk=merged.pk).update(parent=hidden)

    with pytest.raises(ValidationError) as raised:
        merge(survivor, merged)

    assert codes(raised.value) == {"__all__": ["refers_to_unpublished"]}
    merged.refresh_from_db()
    assert (merged.review_status, merged.revision) == (ReviewStatus.DRAFT, 1)
    assert not Change.objects.filter(action=ChangeAction.MERGED).exists()
