"""`manage.py export_records`: a table of records as CSV or XLSX."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.services.importing.exporting import ExportError, write_csv, write_xlsx
from records.services.importing.tables import TABLES


class Command(BaseCommand):
    """Writes every record of a type, drafts too, so that import_records reads it again."""

    help = "Write a table of records as CSV, or as XLSX if the file is called so."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the arguments."""
        parser.add_argument("--type", required=True, choices=TABLES, help="which records")
        parser.add_argument(
            "file", type=Path, nargs="?", help="a .csv or .xlsx file; standard output without it"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file."""
        table, path = TABLES[options["type"]], options["file"]
        rows = table.model.objects.order_by("pk").values_list("pk", flat=True)
        if path is None:
            for part in write_csv(table, rows.iterator()):
                self.stdout.write(part.decode(), ending="")
            return
        if path.suffix.lower() not in {".csv", ".xlsx"}:
            raise CommandError(f"“{path.name}” is no format: call the file .csv or .xlsx.")
        try:
            with path.open("wb") as file:
                if path.suffix.lower() == ".csv":
                    file.writelines(write_csv(table, rows.iterator()))
                else:
                    write_xlsx(table, rows.iterator(), file)
        except (OSError, ExportError) as error:
            raise CommandError(f"{path}: {error}") from error
