"""Stores new records of one model together, in as many statements as for one of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from django.db.models.expressions import DatabaseDefault

from records.enums import ChangeAction
from records.models import Claim, OwnedRow, Record
from records.representations.locking import hold, shown_by
from records.services import owned as rows
from records.services.authorship import Authorship, validate_reason
from records.services.checking import known
from records.services.credibility import validate_credibility
from records.services.errors import check_each
from records.services.inserting import columns, insert
from records.services.owned import OwnedLists
from records.services.sealing import seal
from records.services.validating import States, Together, derive, prepare, validate, with_together

Entry: TypeAlias = tuple[Record, OwnedLists]
"""A new record with its owned lists."""


def enter(
    entries: Sequence[Entry],
    *,
    authorship: Authorship,
    together: Together,
    action: ChangeAction = ChangeAction.CREATED,
) -> None:
    """Validate, store, render and log new records of one model, all or none.

    The caller has taken the writers' turn, in a transaction. Raises EntriesRefusedError, which
    tells what is wrong with each, and ValidationError for the reason.
    """
    held = hold(shown_by(_every_row(entries)))
    validate_reason(authorship, required=False)
    for record, owned in entries:
        rows.attach(record, owned, {name: {} for name in owned})
        prepare(record, owned)
    states = with_together(held, together)
    existing = known(_every_row(entries), states)
    check_each(
        entries, lambda each: validate(*each, None, _shown_of(each, states), existing=existing)
    )
    for record, owned in entries:
        derive(record, owned)
        record.revision, record.document = 1, None
        _fill(record)
    records = [record for record, _ in entries]
    insert(records)
    _insert_rows(entries)
    confirmed = together.get(Claim, ())
    check_each(records, lambda record: validate_credibility(record, None, (), confirmed))
    seal(records, action=action, authorship=authorship)


def _every_row(entries: Sequence[Entry]) -> Iterator[OwnedRow | Record]:
    for record, owned in entries:
        yield from chain([record], *owned.values())


def _shown_of(entry: Entry, states: States) -> States:
    """Keep the states of the records that one of the entries shows."""
    return {
        model: {number: states[model][number] for number in numbers if number in states[model]}
        for model, numbers in shown_by(_every_row([entry])).items()
    }


def _fill(record: Record) -> None:
    """Set what Django sets when it saves: times, derived columns, the database's defaults."""
    for field in columns(type(record)):
        if isinstance(getattr(record, field.attname), DatabaseDefault):
            setattr(record, field.attname, field.db_default)
        field.pre_save(record, add=True)


def _insert_rows(entries: Sequence[Entry]) -> None:
    """Store the rows of all entries, list by list."""
    lists: dict[str, list[OwnedRow]] = defaultdict(list)
    for record, owned in entries:
        for name, given in owned.items():
            for row in given:
                setattr(row, row.owner, record)  # a new record has got its key only now
                row.derive()
            lists[name] += given
            getattr(record, "_prefetched_objects_cache", {}).pop(name, None)
    for collected in lists.values():
        insert(collected)
