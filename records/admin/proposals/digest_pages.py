"""The parts of a digest's page: what it would make, and what it made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from records.admin.proposals.addresses import proposals_address, queue_address
from records.ingest.findings import Findings
from records.models import Claim
from records.services.importing.plans import Steps
from records.services.ingesting.entries import Alike, Entry, Part, State, Summary
from records.values.public_ids import format_public_id

SHOWN = 500
"""Statements that the page shows; more would take a browser too long."""

STATES = {
    State.NEW: "New",
    State.CHANGED: "Changed",
    State.SAME: "There already",
}

_COUNTED = (
    ("countries", "country", "country", "countries"),
    ("organizations", "name", "organization", "organizations"),
    ("weapon_systems", "name", "weapon system", "weapon systems"),
    ("categories", "category", "category", "categories"),
    ("measures", "start", "figure", "figures"),
    ("dates", "start", "date", "dates"),
)
"""What is counted, what tells one from another, and its words for one and for several."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement with what becomes of it and what was found in it."""

    locator: str
    text: str
    state: str
    found: str
    claims: list[tuple[str, str, str]]
    """Claims around it: how each stands to it, its id, its address."""


@dataclass(slots=True)
class Gathered:
    """What the pages tell of statements. It is taken part by part: findings do not last longer."""

    count: int = 0
    near: int = 0
    lines: list[Line] = field(default_factory=list)
    made: list[int] = field(default_factory=list)
    """Claims that were entered."""

    def take(self, entries: Sequence[Entry]) -> None:
        """Take what is told of some statements."""
        room = SHOWN - len(self.lines)
        self.count += len(entries)
        self.near += sum(bool(entry.near) for entry in entries)
        self.lines += [_line(entry) for entry in entries[:room]]
        self.made += [
            entry.claim for entry in entries if entry.state is not State.SAME and entry.claim
        ]


def gathered(steps: Steps[Summary], told: Gathered) -> Steps[Summary]:
    """Take steps, and gather what is told of the statements that they are about."""
    try:
        while True:
            try:
                part = next(steps)
            except StopIteration as end:
                summary: Summary = end.value
                return summary
            if isinstance(part, Part):
                told.take(part.entries)
            yield part
    finally:
        steps.close()


def planned(request: HttpRequest, context: dict[str, Any], summary: Summary, told: Gathered) -> str:
    """Write what a digest would make."""
    more = {
        "counts": [*((STATES[state], count) for state, count in summary.counts.items()),
                   ("Nearly the same elsewhere", told.near)],
        "lines": told.lines,
        "is_longer": told.count > SHOWN,
        "shown": SHOWN,
        "makes_some": told.count > summary.counts[State.SAME],
    }  # fmt: skip
    return render_to_string("records/admin/proposals/digest_plan.html", context | more, request)


def ingested(request: HttpRequest, context: dict[str, Any], told: Gathered) -> str:
    """Write what was made, with the way to the first proposal."""
    first = proposals_address(min(told.made)) if told.made else queue_address()
    more = {"count": len(told.made), "first": first}
    return render_to_string("records/admin/proposals/digest_done.html", context | more, request)


def _line(entry: Entry) -> Line:
    return Line(
        locator=entry.statement.locator,
        text=entry.statement.text,
        state=STATES[entry.state],
        found=(entry.unread and f"Not read: {entry.unread}") or _found(entry.findings),
        claims=list(_claims(entry)),
    )


def _found(findings: Findings | None) -> str:
    if findings is None:
        return ""
    counts = [
        (len({getattr(each, by) for each in getattr(findings, name)}), one, many)
        for name, by, one, many in _COUNTED
    ]
    said = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    single = (("speaker", findings.speaker), ("agreement", findings.agreement))
    return ", ".join([*said, *(name for name, found in single if found)])


def _claims(entry: Entry) -> Iterable[tuple[str, str, str]]:
    if entry.state is State.SAME and entry.claim:
        yield "is", *_link(entry.claim)
    if entry.earlier:
        yield f"replaces, {entry.earlier.similarity} % alike:", *_link(entry.earlier.claim)
    for each in entry.near:
        yield _near(each), *_link(each.claim)


def _near(alike: Alike) -> str:
    return f"{alike.similarity} % like"


def _link(number: int) -> tuple[str, str]:
    return (
        format_public_id(Claim.record_type, number),
        reverse("admin:records_claim_change", args=[number]),
    )
