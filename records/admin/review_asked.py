"""Reads which step somebody asks for with a button."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest

from records.admin.lines import LinesField
from records.admin.review_steps import STEPS, Step
from records.enums import ChangeAction
from records.models import Record
from records.models.relations import models_by_type
from records.values.public_ids import PublicIdError, split_public_id

MAX_TOGETHER = 100


class AskedError(Exception):
    """What was sent is not what the buttons send."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A step, for a revision of the record, with a comment and the records to publish along."""

    step: Step
    reason: str
    revision: int
    together: list[Record]


def read_asked(request: HttpRequest) -> Asked:
    """Read the form; raise AskedError."""
    sent = request.POST
    revision = sent.get("revision", "")
    if not (revision.isascii() and revision.isdecimal()):
        raise AskedError("The form does not say which revision it shows: load it again.")
    step = _step(sent.get("step", ""))
    together = list(_records(sent.getlist("together")))
    if together and step.action != ChangeAction.PUBLISHED:
        raise AskedError("Records are published together; they take every other step alone.")
    reason = LinesField().to_python(sent.get("reason")) or ""
    return Asked(step, reason, int(revision[:18]), together)


def _step(name: str) -> Step:
    for step in STEPS:
        if step.action == name:
            return step
    raise AskedError(f"There is no step “{name}”.")


def _records(ids: list[str]) -> Iterator[Record]:
    if len(ids) > MAX_TOGETHER:
        raise AskedError(f"At most {MAX_TOGETHER} records are published together.")
    models = models_by_type()
    for public_id in dict.fromkeys(ids):
        try:
            record_type, number = split_public_id(public_id)
        except PublicIdError as error:
            raise AskedError(str(error)) from error
        record = models[record_type].objects.defer("document").filter(pk=number).first()
        if record is None:
            raise AskedError(f"There is no record {public_id}.")
        yield record
