"""Stores a plan: all of it, in one transaction, or nothing."""

from django.core.exceptions import ValidationError
from django.db import transaction

from records.models import Record
from records.representations.locking import take_turn
from records.services import states
from records.services.authorship import Authorship, validate_reason
from records.services.errors import NotPermittedError, StaleRevisionError
from records.services.importing.checking import problems_of
from records.services.importing.errors import ImportRefusedError, Problem
from records.services.importing.plans import Entry, Outcome, Plan, Progress, Steps
from records.services.importing.references import batches
from records.services.saving import save_record

_EVERY = 50
"""Records after which progress is told."""


def store(plan: Plan, authorship: Authorship) -> Steps[None]:
    """Write what a plan says, each record by `save_record`; who stops taking steps undoes it all.

    Raises ImportRefusedError, for records that changed since the plan was made, too, and
    NotPermittedError.
    """
    if plan.problems:
        raise ImportRefusedError(plan.problems)
    permit(plan, authorship)
    check_reason(plan, authorship)
    writes = plan.writes
    with transaction.atomic():
        take_turn()
        _refuse_changed(plan)
        for done, entry in enumerate(writes, start=1):
            _write(plan, entry, authorship)
            if done % _EVERY == 0 or done == len(writes):
                yield Progress("Records stored", done, len(writes))


def permit(plan: Plan, authorship: Authorship) -> None:
    """Raise NotPermittedError unless the person may add and change what the plan does."""
    name = plan.table.model._meta.model_name
    for outcome, action in ((Outcome.CREATED, "add"), (Outcome.CHANGED, "change")):
        permission = f"records.{action}_{name}"
        if plan.counts[outcome] and authorship.actor and not authorship.actor.has_perm(permission):
            raise NotPermittedError(permission)


def check_reason(plan: Plan, authorship: Authorship) -> None:
    """Raise ImportRefusedError when a reason is missing or cannot be stored."""
    try:
        validate_reason(authorship, required=any(entry.is_public for entry in plan.writes))
    except ValidationError as error:
        raise ImportRefusedError(
            [Problem(0, "", "", message) for message in error.messages]
        ) from error


def _refuse_changed(plan: Plan) -> None:
    """Refuse when one of the records is not as it was when the plan was made."""
    model = plan.table.model
    known = {entry.number: entry for entry in plan.entries if entry.number}
    problems = []
    for some in batches(known):
        found = dict(model.objects.filter(pk__in=some).values_list("pk", "revision"))
        problems += [
            Problem(known[number].row, "revision", "", "The record was changed since the file was "
                    "checked: check it again.")
            for number in some if found.get(number) != known[number].revision
        ]  # fmt: skip
    if problems:
        raise ImportRefusedError(problems)


def _write(plan: Plan, entry: Entry, authorship: Authorship) -> None:
    model = plan.table.model
    record: Record = model.objects.get(pk=entry.number) if entry.number else model()
    try:
        owned = states.give(states.load(entry.state), record)
        save_record(
            record=record,
            owned={name: owned[name] for name in entry.lists},
            authorship=authorship,
            expected_revision=entry.revision,
        )
    except ValidationError as error:
        raise ImportRefusedError(problems_of(error, entry, plan.table)) from error
    except StaleRevisionError as error:
        raise ImportRefusedError([Problem(entry.row, "revision", "", str(error))]) from error
