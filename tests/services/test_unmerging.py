"""A merge is undone: everything is what it was, and what happened since stays."""

import pytest
from django.core.exceptions import ValidationError

from records.enums import Channel
from records.models import Agreement, Change, Claim, Merge, Organization
from records.services import review
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.errors import MergeError, NotPermittedError, StaleRevisionError
from records.services.merging import merge_records, unmerge
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    ClaimFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    SourceFactory,
    UserFactory,
    WeaponSystemFactory,
)
from tests.support.content import content_hash
from tests.support.references import FACTORIES, pointing, references
from tests.support.writing import AUTHORSHIP, store

pytestmark = pytest.mark.django_db

REFERENCES = [
    pytest.param(*reference, id=".".join([reference[0].__name__, *filter(None, reference[1:3])]))
    for reference in references()
]


def merge(survivor, merged, choices=None):
    made, _ = merge_records(
        survivor=survivor, merged=merged, choices=choices or {}, authorship=AUTHORSHIP
    )
    return made


def undo(record, **kwargs):
    return unmerge(record=record, **({"authorship": AUTHORSHIP} | kwargs))


def again(record):
    return type(record).objects.get(pk=record.pk)


@pytest.mark.parametrize(("owner", "name", "field", "target"), REFERENCES)
def test_every_reference_comes_back(owner, name, field, target):
    survivor, merged = FACTORIES[target](), FACTORIES[target]()
    pointing(owner, name, field, merged)
    pointing(owner, name, field, survivor)
    before = content_hash()

    merge(survivor, merged)
    assert content_hash() != before
    undo(merged)

    assert content_hash() == before


def test_all_that_a_merge_does_is_undone_exactly():
    top = OrganizationFactory()
    merged = OrganizationFactory(
        name="Укроборонпром",
        website="https://a.example/",
        names=[OrganizationNameFactory.build(text="UOP"), OrganizationNameFactory.build()],
        identifiers=[OrganizationIdentifierFactory.build()],
    )
    between = OrganizationFactory(parent=merged)
    survivor = OrganizationFactory(
        parent=between,
        names=[OrganizationNameFactory.build(text="UOP")],
        identifiers=[OrganizationIdentifierFactory.build()],
    )
    store(record=again(merged), owned={})
    ClaimFactory(organizations=[top, merged, survivor], said_by=merged)
    AgreementFactory(review_status="draft", parties=[
        AgreementPartyFactory.build(organization=survivor, role="buyer"),
        AgreementPartyFactory.build(organization=merged, role="buyer", signatory_name="A"),
    ])  # fmt: skip
    before = content_hash()

    merge(survivor, merged, {"parent": "merged", "name": "merged"})
    undo(merged)

    assert content_hash() == before


def test_merge_of_agreements_with_everything_is_undone_exactly():
    claim = ClaimFactory()
    survivor = AgreementFactory(milestones=[AgreementMilestoneFactory.build(
        kind="signature", date="2025-04", claim=claim
    )])  # fmt: skip
    merged = AgreementFactory(
        value_amount="5.50",
        value_currency="EUR",
        relations=[AgreementRelationFactory.build(other=survivor)],
        milestones=[AgreementMilestoneFactory.build(kind="signature", date="2024", claim=claim)],
    )
    ClaimFactory(agreements=[survivor, merged])
    before = content_hash()

    merge(survivor, merged)
    undo(merged)

    assert content_hash() == before


@pytest.mark.parametrize("status", ["draft", "in_review", "published"])
def test_review_status_comes_back(status):
    survivor, merged = SourceFactory(), SourceFactory(review_status=status)
    merge(survivor, merged)

    undo(merged)

    assert again(merged).review_status == status
    public = Change.objects.of(merged.record_type, merged.pk).public()
    assert public.count() == (3 if status == "published" else 0)


def test_undoing_is_on_the_log_and_on_the_merge():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    claim = ClaimFactory(organizations=[merged])
    made = merge(survivor, merged)
    user = UserFactory(role="reviewer")

    undone = undo(
        merged, authorship=Authorship(actor=user, channel=Channel.API, reason=" Not the same. ")
    )

    assert undone == made
    assert (undone.undone_by, undone.undone_reason) == (user, "Not the same.")
    assert not Merge.objects.standing().exists()
    assert list(
        Change.objects.filter(actor=user).values_list("record_type", "number", "action")
    ) == [
        ("CLM", claim.pk, "changed"),
        ("ORG", survivor.pk, "changed"),
        ("ORG", merged.pk, "unmerged"),
    ]


