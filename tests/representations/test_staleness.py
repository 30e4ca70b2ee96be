"""A change that a document shows empties the document at once."""

import pytest
from django.core.management import call_command

from records.models import Agreement, Claim, Organization, Source, WeaponSystem
from records.representations.rendering import render
from records.representations.staleness import refresh_stale
from tests.factories import (
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    SourceFactory,
    WeaponSystemFactory,
)
from tests.support.references import FACTORIES, RECORDS, pointing, references
from tests.support.writing import store

pytestmark = pytest.mark.django_db

REFERENCES = [
    pytest.param(*reference, id=".".join([reference[0].__name__, *filter(None, reference[1:3])]))
    for reference in references()
]
SHOWN = {
    Organization: {"name": "Another", "kind": "ngo", "country": "PL"},
    WeaponSystem: {"designation": "Another", "category_id": "another"},
    Agreement: {"title": "Another", "kind": "loan"},
    Source: {"title": "Another", "kind": "wire"},
    Claim: {"text": "Another.", "kind": "denial"},
}
"""What a record shows of itself inside others, with another value for each."""


def stored(record):
    return type(record).objects.values_list("document", flat=True).get(pk=record.pk)


def stale():
    """Return the ids of all records whose documents are empty."""
    return {record.public_id for model in RECORDS for record in model.objects.stale()}


def fresh(record):
    return render(type(record), [record.pk])[record.pk]


def change(record, **columns):
    """Write new values through the service, with a copy of the record."""
    read = type(record).objects.get(pk=record.pk)
    for column, value in columns.items():
        setattr(read, column, value)
    store(record=read, owned={})


def assert_refresh_restores(*records):
    for record in records:
        assert stored(record) is None
    for model in RECORDS:
        while refresh_stale(model):
            pass
    assert stale() == set()
    for record in records:
        assert stored(record) == fresh(record)


def test_enumeration_finds_the_references():
    assert len(REFERENCES) == 17
    assert {target for *_, target in references()} == set(RECORDS)


@pytest.mark.parametrize(("owner", "name", "field", "target"), REFERENCES)
def test_each_reference_makes_its_owner_stale(owner, name, field, target):
    CategoryFactory(code="another")
    shown = FACTORIES[target]()
    record = pointing(owner, name, field, shown)
    bystander = FACTORIES[owner]()

    for column, value in SHOWN[target].items():
        change(shown, **{column: value})

        assert stale() == {record.public_id}
        assert_refresh_restores(record)
        assert str(value) in stored(record)
    assert stored(bystander) == fresh(bystander)


@pytest.mark.parametrize(("owner", "name", "field", "target"), REFERENCES)
def test_change_that_is_not_shown_leaves_documents_alone(owner, name, field, target):
    shown = FACTORIES[target]()
    record = pointing(owner, name, field, shown)
    before = stored(record)

    change(shown)

    assert stale() == set()
    assert stored(record) == before == fresh(record)


def test_renamed_organization_changes_every_document_that_shows_it():
    organization = OrganizationFactory(name="Helsing")
    child = OrganizationFactory(parent=organization)
    grandchild = OrganizationFactory(parent=child)
    system = WeaponSystemFactory(manufacturers=[organization])
    agreement = AgreementFactory(parties=[AgreementPartyFactory.build(organization=organization)])
    said = ClaimFactory(said_by=organization)
    about = ClaimFactory(organizations=[OrganizationFactory(), organization])
    untouched = ClaimFactory(organizations=[OrganizationFactory()], agreements=[agreement])
    showing = [child, system, agreement, said, about]

    change(organization, name="Helsing GmbH")

    assert stale() == {record.public_id for record in showing}
    assert "Helsing GmbH" in stored(organization)
    assert_refresh_restores(*showing)
    assert all('"Helsing GmbH"' in stored(record) for record in showing)
    for record in (grandchild, untouched):
        assert stored(record) == fresh(record)


def test_retitled_source_changes_the_claims_that_cite_it():
    source = SourceFactory()
    claims = [ClaimFactory(citations=[CitationFactory.build(source=source)]) for _ in range(3)]
    ClaimFactory()

    change(source, title="Another title")

    assert stale() == {claim.public_id for claim in claims}
    assert_refresh_restores(*claims)


def test_renamed_weapon_system_changes_every_document_that_shows_it():
    system = WeaponSystemFactory()
    variant = WeaponSystemFactory(variant_of=system)
    agreement = AgreementFactory(items=[AgreementItemFactory.build(weapon_system=system)])
    about = ClaimFactory(weapon_systems=[system])
    counting = ClaimFactory(measures=[MeasureFactory.build(weapon_system=system)])

    change(system, designation="Another")

    showing = [variant, agreement, about, counting]
    assert stale() == {record.public_id for record in showing}
    assert_refresh_restores(*showing)


def test_retitled_agreement_changes_every_document_that_shows_it():
    agreement = AgreementFactory()
    related = AgreementFactory(relations=[AgreementRelationFactory.build(other=agreement)])
    claim = ClaimFactory(agreements=[agreement])

    change(agreement, title="Another")

    assert stale() == {related.public_id, claim.public_id}
    assert_refresh_restores(related, claim)


def test_reworded_claim_changes_every_document_that_shows_it():
    claim = ClaimFactory()
    related = ClaimFactory(relations=[ClaimRelationFactory.build(other=claim)])
    agreement = AgreementFactory(milestones=[AgreementMilestoneFactory.build(claim=claim)])

    change(claim, text="In other words.")

    assert stale() == {related.public_id, agreement.public_id}
    assert_refresh_restores(related, agreement)


def test_records_that_show_each_other_are_both_right():
    one = AgreementFactory()
    two = AgreementFactory(relations=[AgreementRelationFactory.build(other=one)])
    store(record=one, owned={"relations": [AgreementRelationFactory.build(other=two)]})

    change(one, title="Another")

    assert stored(one) == fresh(one)
    assert_refresh_restores(two)


def test_refresh_takes_a_batch_at_a_time():
    for _ in range(3):
        OrganizationFactory()
    Organization.objects.update(document=None)

    assert [refresh_stale(Organization, batch=2) for _ in range(3)] == [2, 1, 0]
    assert all(record.document == fresh(record) for record in Organization.objects.all())


def test_refresh_changes_nothing_but_the_document():
    organization = OrganizationFactory()
    Organization.objects.update(document=None)
    (before,) = Organization.objects.values()

    refresh_stale(Organization)

    (after,) = Organization.objects.values()
    assert after == before | {"document": fresh(organization)}


def test_command_refreshes_records_of_every_type():
    for model in RECORDS:
        FACTORIES[model]()
        model.objects.update(document=None)

    call_command("refresh_documents", verbosity=0)

    assert stale() == set()


def test_refresh_of_many_documents_asks_as_often_as_of_one(django_assert_max_num_queries):
    for _ in range(3):
        ClaimFactory(organizations=[OrganizationFactory()])
    Claim.objects.update(document=None)

    with django_assert_max_num_queries(20) as asked:
        refresh_stale(Claim, batch=1)
    one = len(asked)
    with django_assert_max_num_queries(20) as asked:
        refresh_stale(Claim, batch=2)

    assert len(asked) - one == 1  # the UPDATE of the second document
