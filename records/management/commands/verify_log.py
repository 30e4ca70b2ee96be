"""`manage.py verify_log`: proves that the log and the records agree."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.models import Change
from records.services.verification import verify_log


class Command(BaseCommand):
    """Reads the whole log and every record, and changes nothing."""

    help = "Prove that the log has no gap and that every record stands as the log left it."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print every fault; fail if there is one."""
        count = 0
        for fault in verify_log():
            count += 1
            self.stderr.write(fault)
        if count:
            raise CommandError(f"{count} faults found.")
        self.stdout.write(f"The log and the records agree, at change {Change.objects.count()}.")
