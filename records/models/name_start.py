"""Where published names can begin, for those who type one."""

from django.db import models

from records.models.fields import CodePointField
from records.querysets.name_start import NameStartQuerySet
from records.values.public_ids import RecordType


class NameStart(models.Model):
    """A name of a published record from one of its words on (see `records.values.name_starts`).

    It is derived from the record each time that is written; nobody edits it.
    """

    record_type = models.CharField(
        max_length=3, choices=[(each.value, each.value) for each in RecordType]
    )
    number = models.BigIntegerField(help_text="The record's number.")
    place = models.PositiveSmallIntegerField(help_text="Which name, and where in it.")
    words = CodePointField(help_text="The words of the name from there on.")

    objects = NameStartQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("record_type", "place", "words", "number")
        indexes = (
            models.Index("record_type", "place", "words", "number", name="namestart_words"),
            models.Index("record_type", "number", name="namestart_record"),
        )

    def __str__(self) -> str:
        return self.words
