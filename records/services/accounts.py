"""The two people of the demonstration: an editor and a reviewer."""

import secrets

from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from records.models import Category, CategoryMapping, OwnedRow, Record, SchemeCategory
from records.models.relations import owned_rows, record_models

EDITOR, REVIEWER = "editor", "reviewer"
_WRITE = ("add", "change", "view")
_ROWS = (*_WRITE, "delete")
_REVIEW = (*_WRITE, "delete")
_PASSWORD_BYTES = 12


@transaction.atomic
def create_demo_users() -> dict[str, str]:
    """Create the users that are missing; return their passwords, which are kept nowhere else.

    A user who exists keeps password and permissions.
    """
    return {
        name: _create(name, actions)
        for name, actions in ((EDITOR, _WRITE), (REVIEWER, _REVIEW))
        if not User.objects.filter(username=name).exists()
    }


def _create(name: str, actions: tuple[str, ...]) -> str:
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    user = User.objects.create_user(name, password=password, is_staff=True)
    user.user_permissions.set(_permissions(actions))
    return password


def _permissions(actions: tuple[str, ...]) -> list[Permission]:
    """Collect what one may do to records, with all rights to the rows that they own."""
    records: list[type[Record]] = record_models()
    rows: set[type[OwnedRow]] = {row for record in records for row in owned_rows(record).values()}
    wanted = {
        *((model, action) for model in records for action in actions),
        *((model, action) for model in rows for action in _ROWS),
        *((model, "view") for model in (Category, SchemeCategory, CategoryMapping)),
    }
    codenames = {f"{action}_{model._meta.model_name}" for model, action in wanted}
    types = ContentType.objects.get_for_models(*(model for model, _ in wanted)).values()
    return list(Permission.objects.filter(content_type__in=types, codename__in=codenames))
