"""Readings keep the text that was read, in which their findings count characters."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def take_texts(apps, schema_editor):
    """Take the texts of the claims, which are those that were read unless somebody edited them."""
    claims = apps.get_model("records", "Claim").objects.filter(pk=OuterRef("claim"))
    readings = apps.get_model("records", "Reading").objects
    readings.update(text=Subquery(claims.values("text")[:1]))


class Migration(migrations.Migration):
    dependencies = [("records", "0014_source_addresses")]

    operations = [
        migrations.AddField(
            "reading",
            "text",
            models.TextField(default="", help_text="The text of the claim as it was read."),
            preserve_default=False,
        ),
        migrations.RunPython(take_texts, migrations.RunPython.noop),
    ]
