"""The groups viewer, editor, reviewer and admin, with what each may do on this day.

A later migration that adds a model says itself which of them may do what with it.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RECORDS = ("agreement", "organization", "weaponsystem", "claim", "source")
ROWS = (
    "agreementarea",
    "agreementitem",
    "agreementmilestone",
    "agreementparty",
    "agreementrelation",
    "citation",
    "claimagreement",
    "claimcategory",
    "claimcountry",
    "claimorganization",
    "claimrelation",
    "claimweaponsystem",
    "measure",
    "organizationidentifier",
    "organizationname",
    "weaponsystemidentifier",
    "weaponsystemmanufacturer",
    "weaponsystemname",
)
REFERENCE = ("category", "categorymapping", "schemecategory")

VIEWER = {("records", f"view_{model}") for model in (*RECORDS, *ROWS, *REFERENCE)}
EDITOR = (
    VIEWER
    | {("records", f"{action}_{model}") for action in ("add", "change") for model in RECORDS}
    | {("records", f"{action}_{model}") for action in ("add", "change", "delete") for model in ROWS}
)
REVIEWER = EDITOR
ADMIN = (
    REVIEWER
    | {("auth", f"{action}_user") for action in ("add", "change", "view")}
    | {("auth", f"{action}_group") for action in ("add", "change", "delete", "view")}
    | {("records", f"{action}_apitoken") for action in ("add", "change", "view")}
)
GROUPS = {"viewer": VIEWER, "editor": EDITOR, "reviewer": REVIEWER, "admin": ADMIN}


def create(apps, schema_editor):
    """Create the groups, or give to those that exist what they lack."""
    alias = schema_editor.connection.alias
    permissions = _permissions(apps, alias)
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for name, granted in GROUPS.items():
        group, _ = groups.get_or_create(name=name)
        group.permissions.add(*(permissions[each] for each in granted))


def _permissions(apps, alias):
    """Return all permissions by app and codename.

    Django makes them after the last migration; the groups need them now.
    """
    for label in ("auth", "records"):
        app = apps.get_app_config(label)
        app.models_module = True  # without it, Django takes the app for one that has no models
        create_permissions(app, apps=apps, using=alias, verbosity=0)
    found = apps.get_model("auth", "Permission").objects.using(alias)
    return {
        (permission.content_type.app_label, permission.codename): permission
        for permission in found.select_related("content_type")
    }


def remove(apps, schema_editor):
    """Delete the groups; their members stay, without what the groups gave them."""
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_api_token"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(create, remove)]
