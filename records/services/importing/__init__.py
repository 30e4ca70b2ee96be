"""Tables of records as files: exported, edited in a spreadsheet, and imported again.

One definition of columns (`tables`) serves both directions. A record takes one row, or several
that stand together: the first has its own columns, and the n-th row has the n-th entry of each of
its lists.

An import is planned first (`planning`): every row is read, resolved and validated, and compared
with what is stored. A plan without problems is then stored by `storing` in one transaction, each
record by `save_record`.

Not made with django-import-export: there a row is an instance, which is saved by itself and before
the next row is looked at. A record with its lists is several rows here, all of them are checked
before the first is stored, and only `save_record` writes. What it brings beyond that is tablib,
which reads whole files into memory and XLSX without limits. So the files are read with Python's own
csv module and openpyxl, row by row.
"""
