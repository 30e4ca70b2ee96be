"""One statement reads what Django's prefetch reads in nine."""

from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from records.models import (
    Agreement,
    AgreementParty,
    Citation,
    Claim,
    Measure,
    Organization,
    OrganizationName,
    Source,
    WeaponSystem,
)
from records.models.relations import foreign_keys
from records.representations.briefs import BRIEF_COLUMNS
from records.representations.loading import load_whole
from records.representations.rendering import render
from tests.factories import (
    AgreementAreaFactory,
    AgreementEvidenceFactory,
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
    OrganizationEvidenceFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    SourceFactory,
    WeaponSystemEvidenceFactory,
    WeaponSystemFactory,
    WeaponSystemIdentifierFactory,
    WeaponSystemNameFactory,
)
from tests.representations.prefetching import load_by_prefetch
from tests.support.references import FACTORIES, RECORDS, ROWS

pytestmark = pytest.mark.django_db

each_record = pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8) | st.sampled_from(
    ["", " ", "null", "[1]", '"', "\\", "\n\t", "Київ", "e\u0301", "\U0001f4a5", "%s", "{}", "0"]
)
digits = 15 if connection.vendor == "sqlite" else 24
amounts = st.decimals(
    min_value=0, max_value=10**9, places=6 if connection.vendor == "postgresql" else 4
) | st.sampled_from([Decimal(0), Decimal("0.1"), Decimal(14500000), Decimal(10) ** (digits - 7)])


TEXTS = {
    Agreement: ["title", "summary"],
    AgreementParty: ["signatory_name"],
    Citation: ["quote", "locator"],
    Claim: ["speaker_name", "speaker_title", "occurred_words"],
    Measure: ["object_words", "period_words"],
    Organization: ["name"],
    OrganizationName: ["text"],
    Source: ["title", "publisher"],
    WeaponSystem: ["designation"],
}
"""Columns that take any text."""


def make_everything():
    """Make records of every type, with at least one row in every list."""
    category = CategoryFactory(code="artillery.towed")
    parent = OrganizationFactory(country="GB")
    organization = OrganizationFactory(
        parent=parent,
        founded="1999",
        names=[OrganizationNameFactory.build()],
        identifiers=[OrganizationIdentifierFactory.build()],
        evidence=[OrganizationEvidenceFactory.build()],
    )
    family = WeaponSystemFactory(category=category)
    system = WeaponSystemFactory(
        variant_of=family,
        caliber_mm=Decimal("105.5"),
        manufacturers=[organization],
        names=[WeaponSystemNameFactory.build()],
        identifiers=[WeaponSystemIdentifierFactory.build()],
        evidence=[WeaponSystemEvidenceFactory.build()],
    )
    source = SourceFactory(published="2024-04")
    earlier = ClaimFactory()
    frame = AgreementFactory()
    agreement = AgreementFactory(
        value_amount=Decimal("1500000.50"),
        value_currency="GBP",
        areas=[AgreementAreaFactory.build()],
        parties=[AgreementPartyFactory.build(organization=organization)],
        items=[
            AgreementItemFactory.build(weapon_system=system, quantity=Decimal("0.125")),
            AgreementItemFactory.build(category=category),
            AgreementItemFactory.build(),
        ],
        milestones=[
            AgreementMilestoneFactory.build(date="2024", claim=earlier),
            AgreementMilestoneFactory.build(),
        ],
        relations=[AgreementRelationFactory.build(other=frame)],
        evidence=[AgreementEvidenceFactory.build(claim=earlier, quote="So they say.")],
    )
    ClaimFactory(
        said_by=organization,
        occurred="2024-02/..",
        agreements=[agreement],
        organizations=[organization, parent],
        weapon_systems=[system],
        categories=[category],
        countries=["UA", "GB", "PL"],
        measures=[
            MeasureFactory.build(weapon_system=system, precision=Decimal(1), period="2024"),
            MeasureFactory.build(mode="ratio", value=Decimal("2.5"), period="2024"),
            MeasureFactory.build(category=category, value=None),
        ],
        citations=[CitationFactory.build(source=source)],
        relations=[ClaimRelationFactory.build(other=earlier)],
    )


def described(record):
    """Return everything that a loaded record holds: columns, targets, and lists."""
    return _row(record) | {
        name: [_row(row) for row in getattr(record, name).all()] for name in record.owned
    }


def _row(row):
    columns = {
        field.attname: (type(getattr(row, field.attname)), getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.attname not in row.get_deferred_fields()
    }
    for name, target in foreign_keys(type(row)).items():
        shown = getattr(row, name)
        columns[name] = shown and [getattr(shown, each) for each in ("id", *BRIEF_COLUMNS[target])]
    return columns | {"state": (row._state.adding, row._state.db, row.get_deferred_fields())}


def assert_same(model):
    """Compare both ways of reading all records of a model."""
    numbers = list(model.objects.values_list("pk", flat=True))
    expected = {record.pk: described(record) for record in load_by_prefetch(model, numbers)}
    assert {record.pk: described(record) for record in load_whole(model, numbers)} == expected
    assert len(expected) == len(numbers) > 0


@each_record
def test_records_are_those_that_prefetching_reads(model):
    make_everything()
    assert all(row.objects.exists() for row in ROWS)

    assert_same(model)


def test_any_value_is_read_as_prefetching_reads_it():
    make_everything()

    @given(texts, amounts)
    @settings(derandomize=True, database=None, deadline=None, max_examples=30)
    def same(text, amount):
        for model, columns in TEXTS.items():
            model.objects.update(**dict.fromkeys(columns, text))
        Agreement.objects.exclude(value_amount=None).update(value_amount=round(amount, 2))
        Measure.objects.exclude(value=None).update(value=amount, precision=amount + 1)
        for model in RECORDS:
            assert_same(model)

    same()


def test_amounts_are_exact():
    exact = Decimal("123456789.123456" if connection.vendor == "sqlite" else f"{'9' * 24}.000001")
    claim = ClaimFactory(measures=[MeasureFactory.build(value=exact)])

    (read,) = load_whole(type(claim), [claim.pk])

    assert read.measures.all()[0].value == exact


@each_record
@pytest.mark.parametrize("records", [1, 3])
def test_rendering_takes_one_query(model, records, django_assert_num_queries):
    for _ in range(records):
        make_everything() if records == 1 else FACTORIES[model]()
    numbers = list(model.objects.values_list("pk", flat=True))
    assert len(numbers) >= records

    with django_assert_num_queries(1):
        assert render(model, numbers).keys() == set(numbers)


@each_record
def test_nothing_is_asked_for_no_records(model, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert load_whole(model, []) == []


def test_rows_know_the_record_that_owns_them():
    make_everything()
    for model in RECORDS:
        for record in load_whole(model, list(model.objects.values_list("pk", flat=True))):
            for name in record.owned:
                assert all(getattr(row, row.owner) is record for row in getattr(record, name).all())


def test_unknown_numbers_are_left_out():
    organization = OrganizationFactory()

    assert [record.pk for record in load_whole(type(organization), [10**6, organization.pk])] == [
        organization.pk
    ]