def test_record_can_be_merged_again_after_undoing():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    merge(survivor, merged)
    undo(merged)

    merge(merged, survivor)

    assert Merge.objects.survivor_of(survivor.record_type, survivor.pk) == merged.pk


def test_chain_is_undone_from_its_end():
    one, two, three = OrganizationFactory(), OrganizationFactory(), OrganizationFactory()
    ClaimFactory(organizations=[one])
    before = content_hash()
    merge(two, one)
    merge(three, two)

    with pytest.raises(MergeError, match=f"{two.public_id} was merged itself") as raised:
        undo(one)
    undo(two)
    undo(one)

    assert raised.value.code == "changed_since"
    assert content_hash() == before


def test_what_was_changed_elsewhere_since_stays():
    survivor, merged = (
        OrganizationFactory(name="One"),
        OrganizationFactory(website="https://a.example/"),
    )
    claim = ClaimFactory(organizations=[merged], credibility="6")
    merge(survivor, merged)
    changed, third = again(claim), OrganizationFactory()
    changed.credibility = "2"
    links = [*changed.organization_links.all()]
    store(record=changed, owned={"organization_links": [
        *links, type(links[0])(organization=third),
    ]})  # fmt: skip
    renamed = again(survivor)
    renamed.name = "First"
    store(record=renamed, owned={})

    undo(merged)

    assert again(claim).credibility == "2"
    assert {row.organization_id for row in claim.organization_links.all()} == {merged.pk, third.pk}
    assert (again(survivor).name, again(survivor).website) == ("First", "")


def test_column_that_was_changed_again_stands_in_the_way():
    survivor, merged = OrganizationFactory(), OrganizationFactory(website="https://a.example/")
    claim = ClaimFactory(organizations=[merged])
    merge(survivor, merged)
    record = again(survivor)
    record.website = "https://b.example/"
    store(record=record, owned={})
    before = content_hash()

    with pytest.raises(MergeError, match=f"{survivor.public_id} .*“website”") as raised:
        undo(merged)

    assert raised.value.code == "changed_since"
    assert content_hash() == before
    assert Claim.objects.get(pk=claim.pk).revision == 2


def test_row_that_is_gone_since_stands_in_the_way():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    claim = ClaimFactory(organizations=[merged])
    merge(survivor, merged)
    store(record=again(claim), owned={"organization_links": []})

    with pytest.raises(MergeError, match=f"{claim.public_id} .*“organization_links”"):
        undo(merged)


def test_record_that_was_retracted_since_stays_retracted():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    claim = ClaimFactory(organizations=[merged])
    merge(survivor, merged)
    review.retract(record=claim, authorship=AUTHORSHIP)

    undo(merged)

    assert again(claim).review_status == "retracted"
    assert [row.organization_id for row in claim.organization_links.all()] == [merged.pk]


def test_draft_that_was_deleted_since_is_left_out():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    claim = ClaimFactory(organizations=[merged], review_status="draft")
    merge(survivor, merged)
    again(claim).delete()

    undo(merged)

    assert again(merged).review_status == "published"


def test_record_that_is_not_merged_cannot_be_unmerged():
    with pytest.raises(MergeError) as raised:
        undo(WeaponSystemFactory())

    assert raised.value.code == "not_merged"


@pytest.mark.parametrize("role", ["", *ROLES])
def test_undoing_is_for_some_roles_only(role):
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    merge(survivor, merged)
    by = Authorship(actor=UserFactory(role=role), channel=Channel.API, reason="Not the same.")

    if role in {"reviewer", "admin"}:
        undo(merged, authorship=by)
    else:
        with pytest.raises(NotPermittedError, match="merge_organization"):
            undo(merged, authorship=by)

    expected = "published" if role in {"reviewer", "admin"} else "merged"
    assert again(merged).review_status == expected


def test_undoing_needs_a_reason_and_the_current_revision():
    survivor, merged = AgreementFactory(), AgreementFactory()
    merge(survivor, merged)

    with pytest.raises(ValidationError):
        undo(merged, authorship=Authorship(channel=Channel.COMMAND))
    with pytest.raises(StaleRevisionError):
        undo(merged, expected_revision=1)

    assert Agreement.objects.get(pk=merged.pk).review_status == "merged"
    assert Organization.objects.filter(review_status="merged").count() == 0
