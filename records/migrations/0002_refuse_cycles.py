"""No organization above itself, no weapon system a variant of its own variant."""

from django.db import migrations

from records.migrations import _cycles


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]

    operations = [migrations.RunPython(_cycles.create, _cycles.drop)]
