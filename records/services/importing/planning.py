"""Makes a plan: reads a file, validates every row, and compares it with what is stored."""

from records.representations.loading import load_whole
from records.services import states
from records.services.importing.drafts import Draft, Grouping
from records.services.importing.entries import Maker
from records.services.importing.errors import MAX_PROBLEMS, ImportRefusedError, Problem
from records.services.importing.header import known_names, read_header
from records.services.importing.plans import Entry, Plan, Progress, Steps
from records.services.importing.references import References, batches
from records.services.importing.sheets import read_sheet
from records.services.importing.tables import Table

CHUNK = 200
"""Records that are read and compared together."""


def plan(table: Table, content: bytes) -> Steps[Plan]:
    """Plan the import of a file. Nothing is stored, and nobody waits.

    Everything that is wrong stands in the plan's problems; there are no entries then.
    """
    try:
        sheet = read_sheet(content, known_names(table))
        header = read_header(sheet.header, table)
        grouping = Grouping(header, table.model.record_type)
        drafts = []
        for draft in grouping.read(sheet.rows):
            drafts.append(draft)
            if len(drafts) % 1000 == 0:
                yield Progress("Rows read", len(drafts), 0)
    except ImportRefusedError as refusal:
        return Plan(table, problems=refusal.problems)
    if not drafts and not grouping.problems:
        return Plan(table, problems=[Problem(0, "", "", "The file has a header, but no rows.")])
    problems = grouping.problems
    entries: list[Entry] = []
    maker = Maker(table, header, References(), sheet.decimal_mark, problems)
    for some in batches(drafts, CHUNK):
        entries += _entries(some, maker)
        yield Progress("Records checked", len(entries), len(drafts))
        if len(problems) >= MAX_PROBLEMS:
            break
    if problems:
        ordered = sorted(problems, key=lambda problem: problem.row)[:MAX_PROBLEMS]
        return Plan(table, problems=ordered)
    return Plan(table, entries)


def _entries(drafts: list[Draft], maker: Maker) -> list[Entry]:
    numbers = [draft.number for draft in drafts if draft.number]
    stored = {record.pk: record for record in load_whole(maker.table.model, numbers)}
    taken = {number: states.take(record) for number, record in stored.items()}
    maker.learn(drafts, taken.values())
    return [
        maker.make(draft, stored.get(draft.number or 0), taken.get(draft.number or 0))
        for draft in drafts
    ]
