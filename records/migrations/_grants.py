"""Gives permissions to the groups of roles, in migrations.

Permissions are written `app.codename`, as `user.has_perm` takes them.
"""

from django.contrib.auth.management import create_permissions


def grant(apps, schema_editor, granted):
    """Create the groups, or give to those that exist what they lack of `{group: permissions}`."""
    alias = schema_editor.connection.alias
    known = _permissions(apps, alias)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for name, permissions in granted.items():
        group, _ = groups.get_or_create(name=name)
        group.permissions.add(*(known[each] for each in permissions))


def _permissions(apps, alias):
    """Return all permissions.

    Django makes them after the last migration; the groups need them now.
    """
    for label in ("auth", "records"):
        app = apps.get_app_config(label)
        app.models_module = True  # without it, Django takes the app for one that has no models
        create_permissions(app, apps=apps, using=alias, verbosity=0)
    found = apps.get_model("auth", "Permission").objects.using(alias)
    return {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in found.select_related("content_type")
    }
