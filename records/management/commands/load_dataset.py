"""`manage.py load_dataset`: a published dataset as published records."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.ingest.datasets.errors import DatasetError
from records.management.migrated import require_migrated
from records.management.progress import run
from records.services.datasets.known import datasets
from records.services.datasets.loading import Loaded, load
from records.services.loading.errors import LoadError


class Command(BaseCommand):
    """Stores batch after batch: run again after an interruption, it goes on."""

    help = (
        "Load a dataset as published records. What is in the register already is left alone. "
        "The data of ua_mod_losses come with Accord; fixtures/datasets/ says what the others are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the arguments."""
        parser.add_argument("dataset", choices=datasets())
        parser.add_argument("path", nargs="?", type=Path, metavar="PATH",
                            help="folder with the dataset's files, or one of them")  # fmt: skip
        parser.add_argument("--until", type=_day, metavar="YYYY-MM-DD",
                            help="take nothing after this day")  # fmt: skip
        parser.add_argument("--dry-run", action="store_true", help="check and count, only")

    def handle(self, *_args: Any, dataset: str, path: Path | None, **options: Any) -> None:
        """Load the dataset and say what that did."""
        require_migrated()
        found = datasets()[dataset]
        until, dry_run = options["until"] or "", options["dry_run"]
        try:
            loaded = run(load(found, path or found.folder, until=until, dry_run=dry_run))
        except (DatasetError, LoadError) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Interrupted. Run it again to go on.", returncode=130) from None
        self.stdout.write(f"{dataset}: {_told(loaded)}")
        if dry_run:
            self.stdout.write("Nothing was stored: this was a dry run.")


def _told(loaded: Loaded) -> str:
    passed = ", ".join(f"{count:,} {what}" for what, count in loaded.passed_over.items())
    counted = f"{loaded.created:,} claims created, {loaded.present:,} there already."
    return f"{counted} Passed over: {passed}." if passed else counted


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is no day: write one as 2022-12-31.") from error
