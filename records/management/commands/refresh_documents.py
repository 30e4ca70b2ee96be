"""`manage.py refresh_documents`: renders again what became stale."""

from typing import Any

from django.core.management.base import BaseCommand

from records.models.relations import record_models
from records.representations.staleness import refresh_stale


class Command(BaseCommand):
    """Renders stale documents, so that readers do not have to.

    Writers wait for one batch at most.
    """

    help = "Render all stale documents. Run it as often as you like, for example from cron."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Work through every kind of record, batch by batch."""
        for model in record_models():
            count = 0
            while done := refresh_stale(model):
                count += done
            self.stdout.write(f"{model._meta.verbose_name_plural}: {count} rendered")
