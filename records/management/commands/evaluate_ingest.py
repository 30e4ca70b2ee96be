"""`manage.py evaluate_ingest`: how good the finders are on labelled sentences."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from django.core.management.base import BaseCommand, CommandError, CommandParser

from records.management.migrated import require_migrated
from records.services.evaluating import (
    Evaluated,
    GoldError,
    Score,
    evaluate_gold,
    evaluate_reviews,
    total,
)


class Command(BaseCommand):
    """Reads labelled sentences as ingest does, and writes nothing."""

    help = "Compare what ingest finds with labels that people made."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the labelled file and the form of the answer."""
        labels = parser.add_mutually_exclusive_group(required=True)
        labels.add_argument(
            "gold", type=Path, nargs="?", help="JSON Lines: a sentence and its labels a line."
        )
        labels.add_argument(
            "--from-reviews",
            action="store_true",
            help="Take what people decided on proposals for labels; nothing is read again.",
        )
        parser.add_argument("--format", choices=("table", "json"), default="table")
        parser.add_argument("--errors", action="store_true", help="List what was missed or wrong.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the figures of every label. Fails on a file that cannot be read."""
        require_migrated()
        try:
            evaluated = (
                evaluate_reviews()
                if options["from_reviews"]
                else evaluate_gold(options["gold"].read_bytes())
            )
        except (OSError, GoldError) as error:
            raise CommandError(str(error)) from error
        scores = total(evaluated)
        if options["errors"]:
            for line in _errors(evaluated):
                self.stderr.write(line)
        if options["format"] == "json":
            figures = {label: score.figures() for label, score in scores.items()}
            self.stdout.write(orjson.dumps(figures, option=orjson.OPT_INDENT_2).decode())
        else:
            for line in _table(scores):
                self.stdout.write(line)


def _table(scores: dict[str, Score]) -> Iterator[str]:
    yield f"{'label':<18}{'precision':>10}{'recall':>10}{'f1':>10}{'gold':>8}{'predicted':>11}"
    for label, score in scores.items():
        yield (
            f"{label:<18}{score.precision:>10.3f}{score.recall:>10.3f}{score.f1:>10.3f}"
            f"{score.gold:>8}{score.predicted:>11}"
        )


def _errors(evaluated: list[Evaluated]) -> Iterator[str]:
    for number, sentence in enumerate(evaluated, 1):
        faults = [
            f"  {label}: {name} {', '.join(map(_shown, values))}"
            for label, compared in sentence.compared.items()
            for name, values in (("missed", compared.missed), ("wrong", compared.wrong))
            if values
        ]
        if faults:
            yield "\n".join((f"{number}. {sentence.text}", *faults))


def _shown(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
