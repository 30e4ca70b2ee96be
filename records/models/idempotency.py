"""Answers to requests that may be repeated."""

from django.conf import settings
from django.db import models

from records.models.rules import unique


class KeptAnswer(models.Model):
    """What a user's request with an Idempotency-Key was answered, to be answered again.

    `fingerprint` tells the request: a SHA-256 of its method, path and body.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    headers = models.JSONField(default=dict, blank=True)
    body = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = (unique("keptanswer", "duplicate", ("user", "key"), "The key is taken."),)

    def __str__(self) -> str:
        return self.key
