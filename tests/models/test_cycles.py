"""No organization stands above itself and no weapon system is a variant of its own variant."""

from threading import Event

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from records.models import Organization, WeaponSystem
from tests.factories import CategoryFactory, OrganizationFactory, WeaponSystemFactory
from tests.support.threads import PATIENCE, run_together
from tests.support.triggers import triggers
from tests.support.writing import store

TREES = [
    pytest.param(OrganizationFactory, "parent", id="organization"),
    pytest.param(WeaponSystemFactory, "variant_of", id="weapon_system"),
]
TRIGGERS = {
    "sqlite": {
        ("records_organization", "organization_parent_cycle_insert"),
        ("records_organization", "organization_parent_cycle_update"),
        ("records_weaponsystem", "weaponsystem_variant_of_cycle_insert"),
        ("records_weaponsystem", "weaponsystem_variant_of_cycle_update"),
    },
    "postgresql": {
        ("records_organization", "organization_parent_cycle"),
        ("records_weaponsystem", "weaponsystem_variant_of_cycle"),
    },
}


def cycle_refused(error, model, field):
    name = f"{model._meta.model_name}_{field}_cycle"
    if connection.vendor == "postgresql":
        return error.__cause__.diag.constraint_name == name
    return str(error) == name


def chain(factory, field, length):
    """Make a chain of records, each under the one before it."""
    made = [factory()]
    while len(made) < length:
        made.append(factory(**{field: made[-1]}))
    return made


def hang(lower, field, upper):
    type(lower).objects.filter(pk=lower.pk).update(**{field: upper})


@pytest.mark.django_db
def test_triggers_exist():
    assert triggers() >= TRIGGERS[connection.vendor]


@pytest.mark.django_db(transaction=True)
def test_triggers_go_and_come_with_their_migration():
    MigrationExecutor(connection).migrate([("records", "0001_initial")])
    without = triggers()
    MigrationExecutor(connection).migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())

    assert without == set()
    assert triggers() >= TRIGGERS[connection.vendor]


@pytest.mark.django_db
@pytest.mark.parametrize("length", [2, 3, 5])
@pytest.mark.parametrize(("factory", "field"), TREES)
def test_database_refuses_a_cycle(factory, field, length):
    top, *_, bottom = chain(factory, field, length)

    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        hang(top, field, bottom)

    assert cycle_refused(raised.value, type(top), field)


@pytest.mark.django_db
@pytest.mark.parametrize(("factory", "field"), TREES)
def test_database_refuses_a_cycle_among_new_rows(factory, field):
    model = factory._meta.model
    category = {} if model is Organization else {"category": CategoryFactory()}
    one = factory.build(pk=901, **{f"{field}_id": 902}, **category)
    two = factory.build(pk=902, **{f"{field}_id": 901}, **category)

    with pytest.raises(IntegrityError) as raised, transaction.atomic():
        model.objects.bulk_create([one, two])

    assert cycle_refused(raised.value, model, field)


@pytest.mark.django_db
@pytest.mark.parametrize("length", [2, 3])
@pytest.mark.parametrize(("factory", "field"), TREES)
def test_service_refuses_a_cycle(factory, field, length):
    top, *_, bottom = chain(factory, field, length)
    setattr(top, field, bottom)

    with pytest.raises(ValidationError) as raised:
        store(record=top, owned={})

    errors = raised.value.error_dict
    assert {path: [each.code for each in errors[path]] for path in errors} == {
        field: [f"{field}_cycle"]
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("factory", "field"), TREES)
def test_moving_a_branch_is_allowed(factory, field):
    top, middle, bottom = chain(factory, field, 3)

    hang(bottom, field, top)
    hang(middle, field, bottom)

    middle.refresh_from_db()
    assert getattr(middle, field) == bottom


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("factory", "field"), TREES)
def test_two_writers_cannot_make_a_cycle_together(factory, field):
    one, two = factory(), factory()
    written = Event()

    def first():
        with transaction.atomic():
            hang(one, field, two)
            written.set()
            # The other writer is let in before this one commits, and must wait or fail.
            Event().wait(0.3)

    def second():
        written.wait(PATIENCE)
        hang(two, field, one)

    done, refused = run_together(first, second)

    one.refresh_from_db()
    two.refresh_from_db()
    assert done is None
    assert cycle_refused(refused, type(one), field)
    assert (getattr(one, field), getattr(two, field)) == (two, None)


def test_every_table_that_points_at_itself_is_a_tree_of_this_test():
    found = {
        (model, field.name)
        for model in apps.get_app_config("records").get_models()
        for field in model._meta.concrete_fields
        if field.related_model is model
    }
    assert found == {(Organization, "parent"), (WeaponSystem, "variant_of")}
