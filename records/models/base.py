"""What every record has, and what every row that a record owns has."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import Q

from records.enums import ReviewStatus
from records.models.fields import DerivedField, PlainTextField
from records.models.rules import check
from records.querysets.record import RecordQuerySet
from records.querysets.search import SearchColumns
from records.values.public_ids import RecordType, format_public_id

RECORD_PERMISSIONS = ("add", "change", "delete", "view", "review", "merge")
"""What roles may do with records: to review is to publish, return, reject and retract."""


class Record(models.Model):
    """A record of the register: it has a public id, a review state and a rendered document.

    `owned` names the reverse relations whose rows belong to the record: they are written with
    it as whole lists and have no life of their own. `searched` names the columns that hold its
    words.
    """

    record_type: ClassVar[RecordType]
    searched: ClassVar[SearchColumns]
    owned: ClassVar[tuple[str, ...]] = ()

    review_status = models.CharField(
        max_length=17, choices=ReviewStatus, default=ReviewStatus.DRAFT, editable=False
    )
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    notes = PlainTextField(
        blank=True, db_default="", help_text="For editors only; never shown to the public."
    )
    document = models.TextField(  # noqa: DJ001 null means stale; an empty text is no document
        null=True,
        editable=False,
        help_text="The public representation as JSON; null when it must be rendered again.",
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def public_id(self) -> str:
        """The citable id, such as AGR-12."""
        return format_public_id(self.record_type, self.pk)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a record that was never public; a public one is kept for ever."""
        with transaction.atomic():
            type(self)._default_manager.filter(pk=self.pk).refuse_if_public()
            return super().delete(*args, **kwargs)


def record_rules(table: str) -> list[models.BaseConstraint]:
    """Constraints that every record's table carries."""
    return [
        check(
            table,
            "review_status_unknown",
            Q(review_status__in=ReviewStatus.values),
            "The review status is not one of the known ones.",
        )
    ]


def record_indexes(table: str) -> list[models.Index]:
    """Indexes that every record's table carries: by state and last change, by creation, stale."""
    return [
        models.Index(
            "review_status", models.F("updated_at").desc(), models.F("id").desc(),
            name=f"{table}_updated",
        ),
        models.Index("created_at", name=f"{table}_created"),
        models.Index("id", name=f"{table}_stale", condition=Q(document__isnull=True)),
    ]  # fmt: skip


class OwnedRow(models.Model):
    """A row that belongs to one record, in the order in which it was written.

    `owner` names the foreign key to that record. `identity` names the columns by which a row of
    a new list is recognised as one that is already stored, so that it keeps its primary key.
    `repeats` names columns that hold the owner's value, so that one index serves both.
    """

    owner: ClassVar[str]
    identity: ClassVar[tuple[str, ...]] = ("position",)
    repeats: ClassVar[tuple[str, ...]] = ()

    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
        ordering = ("position", "id")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row with its derived columns."""
        self.derive()
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Fill the columns that are computed from others or repeat the owner's."""
        for column in self.repeats:
            setattr(self, column, getattr(getattr(self, self.owner), column))
        for field in self._meta.concrete_fields:
            if isinstance(field, DerivedField):
                field.pre_save(self, add=False)
