"""Answers a repeated request once: the first time it is done, then its answer is given again."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from records.models import KeptAnswer

KEPT_FOR = timedelta(hours=24)


class KeyReusedError(Exception):
    """The key was used for another request."""


@transaction.atomic
def once(
    *, user: User, key: str, fingerprint: str, answer: Callable[[], tuple[int, dict[str, str], str]]
) -> tuple[KeptAnswer, bool]:
    """Answer a request, or give the answer that it got before; tell whether it is a repetition.

    `answer` does the request and returns status, headers and body; what it stores and the kept
    answer are stored together or not at all. A request that comes while its twin is being
    answered waits for it. Raises KeyReusedError.
    """
    expired = KeptAnswer.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    # What another request deletes is left to it, so that no two of them wait for each other.
    free = expired.select_for_update(skip_locked=True).values("pk")
    KeptAnswer.objects.filter(pk__in=free).delete()
    kept, new = KeptAnswer.objects.select_for_update().get_or_create(
        user=user, key=key, defaults={"fingerprint": fingerprint}
    )
    if kept.fingerprint != fingerprint:
        raise KeyReusedError
    if new:
        kept.status, kept.headers, kept.body = answer()
        kept.save()
    return kept, not new
