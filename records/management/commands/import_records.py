"""`manage.py import_records`: a CSV or XLSX file of records, whole or not at all."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from records.enums import Channel
from records.services.authorship import Authorship
from records.services.errors import NotPermittedError
from records.services.importing.errors import ImportRefusedError
from records.services.importing.limits import MAX_BYTES
from records.services.importing.planning import plan
from records.services.importing.plans import Plan, Result, Steps
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
        parser.add_argument("--by", metavar="USERNAME", help="who stands behind the changes")
        parser.add_argument(
            "--reason", default="", help="why; required if public records change, and public"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Plan, tell, and store unless it is a dry run."""
        authorship = _authorship(options["by"], options["reason"])
        try:
            made = self._run(plan(TABLES[options["type"]], _read(options["file"])))
            self._tell(made, verbose=options["dry_run"])
            permit(made, authorship)
            if options["dry_run"]:
                self.stdout.write("Nothing was stored: this was a dry run.")
                return
            self._run(store(made, authorship))
        except ImportRefusedError as refusal:
            for problem in refusal.problems:
                self.stderr.write(str(problem))
            count = len(refusal.problems)
            problems = "1 problem" if count == 1 else f"{count} problems"
            raise CommandError(f"Refused for {problems}. Nothing was stored.") from refusal
        except NotPermittedError as error:
            raise CommandError(f"{error} Nothing was stored.") from error
        self.stdout.write("Done.")

    def _run(self, steps: Steps[Result]) -> Result:
        """Do the work under a bar on the terminal, if there is one."""
        with tqdm(unit="", disable=None, leave=False) as bar:  # on standard error, if a terminal
            while True:
                try:
                    progress = next(steps)
                except StopIteration as end:
                    result: Result = end.value
                    return result
                bar.set_description(progress.step, refresh=False)
                bar.total = progress.total or None
                bar.update(progress.done - bar.n)

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


def _authorship(username: str | None, reason: str) -> Authorship:
    """Let a person stand behind the import, or the operator who ran the command."""
    if username is None:
        return Authorship(channel=Channel.COMMAND, reason=reason)
    try:
        user = User.objects.get(username=username, is_active=True)
    except User.DoesNotExist:
        raise CommandError(f"There is no active user “{username}”.") from None
    return Authorship(channel=Channel.IMPORT, actor=user, reason=reason)
