"""Where proposals are, and which come next."""

from django.db import models
from django.urls import reverse

from records.models import Reading
from records.services.deciding.deciding import OPEN


def waiting() -> models.QuerySet[Reading]:
    """Find the readings that can be decided on."""
    return Reading.objects.filter(decided_at__isnull=True, claim__review_status__in=OPEN)


def proposals_address(claim: int) -> str:
    """Return the page of a claim's proposals."""
    return reverse("admin:records_claim_proposals", args=[claim])


def queue_address() -> str:
    """Return the queue."""
    return reverse("admin:records_reading_changelist")


def next_address(claim: int) -> str:
    """Return the page that comes after a claim's, else the first one, else the queue."""
    others = waiting().exclude(claim=claim).order_by("claim_id").values_list("claim_id", flat=True)
    number = others.filter(claim__gt=claim).first() or others.first()
    return queue_address() if number is None else proposals_address(number)
