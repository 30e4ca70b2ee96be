"""Search claims by words, with an index on both databases."""

from django.db import migrations

import records.models.fields
from records.migrations import _words
from records.values.words import words

BATCH = 5_000


def fill(apps, schema_editor):
    """Take apart the texts of the claims that are there already."""
    claims = apps.get_model("records", "Claim").objects.order_by("pk")
    rows = claims.values_list("pk", "text", "speaker_name")
    batch = rows[:BATCH]
    with schema_editor.connection.cursor() as cursor:
        while batch:
            cursor.executemany(
                "UPDATE records_claim SET text_words = %s, speaker_words = %s WHERE id = %s",
                [(" ".join(words(text)), " ".join(words(speaker)), number)
                 for number, text, speaker in batch],
            )  # fmt: skip
            batch = rows.filter(pk__gt=batch[len(batch) - 1][0])[:BATCH]


class Migration(migrations.Migration):
    dependencies = [("records", "0007_change_log")]

    operations = [
        migrations.AddField(
            "claim",
            "text_words",
            records.models.fields.WordsField(default="", source="text"),
            preserve_default=False,
        ),
        migrations.AddField(
            "claim",
            "speaker_words",
            records.models.fields.WordsField(default="", source="speaker_name"),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(_words.create, _words.drop),
    ]
