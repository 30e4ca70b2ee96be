"""Files for imports, and what they do."""

import csv
import io

from openpyxl import Workbook

from records.enums import Channel
from records.services.authorship import Authorship
from records.services.importing.exporting import write_csv, write_xlsx
from records.services.importing.planning import plan
from records.services.importing.plans import finish
from records.services.importing.storing import store
from records.services.importing.tables import TABLES
from tests.factories import UserFactory

FORMATS = ("csv", "xlsx")


def exported(code, form="csv", numbers=None):
    """Export a whole table."""
    table = TABLES[code]
    if numbers is None:
        numbers = table.model.objects.order_by("pk").values_list("pk", flat=True)
    if form == "csv":
        return b"".join(write_csv(table, numbers))
    file = io.BytesIO()
    write_xlsx(table, numbers, file)
    return file.getvalue()


def as_csv(*rows, delimiter=",", encoding="utf-8"):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def planned(code, content):
    return finish(plan(TABLES[code], content))


def outcomes(made):
    return {outcome.value: count for outcome, count in made.counts.items()}


def problems(code, content):
    return [(each.row, each.column, each.value, each.message)
            for each in planned(code, content).problems]  # fmt: skip


def author(role="editor", reason="A file.", **fields):
    return Authorship(channel=Channel.IMPORT, actor=UserFactory(role=role, **fields), reason=reason)


def stored(code, content, authorship=None):
    """Plan and store a file; return the plan."""
    made = planned(code, content)
    assert made.problems == []
    finish(store(made, authorship or author()))
    return made


def table_of(content):
    """Read a CSV file as dictionaries."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
