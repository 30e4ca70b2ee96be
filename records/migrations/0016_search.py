"""Search every record by words, and published names by how they begin."""

import records.models.fields
from django.db import migrations, models

from records.migrations import _cycles, _words
from records.values.name_starts import name_starts
from records.values.readings import searchable

BATCH = 5_000
NAMED = {"Organization": "name", "WeaponSystem": "designation", "Agreement": "title",
         "Source": "title"}  # fmt: skip
WORDS = {
    "Organization": {"name_words": "name"},
    "WeaponSystem": {"designation_words": "designation"},
    "Agreement": {"title_words": "title", "summary_words": "summary"},
    "Source": {"title_words": "title", "publisher_words": "publisher"},
    "Claim": {"text_words": "text", "speaker_words": "speaker_name"},
}  # fmt: skip
TYPES = {"Organization": "ORG", "WeaponSystem": "WPN", "Agreement": "AGR", "Source": "SRC"}


def fill(apps, schema_editor):
    """Take apart the texts and the names of the records that are there already."""
    for name, columns in WORDS.items():
        for rows in _batches(apps.get_model("records", name), columns.values()):
            values = [[searchable(text) for text in texts] + [number] for number, *texts in rows]
            _update(schema_editor, name, columns, values)
    for name in ("Organization", "WeaponSystem"):
        _fill_names(apps, schema_editor, name)
    for name, column in NAMED.items():
        _fill_starts(apps, name, column)
    if schema_editor.connection.vendor == "postgresql":
        # Checks of foreign keys that still wait would keep the table from getting its index.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _fill_names(apps, schema_editor, name):
    others = _others(apps, name)
    values = [(searchable(*texts), number) for number, texts in others.items()]
    _update(schema_editor, name, ["names_words"], values)


def _fill_starts(apps, name, column):
    starts = apps.get_model("records", "NameStart")
    others = _others(apps, name) if name in ("Organization", "WeaponSystem") else {}
    for rows in _batches(apps.get_model("records", name), [column, "review_status"]):
        starts.objects.bulk_create(
            (
                starts(record_type=TYPES[name], number=number, place=place, words=words)
                for number, text, status in rows
                if status == "published"
                for words, place in name_starts(text, others.get(number, ())).items()
            ),
            batch_size=BATCH,
        )


def _others(apps, name):
    """Map numbers to other names in their order."""
    rows = apps.get_model("records", f"{name}Name").objects.order_by("position", "id")
    owner = {"Organization": "organization_id", "WeaponSystem": "weapon_system_id"}[name]
    found = {}
    for number, text in rows.values_list(owner, "text"):
        found.setdefault(number, []).append(text)
    return found


def _batches(model, columns):
    rows = model.objects.order_by("pk").values_list("pk", *columns)
    batch = list(rows[:BATCH])
    while batch:
        yield batch
        batch = list(rows.filter(pk__gt=batch[-1][0])[:BATCH])


def _update(schema_editor, name, columns, values):
    given = ", ".join(f"{column} = %s" for column in columns)
    with schema_editor.connection.cursor() as cursor:
        cursor.executemany(f"UPDATE records_{name.lower()} SET {given} WHERE id = %s", values)


def add_words(model, column, source):
    return migrations.AddField(
        model, column, records.models.fields.WordsField(default="", source=source),
        preserve_default=False,
    )  # fmt: skip


def add_names(model):
    return migrations.AddField(
        model, "names_words",
        models.TextField(default="", editable=False,
                         help_text="The words of all other names, for an index."),
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("records", "0015_reading_text")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, _cycles.create),
        migrations.RunPython(_words.drop, _words.create),
        add_words("agreement", "title_words", "title"),
        add_words("agreement", "summary_words", "summary"),
        add_words("organization", "name_words", "name"),
        add_names("organization"),
        add_words("weaponsystem", "designation_words", "designation"),
        add_names("weaponsystem"),
        add_words("source", "title_words", "title"),
        add_words("source", "publisher_words", "publisher"),
        migrations.CreateModel(
            "NameStart",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("record_type", models.CharField(choices=[("AGR", "AGR"), ("ORG", "ORG"), ("WPN", "WPN"), ("CLM", "CLM"), ("SRC", "SRC")], max_length=3)),
                ("number", models.BigIntegerField(help_text="The record's number.")),
                ("place", models.PositiveSmallIntegerField(help_text="Which name, and where in it.")),
                ("words", records.models.fields.CodePointField(help_text="The words of the name from there on.")),
            ],
            options={"ordering": ("record_type", "place", "words", "number"), "default_permissions": ()},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex("NameStart", models.Index("record_type", "place", "words", "number", name="namestart_words")),
        migrations.AddIndex("NameStart", models.Index("record_type", "number", name="namestart_record")),
        migrations.RunPython(_cycles.create, _cycles.drop),
        migrations.RunPython(_words.create_all, _words.drop_all),
    ]  # fmt: skip
