"""Whether a row means the record that it names, as it stands now."""

from collections.abc import Iterator

from records.enums import ReviewStatus
from records.models import Record
from records.services.importing.drafts import Draft
from records.services.importing.errors import Problem
from records.services.importing.tables import ID, REVISION, STATUS, Table


def check_identity(draft: Draft, stored: Record | None, table: Table) -> Iterator[Problem]:
    """Compare what the row says of id, revision and state of the record with the register."""
    if draft.number and stored is None:
        name = table.model._meta.verbose_name
        yield _problem(draft, ID, f"There is no such {name}: correct the id, or leave it empty "
                       "to enter a new one.")  # fmt: skip
        return
    revision, status = (draft.own.get(name, "").strip() for name in (REVISION, STATUS))
    stands = str(stored.revision) if stored else ""
    if revision not in {"", stands}:
        yield _problem(
            draft,
            REVISION,
            f"{stored.public_id} is at revision {stands}: somebody changed it since the export. "
            "Export it again and repeat what you changed."
            if stored
            else "A new record has no revision: leave the cell empty, or write the record's id.",
        )
    state = ReviewStatus(stored.review_status if stored else ReviewStatus.DRAFT)
    if status and status.casefold() not in {state.value, state.label.casefold()}:
        subject = stored.public_id if stored else "A new record"
        yield _problem(draft, STATUS, f"{subject} is “{state}”: an import does not review. Write "
                       "that, or leave the cell empty.")  # fmt: skip


def _problem(draft: Draft, column: str, message: str) -> Problem:
    return Problem(draft.row, column, draft.own.get(column, ""), message)
