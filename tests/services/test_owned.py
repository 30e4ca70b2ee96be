"""Owned rows are written as whole lists, and keep their keys while they stay the same."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from records.models import Agreement, AgreementParty, Claim, OrganizationName
from tests.factories import (
    AgreementFactory,
    AgreementItemFactory,
    AgreementPartyFactory,
    CitationFactory,
    ClaimFactory,
    MeasureFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
)
from tests.support.writing import store

pytestmark = pytest.mark.django_db


def again(row):
    """Return an unsaved row with the columns of a stored one."""
    columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**(columns | {"id": None, f"{row.owner}_id": None, "position": 0}))


def keys(record, name):
    return list(getattr(record, name).values_list("pk", flat=True))


def written(captured, table):
    """Return the statements that changed a table."""
    return [
        query["sql"]
        for query in captured
        if table in query["sql"] and query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
    ]


def full_claim():
    return ClaimFactory(
        occurred="2024",
        citations=[CitationFactory.build(), CitationFactory.build(quote="Words.")],
        measures=[MeasureFactory.build(value=5, period="2024-02"), MeasureFactory.build(value=6)],
        organizations=[OrganizationFactory(), OrganizationFactory()],
        countries=["UA", "GB"],
    )


@pytest.mark.parametrize(
    ("make", "name", "table"),
    [
        (full_claim, "citations", "records_citation"),
        (full_claim, "measures", "records_measure"),
        (full_claim, "organization_links", "records_claimorganization"),
        (full_claim, "country_links", "records_claimcountry"),
        (
            lambda: OrganizationFactory(names=OrganizationNameFactory.build_batch(2)),
            "names",
            "records_organizationname",
        ),
        (
            lambda: AgreementFactory(parties=AgreementPartyFactory.build_batch(2)),
            "parties",
            "records_agreementparty",
        ),
    ],
)
def test_equal_list_keeps_its_rows_untouched(make, name, table):
    record = make()
    before = keys(record, name)

    with CaptureQueriesContext(
        connection,
    ) as captured:
        store(record=record, owned={name: [again(row) for row in getattr(record, name).all()]})

    assert keys(record, name) == before
    assert len(before) == 2
    assert written(captured.captured_queries, table) == []


def test_changed_row_keeps_its_key():
    agreement = AgreementFactory(parties=AgreementPartyFactory.build_batch(3))
    one, two, three = agreement.parties.all()
    changed = again(two)
    changed.signatory_name = "Olena Kovalenko"

    store(record=agreement, owned={"parties": [again(one), changed, again(three)]})

    assert keys(agreement, "parties") == [one.pk, two.pk, three.pk]
    assert [row.signatory_name for row in agreement.parties.all()] == ["", "Olena Kovalenko", ""]


def test_new_order_keeps_keys():
    agreement = AgreementFactory(parties=AgreementPartyFactory.build_batch(3))
    one, two, three = agreement.parties.all()

    store(record=agreement, owned={"parties": [again(three), again(one), again(two)]})

    assert keys(agreement, "parties") == [three.pk, one.pk, two.pk]
    assert [row.position for row in agreement.parties.all()] == [0, 1, 2]


def test_rows_that_are_left_out_go():
    agreement = AgreementFactory(parties=AgreementPartyFactory.build_batch(3))
    _, two, _ = agreement.parties.all()
    new = AgreementPartyFactory.build()

    store(record=agreement, owned={"parties": [new, again(two)]})

    assert keys(agreement, "parties") == [new.pk, two.pk]
    assert AgreementParty.objects.count() == 2


def test_rows_without_identity_are_known_by_their_position():
    agreement = AgreementFactory(items=AgreementItemFactory.build_batch(3))
    before = keys(agreement, "items")

    store(
        record=agreement,
        owned={"items": [AgreementItemFactory.build(words=words) for words in ("x", "y")]},
    )

    assert keys(agreement, "items") == before[:2]
    assert [row.words for row in agreement.items.all()] == ["x", "y"]


def test_rows_of_other_records_stay():
    one, other = (AgreementFactory(parties=[AgreementPartyFactory.build()]) for _ in range(2))
    before = keys(other, "parties")

    store(record=one, owned={"parties": []})

    assert keys(other, "parties") == before


def test_rows_that_were_read_before_the_write_are_not_trusted():
    agreement = AgreementFactory(parties=AgreementPartyFactory.build_batch(2))
    (read,) = Agreement.objects.prefetch_related("parties")
    store(record=agreement, owned={"parties": []})
    party = AgreementPartyFactory.build()

    store(record=read, owned={"parties": [party]})

    assert keys(agreement, "parties") == [party.pk]
    assert list(read.parties.all()) == [party]


def test_identifier_moves_to_another_record():
    one = OrganizationFactory(identifiers=[OrganizationIdentifierFactory.build(value="Q7")])
    other = OrganizationFactory()

    store(record=one, owned={"identifiers": []})
    store(record=other, owned={"identifiers": [OrganizationIdentifierFactory.build(value="Q7")]})

    assert other.identifiers.get().value == "Q7"


def test_names_are_folded_when_they_are_stored():
    OrganizationFactory(names=[OrganizationNameFactory.build(text="Škoda JS")])

    assert OrganizationName.objects.get().text_folded == "skoda js"


def test_measure_has_the_bounds_of_its_dates():
    claim = ClaimFactory(measures=[MeasureFactory.build(period="2024-02")])
    measure = claim.measures.get()

    assert (str(measure.period_earliest), str(measure.period_latest)) == (
        "2024-02-01",
        "2024-02-29",
    )
    changed = again(measure)
    changed.period = ""
    store(record=Claim.objects.get(), owned={"measures": [changed]})
    measure.refresh_from_db()
    assert (measure.period_earliest, measure.period_latest) == (None, None)


@pytest.mark.parametrize("count", [19, 20, 21, 45])
def test_new_rows_of_any_number_are_stored_in_order(count):
    rows = [MeasureFactory.build(object_words=f"{number}") for number in range(count)]

    claim = ClaimFactory(measures=rows)

    stored = claim.measures.order_by("pk").values_list("pk", "position", "object_words")
    expected = [(row.pk, number, f"{number}") for number, row in enumerate(rows)]
    assert list(stored) == expected


def test_long_list_is_stored_by_few_statements():
    claim = ClaimFactory()
    rows = [MeasureFactory.build() for _ in range(45)]

    with CaptureQueriesContext(connection) as captured:
        store(record=claim, owned={"measures": rows})

    assert len(written(captured, "records_measure")) == 3
