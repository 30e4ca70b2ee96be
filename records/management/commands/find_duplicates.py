"""`manage.py find_duplicates`: looks for records that may be one."""

from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from records.services.duplicates.searching import COMPARED, search_duplicates

_TYPES = {str(model._meta.verbose_name_plural).replace(" ", "-"): model for model in COMPARED}


class Command(BaseCommand):
    """Compares names across scripts, identifiers, countries and dates, and stores the pairs."""

    help = "Look for duplicates. Decisions stay; pairs that are not alike any more go."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the types to look among."""
        parser.add_argument(
            "--type", choices=_TYPES, action="append", help="Repeat for several; all by default."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Search type by type and say what was found."""
        for name in options["type"] or _TYPES:
            start = perf_counter()
            done = search_duplicates(model=_TYPES[name])
            self.stdout.write(
                f"{name}: {done.new} new, {done.again} again, {done.gone} gone"
                f" ({perf_counter() - start:.1f} s)"
            )
