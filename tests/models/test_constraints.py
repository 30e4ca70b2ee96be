"""Every invariant holds twice: in the database, and with its code in a write."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, UniqueConstraint

from records.models import Change, OwnedRow, Record
from tests.models.violations import CHECKS, ITSELF, UNIQUE
from tests.support.writing import store

pytestmark = pytest.mark.django_db

CONSTRAINTS = {
    constraint.name: constraint
    for model in apps.get_app_config("records").get_models()
    if model is not Change  # nothing changes a row of the log: see test_change.py
    for constraint in model._meta.constraints
}
WRITTEN = [each for each in CHECKS if issubclass(each.factory._meta.model, Record | OwnedRow)]
OWNED = {name: make for name, make in UNIQUE.items() if issubclass(make._meta.model, OwnedRow)}


def codes(error):
    """Return the codes of a ValidationError by path."""
    return {path: [each.code for each in found] for path, found in error.error_dict.items()}


def refused(error, model, constraint):
    """Return whether the database refused a row because of this constraint."""
    cause = error.__cause__
    if connection.vendor == "postgresql":
        return cause.diag.constraint_name == constraint.name
    if isinstance(constraint, CheckConstraint):
        return str(cause) == f"CHECK constraint failed: {constraint.name}"
    columns = [model._meta.get_field(name).column for name in constraint.fields]
    named = ", ".join(f"{model._meta.db_table}.{column}" for column in columns)
    return str(cause) == f"UNIQUE constraint failed: {named}"


def test_every_constraint_is_violated_here():
    assert {each.constraint for each in CHECKS} | ITSELF.keys() | UNIQUE.keys() == (
        CONSTRAINTS.keys()
    )


def test_every_constraint_has_a_code_and_a_sentence_of_its_own():
    for name, constraint in CONSTRAINTS.items():
        assert name.endswith(f"_{constraint.violation_error_code}")
        assert constraint.violation_error_message.endswith(".")


@pytest.mark.parametrize("violation", CHECKS, ids=lambda each: each.constraint)
def test_database_refuses_what_violates_a_check(violation):
    row = violation.factory()
    rows = type(row).objects.filter(pk=row.pk)

    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        rows.update(**violation.stored)

    assert refused(raised.value, type(row), CONSTRAINTS[violation.constraint])


@pytest.mark.parametrize("violation", WRITTEN, ids=lambda each: each.constraint)
def test_service_refuses_what_violates_a_check(violation):
    with pytest.raises(ValidationError) as raised:
        violation.factory(**violation.attributes)

    assert codes(raised.value) == {violation.path: [violation.code]}


@pytest.mark.parametrize("name", ITSELF)
def test_database_refuses_a_row_that_points_at_itself(name):
    factory, itself = ITSELF[name]
    row = factory()

    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**itself)

    assert refused(raised.value, type(row), CONSTRAINTS[name])


@pytest.mark.parametrize(
    ("name", "path"),
    [("agreementrelation_other_is_itself", 0), ("claimrelation_other_is_itself", 0)],
)
def test_service_refuses_a_relation_of_a_record_to_itself(name, path):
    row = ITSELF[name][0]()
    owner = getattr(row, row.owner)
    row.other = owner

    with pytest.raises(ValidationError) as raised:
        store(record=owner, owned={"relations": [row]})

    assert codes(raised.value) == {"relations.0": ["other_is_itself"]}


@pytest.mark.parametrize("name", UNIQUE)
def test_database_refuses_the_same_row_twice(name):
    row = UNIQUE[name]()
    row.pk = None

    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        type(row).objects.bulk_create([row])

    assert refused(raised.value, type(row), CONSTRAINTS[name])
    assert isinstance(CONSTRAINTS[name], UniqueConstraint)


@pytest.mark.parametrize("name", OWNED)
def test_service_refuses_the_same_row_twice_in_one_list(name):
    factory = OWNED[name]
    row = factory()
    owner, model = getattr(row, row.owner), type(row)
    same = {column: getattr(row, column) for column in model.identity}
    before = model.objects.filter(**{row.owner: owner}).count()

    with pytest.raises(ValidationError) as raised:
        factory(**{row.owner: owner}, **same)

    assert codes(raised.value) == {f"{factory._list}.{before}": ["duplicate"]}
    assert model.objects.filter(**{row.owner: owner}).count() == before


@pytest.mark.parametrize("name", [name for name in OWNED if name.endswith("_taken")])
def test_service_refuses_an_identifier_that_another_record_has(name):
    row = OWNED[name]()

    with pytest.raises(ValidationError) as raised:
        OWNED[name](scheme=row.scheme, value=row.value)

    assert codes(raised.value) == {"identifiers.0": ["taken"]}
