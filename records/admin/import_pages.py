"""The parts of an import's page: how far it is, what it would do, what it did."""

import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from records.services.importing.plans import Entry, Outcome, Plan, Progress, Result, Steps
from records.values.public_ids import format_public_id

SHOWN = 500
"""Records of which the page shows what changes; more would take a browser too long."""

_PAUSE = 0.3
"""Seconds between two lines of progress."""

Told = Generator[str, None, Result]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry of the plan with the id of its record."""

    entry: Entry
    public_id: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a file does in one way: a title, how many records, and the first of them."""

    title: str
    count: int
    changes: bool
    entries: list[Shown]


def told(steps: Steps[Result]) -> Told[Result]:
    """Do the work, and write now and then how far it is."""
    yield '<div class="accord-steps">'
    last = 0.0
    while True:
        try:
            progress = next(steps)
        except StopIteration as end:
            result: Result = end.value
            break
        except Exception:
            yield "</div>"
            raise
        if time.monotonic() - last >= _PAUSE:
            last = time.monotonic()
            yield _step(progress)
    yield "</div>"
    return result


def found(request: HttpRequest, context: dict[str, Any], made: Plan | None) -> str:
    """Write what a file would do, or what is wrong with it."""
    if made is not None:
        context = context | {"plan": made, "parts": _parts(made), "shown": SHOWN}
    return render_to_string("records/admin/import_plan.html", context, request)


def done(request: HttpRequest, context: dict[str, Any], made: Plan) -> str:
    """Write what was stored."""
    return render_to_string("records/admin/import_done.html", context | {"plan": made}, request)


def _step(progress: Progress) -> SafeString:
    if not progress.total:
        return format_html('<p class="accord-step">{}: {}</p>', progress.step, f"{progress.done:,}")
    return format_html(
        '<p class="accord-step"><span>{}: {} of {}</span> '
        '<progress aria-label="{}" max="{}" value="{}"></progress></p>',
        progress.step, f"{progress.done:,}", f"{progress.total:,}",
        progress.step, progress.total, progress.done,
    )  # fmt: skip


def _parts(made: Plan) -> list[Part]:
    """Collect what is changed, then what is created."""
    parts = []
    for outcome, words in ((Outcome.CHANGED, "to change"), (Outcome.CREATED, "to create")):
        entries = [entry for entry in made.writes if entry.outcome is outcome]
        if entries:
            model = made.table.model._meta
            name = model.verbose_name if len(entries) == 1 else model.verbose_name_plural
            shown = [Shown(entry, _public_id(made, entry)) for entry in entries[:SHOWN]]
            title = f"{len(entries):,} {name} {words}"
            parts.append(Part(title, len(entries), outcome is Outcome.CHANGED, shown))
    return parts


def _public_id(made: Plan, entry: Entry) -> str:
    return format_public_id(made.table.model.record_type, entry.number) if entry.number else ""
