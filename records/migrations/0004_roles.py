"""The groups viewer, editor, reviewer and admin, with what each may do on this day.

A later migration that adds a model says itself which of them may do what with it.
"""

from django.db import migrations

from records.migrations._grants import grant

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

VIEWER = {f"records.view_{model}" for model in (*RECORDS, *ROWS, *REFERENCE)}
EDITOR = (
    VIEWER
    | {f"records.{action}_{model}" for action in ("add", "change") for model in RECORDS}
    | {f"records.{action}_{model}" for action in ("add", "change", "delete") for model in ROWS}
)
REVIEWER = EDITOR
ADMIN = (
    REVIEWER
    | {f"auth.{action}_user" for action in ("add", "change", "view")}
    | {f"auth.{action}_group" for action in ("add", "change", "delete", "view")}
    | {f"records.{action}_apitoken" for action in ("add", "change", "view")}
)
GROUPS = {"viewer": VIEWER, "editor": EDITOR, "reviewer": REVIEWER, "admin": ADMIN}


def create(apps, schema_editor):
    """Create the groups, or give to those that exist what they lack."""
    grant(apps, schema_editor, GROUPS)


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
