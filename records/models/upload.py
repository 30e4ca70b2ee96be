"""Files that wait for the confirmation of their import."""

from uuid import uuid4

from django.conf import settings
from django.db import models


class Upload(models.Model):
    """A file that was uploaded to be looked through, and imported or ingested once.

    `table` is a key of `records.services.importing.tables.TABLES`, or `digest`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    table = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
