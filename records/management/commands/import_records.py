"""`manage.py import_records`: a CSV or XLSX file of records, whole or not at all."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.management.people import add_authorship, authorship_of
from records.management.progress import run
from records.services.errors import NotPermittedError
from records.services.importing.errors import ImportRefusedError
from records.services.importing.limits import MAX_BYTES
from records.services.importing.planning import plan
from records.services.importing.plans import Plan
from records.services.importing.storing import permit, store
from records.services.importing.tables import TABLES


class Command(BaseCommand):
    """Says what a file would do, or does it; ends with 1 when the file is refused."""

    help = "Create and change records from a CSV or XLSX file with the columns of export_records."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the arguments."""
        parser.add_argument("file", type=Path, help="a .csv or .xlsx file")
        parser.add_argument("--type", required=True, choices=TABLES, help="what its rows are")
        parser.add_argument("--dry-run", action="store_true", help="say what it would do, only")
        add_authorship(parser, "why; required if public records change, and public")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Plan, tell, and store unless it is a dry run."""
        authorship = authorship_of(options)
        try:
            made = run(plan(TABLES[options["type"]], _read(options["file"])))
            self._tell(made, verbose=options["dry_run"])
            permit(made, authorship)
            if options["dry_run"]:
                self.stdout.write("Nothing was stored: this was a dry run.")
                return
            run(store(made, authorship))
        except ImportRefusedError as refusal:
            for problem in refusal.problems:
                self.stderr.write(str(problem))
            count = len(refusal.problems)
            problems = "1 problem" if count == 1 else f"{count} problems"
            raise CommandError(f"Refused for {problems}. Nothing was stored.") from refusal
        except NotPermittedError as error:
            raise CommandError(f"{error} Nothing was stored.") from error
        self.stdout.write("Done.")

    def _tell(self, made: Plan, *, verbose: bool) -> None:
        """Write the summary, and what changes in detail for a dry run. Raises the problems."""
        if made.problems:
            raise ImportRefusedError(made.problems)
        for entry in made.writes if verbose else ():
            self.stdout.write(f"row {entry.row}: {entry.outcome} “{entry.name}”")
            for each in entry.differences:
                was, becomes = " | ".join(each.before), " | ".join(each.after)
                self.stdout.write(f"    {each.column}: “{was}” → “{becomes}”")
        for outcome, count in made.counts.items():
            self.stdout.write(f"{outcome:<8}{count:>8,}")


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error
