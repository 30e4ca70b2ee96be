"""Which role may do what with which model: one literal table for all of them."""

from importlib import import_module
from itertools import pairwise
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from records.services.accounts import ROLES, permissions_of

pytestmark = pytest.mark.django_db

READ, WRITE, OWNED = {"view"}, {"add", "change", "view"}, {"add", "change", "delete", "view"}
DECIDE = WRITE | {"review", "merge"}
NOTHING: set[str] = set()

#                  viewer   editor   reviewer admin
RECORD = dict(zip(ROLES, (READ, WRITE, DECIDE, DECIDE), strict=True))
ROW = dict(zip(ROLES, (READ, OWNED, OWNED, OWNED), strict=True))
REFERENCE = dict(zip(ROLES, (READ, READ, READ, READ), strict=True))
ACCESS = dict(zip(ROLES, (NOTHING, NOTHING, NOTHING, WRITE), strict=True))
INTERNAL = dict.fromkeys(ROLES, NOTHING)

MATRIX = {
    "records.agreement": RECORD,
    "records.organization": RECORD,
    "records.weaponsystem": RECORD,
    "records.claim": RECORD,
    "records.source": RECORD,
    "records.agreementarea": ROW,
    "records.agreementevidence": ROW,
    "records.agreementitem": ROW,
    "records.agreementmilestone": ROW,
    "records.agreementparty": ROW,
    "records.agreementrelation": ROW,
    "records.citation": ROW,
    "records.claimagreement": ROW,
    "records.claimcategory": ROW,
    "records.claimcountry": ROW,
    "records.claimorganization": ROW,
    "records.claimrelation": ROW,
    "records.claimweaponsystem": ROW,
    "records.measure": ROW,
    "records.organizationevidence": ROW,
    "records.organizationidentifier": ROW,
    "records.organizationname": ROW,
    "records.weaponsystemevidence": ROW,
    "records.weaponsystemidentifier": ROW,
    "records.weaponsystemmanufacturer": ROW,
    "records.weaponsystemname": ROW,
    "records.category": REFERENCE,
    "records.categorymapping": REFERENCE,
    "records.schemecategory": REFERENCE,
    "records.change": REFERENCE,
    "records.merge": REFERENCE,
    "records.candidate": REFERENCE,
    "records.reading": REFERENCE,
    "records.apitoken": ACCESS,
    "records.keptanswer": INTERNAL,
    "records.namestart": INTERNAL,
    "records.upload": INTERNAL,
    "auth.user": ACCESS,
    "auth.group": {**INTERNAL, "admin": OWNED},
    "auth.permission": INTERNAL,
}

ROLES_MADE = import_module("records.migrations.0004_roles")
GRANTED = {
    name: import_module(f"records.migrations.{name}")
    for name in (
        "0007_change_log",
        "0009_merges",
        "0010_evidence",
        "0011_candidates",
        "0013_readings",
    )
}
"""The migrations that give permissions to the groups, by name."""


def expected(role):
    """Return the permissions of a role by the table above."""
    return {
        f"{app}.{action}_{model}"
        for label, by_role in MATRIX.items()
        for app, model in [label.split(".")]
        for action in by_role[role]
    }


def held(role):
    """Return the permissions of a role's group."""
    permissions = Group.objects.get(name=role).permissions.select_related("content_type")
    return {f"{each.content_type.app_label}.{each.codename}" for each in permissions}


def test_every_model_is_in_the_table():
    models = {
        f"{app}.{model._meta.model_name}"
        for app in ("records", "auth")
        for model in apps.get_app_config(app).get_models()
    }
    assert models == MATRIX.keys()


@pytest.mark.parametrize("role", ROLES)
def test_group_may_what_the_table_says(role):
    assert held(role) == expected(role)


@pytest.mark.parametrize("role", ROLES)
def test_code_says_what_the_table_says(role):
    assert permissions_of(role) == expected(role)


def test_each_role_may_what_the_one_before_may():
    for lower, higher in pairwise(ROLES):
        assert permissions_of(lower) <= permissions_of(higher)


def _state(migration):
    return MigrationLoader(connection).project_state(("records", migration)).apps


@pytest.fixture
def migrate():
    """Run the migration's two directions on the state that it knows."""
    editor = SimpleNamespace(connection=connection)

    def forwards():
        ROLES_MADE.create(_state("0004_roles"), editor)
        for name, migration in GRANTED.items():
            migration.give_permissions(_state(name), editor)

    yield SimpleNamespace(
        forwards=forwards, backwards=lambda: ROLES_MADE.remove(_state("0004_roles"), editor)
    )
    ContentType.objects.clear_cache()


def test_migration_on_a_new_database_makes_the_permissions_itself(migrate):
    Group.objects.all().delete()
    Permission.objects.all().delete()
    ContentType.objects.all().delete()
    ContentType.objects.clear_cache()
    migrate.forwards()
    assert {role: held(role) for role in ROLES} == {role: expected(role) for role in ROLES}


def test_migration_on_a_used_database_adds_and_takes_nothing_away(migrate):
    Group.objects.all().delete()
    editors = Group.objects.create(name="editor")
    editors.permissions.add(Permission.objects.get(codename="delete_claim"))
    others = Group.objects.create(name="guests")
    user = User.objects.create_user("ada")
    user.groups.set([editors, others])
    migrate.forwards()
    migrate.forwards()
    assert held("editor") == expected("editor") | {"records.delete_claim"}
    assert held("viewer") == expected("viewer")
    assert held("guests") == set()
    assert {group.name for group in user.groups.all()} == {"editor", "guests"}
    assert Group.objects.count() == len(ROLES) + 1


def test_migration_backwards_removes_its_groups_and_keeps_people(migrate):
    user = User.objects.create_user("ada")
    user.groups.set([Group.objects.create(name="guests"), Group.objects.get(name="editor")])
    migrate.backwards()
    assert [group.name for group in Group.objects.all()] == ["guests"]
    assert User.objects.get(username="ada").get_all_permissions() == set()
    migrate.forwards()
    assert {role: held(role) for role in ROLES} == {role: expected(role) for role in ROLES}
