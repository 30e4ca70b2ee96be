"""`manage.py load_reference`: categories, their crosswalk, and states."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.services.loading.errors import LoadError
from records.services.loading.syncing import Synced
from records.services.reference import Reference, load_reference


class Command(BaseCommand):
    """Loads the reference data; run it again after editing fixtures/reference/."""

    help = "Load categories with their crosswalk, and the states of ISO 3166-1."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and say what changed."""
        try:
            done = load_reference()
        except LoadError as error:
            raise CommandError(str(error)) from error
        for line in describe(done):
            self.stdout.write(line)


def describe(done: Reference) -> list[str]:
    """Say in lines what loading did."""
    return [
        _synced("Categories", done.categories),
        _synced("Categories of other schemes", done.scheme_categories),
        _synced("Mappings", done.mappings),
        f"States: {done.states_created} created, {done.states_present} there already.",
    ]


def _synced(name: str, done: Synced) -> str:
    line = (f"{name}: {done.created} created, {done.changed} changed, {done.removed} removed, "
            f"{done.same} unchanged.")  # fmt: skip
    kept = ", ".join(done.kept)
    return f"{line} Not in the file, but in use and kept: {kept}." if kept else line
