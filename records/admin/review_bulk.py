"""Publishing many records of a queue, after a look at what would come of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from records.admin.review_shown import address_of
from records.admin.review_steps import STEPS, attempt, sentences
from records.enums import ChangeAction
from records.models import Record
from records.services.authorship import Authorship

MOST = 100
"""How many records are published at once."""

_PUBLISH = next(step for step in STEPS if step.action == ChangeAction.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a record: nothing to say against it, or why it stays as it is."""

    record: Record
    revision: int
    problems: list[str]

    @property
    def address(self) -> str:
        """Where the desk shows the record."""
        return address_of(self.record)

    @property
    def choice(self) -> str:
        """The record and its revision, as `read_choices` takes them."""
        return f"{self.record.pk}:{self.revision}"


def publish_each(chosen: Iterable[tuple[Record, int]], authorship: Authorship) -> list[Outcome]:
    """Publish records one by one, each for itself, if it still has the revision."""
    outcomes = []
    for record, revision in chosen:
        refusal = attempt(_PUBLISH, record, authorship, expected_revision=revision)
        outcomes.append(Outcome(record, revision, sentences(refusal) if refusal else []))
    return outcomes


def rehearse(records: Sequence[Record], authorship: Authorship) -> list[Outcome]:
    """Publish records one by one and take it all back, to see what would fail and why."""
    with transaction.atomic():
        outcomes = publish_each([(record, record.revision) for record in records], authorship)
        transaction.set_rollback(True)
    return outcomes


def read_choices(model: type[Record], sent: Sequence[str]) -> Iterator[tuple[Record, int]]:
    """Read `12:3`, record 12 in revision 3; what is malformed or not there is left out."""
    matches = [re.fullmatch("([0-9]{1,18}):([0-9]{1,9})", text) for text in sent[:MOST]]
    revisions = {int(match[1]): int(match[2]) for match in matches if match}
    records = model.objects.defer("document").in_bulk(revisions)
    for number, revision in revisions.items():
        if number in records:
            yield records[number], revision
