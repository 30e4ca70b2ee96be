"""Roles, which are groups of users, and the two people of the demonstration."""

import secrets
from collections.abc import Sequence
from typing import Literal

from django.contrib.auth.models import Group, Permission, User
from django.db import models, transaction

from records.models import (
    ApiToken,
    Candidate,
    Category,
    CategoryMapping,
    Change,
    Merge,
    Reading,
    SchemeCategory,
)
from records.models.relations import owned_rows, record_models

VIEWER, EDITOR, REVIEWER, ADMIN = ROLES = ("viewer", "editor", "reviewer", "admin")
"""A viewer reads drafts, an editor writes them, a reviewer decides on them, and an admin sees to
users and tokens. Each may do what the one before may."""

PermissionName = str
"""As `user.has_perm` takes it: `records.add_claim`."""

_Action = Literal["add", "change", "delete", "view", "review", "merge"]
_REFERENCE = (Category, SchemeCategory, CategoryMapping)
_PASSWORD_BYTES = 12


def permissions_of(role: str) -> set[PermissionName]:
    """List what a role may do.

    The migrations that give it to the groups repeat it, frozen. Nobody deletes a record: what was
    never public is rejected, what was is retracted. Nobody deletes a user either, whose name
    stands behind their changes, or a token: the one is deactivated, the other revoked.
    """
    records = record_models()
    rows = [row for record in records for row in owned_rows(record).values()]
    granted = _named([*records, *rows, *_REFERENCE, Change, Merge, Candidate, Reading], "view")
    if role in {EDITOR, REVIEWER, ADMIN}:
        granted |= _named(records, "add", "change") | _named(rows, "add", "change", "delete")
    if role in {REVIEWER, ADMIN}:
        granted |= _named(records, "review", "merge")
    if role == ADMIN:
        granted |= _named([User, ApiToken], "add", "change", "view")
        granted |= _named([Group], "add", "change", "delete", "view")
    return granted


def join_role(*, user: User, role: str) -> None:
    """Put a user into the group of a role, which is made if somebody has deleted it."""
    group, is_new = Group.objects.get_or_create(name=role)
    if is_new:
        wanted = permissions_of(role)
        group.permissions.set(
            permission
            for permission in Permission.objects.select_related("content_type")
            if f"{permission.content_type.app_label}.{permission.codename}" in wanted
        )
    user.groups.add(group)


@transaction.atomic
def create_demo_users() -> dict[str, str]:
    """Create the users that are missing; return their passwords, which are kept nowhere else.

    A user who exists keeps password and permissions.
    """
    return {
        role: _create(role)
        for role in (EDITOR, REVIEWER)
        if not User.objects.filter(username=role).exists()
    }


def _create(role: str) -> str:
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    user = User.objects.create_user(role, password=password, is_staff=True)
    join_role(user=user, role=role)
    return password


def _named(wanted: Sequence[type[models.Model]], *actions: _Action) -> set[PermissionName]:
    return {
        f"{model._meta.app_label}.{action}_{model._meta.model_name}"
        for model in wanted
        for action in actions
    }
