"""Records of any type by their words, the same on both databases.

Two steps make a search fast both for a word that is nowhere and for one that is everywhere. The
index of words (`records/migrations/_words.py`) is asked first: the few records that it names are
looked up. When there are more than a few, nothing needs to be looked up: whoever reads records in
their own order meets enough of them on the way, and each tells by its own columns. Only to count
many of them, or to group them, everything is read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db import connection, models
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from records.values.readings import SEPARATOR
from records.values.search_query import Alternative, Phrase, SearchQuery, Term

FEW = 2_000


@dataclass(frozen=True, slots=True)
class SearchColumns:
    """The columns of a record that hold words: of its name, a long text, and what is beside them.

    Empty for what a record has not.
    """

    name: str = ""
    text: str = ""
    other: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that there are, in the order of the index."""
        return tuple(column for column in (self.name, self.text, self.other) if column)


def matching(model: Any, query: SearchQuery) -> Q:
    """Match the records of a model that a search finds. Asks the index, in one query."""
    found = found_few(model._default_manager.all(), query)
    return holds(query, model.searched.columns) if found is None else Q(pk__in=found)


def found_few(records: models.QuerySet[Any], query: SearchQuery) -> list[int] | None:
    """List those of some records that a search finds, or None if these are more than FEW."""
    model: Any = records.model
    indexed = {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor]
    rows = indexed(records, query).filter(holds(query, model.searched.columns)).order_by()
    statement, parameters = rows.values_list("pk").query.sql_with_params()
    if connection.vendor == "postgresql":
        # The planner has to use the index, whatever it believes about the limit.
        statement = f"WITH found AS MATERIALIZED ({statement}) SELECT * FROM found"  # noqa: S608 compiled by Django
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} LIMIT {FEW + 1}", parameters)
        found = [number for (number,) in cursor.fetchall()]
    return found if len(found) <= FEW else None


def holds(query: SearchQuery, columns: Iterable[str]) -> Q:
    """Match rows of which some columns of words, together, are as a search says."""
    spaced = spaced_words(columns)
    return _any(_alternative(each, spaced) for each in query.alternatives)


def has_terms(terms: Iterable[Term], spaced: Func) -> Q:
    """Match rows whose spaced words have every term, in one of its readings."""
    return reduce(and_, (_any(contains(spaced, each.sought) for each in term) for term in terms))


def contains(spaced: Func, text: str) -> Q:
    """Match rows whose spaced words contain a text."""
    return Q(GreaterThan(StrIndex(spaced, Value(text)), 0))


def spaced_words(columns: Iterable[str]) -> Func:
    """Write columns of words one after the other, with a separator around each."""
    border = f" {SEPARATOR} "
    parts: list[Any] = [Value(border)]
    for column in columns:
        parts += [F(column), Value(border)]
    return Func(*parts, arg_joiner=" || ", template="(%(expressions)s)", output_field=TextField())


def _alternative(alternative: Alternative, spaced: Func) -> Q:
    found = has_terms(alternative.terms, spaced)
    for term in alternative.excluded:
        found &= ~has_terms([term], spaced)
    return found


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)


def _sqlite(records: models.QuerySet[Any], query: SearchQuery) -> models.QuerySet[Any]:
    """Join the index, which names at least what is found."""
    table = records.model._meta.db_table
    index = f"{table}_words"
    asked = _written(query, _SQLITE)
    where = [f"{index}.rowid = {table}.id", f"{index} MATCH %s"]
    return records.extra(tables=[index], where=where, params=[asked])  # noqa: S610 nothing spliced in


def _postgresql(records: models.QuerySet[Any], query: SearchQuery) -> models.QuerySet[Any]:
    """Ask with the expression that the index is on, which names at least what is found."""
    asked = _written(query, _POSTGRESQL)
    where = [f"{vector(records.model)} @@ %s::tsquery"]
    return records.extra(where=where, params=[asked])  # noqa: S610 nothing is spliced in


def vector(model: Any) -> str:
    """Write the expression that PostgreSQL's index of a model's words is on."""
    table = model._meta.db_table
    words = " || ' ' || ".join(f'"{table}"."{column}"' for column in model.searched.columns)
    return f"array_to_tsvector(string_to_array(btrim({words}), ' '))"


@dataclass(frozen=True, slots=True)
class _Language:
    """How a database writes searches. Words hold letters and digits, so none breaks out."""

    phrase: Callable[[Phrase], str]
    every: str
    without: str


_SQLITE = _Language(
    lambda phrase: f'"{" ".join(phrase.words)}"{"*" * phrase.is_beginning}', " AND ", " NOT "
)
_POSTGRESQL = _Language(
    lambda phrase: " & ".join(
        [*(f"'{word}'" for word in phrase.words[:-1]),
         f"'{phrase.words[-1]}'{':*' * phrase.is_beginning}"]
    ),
    " & ",
    " & !",
)  # fmt: skip


def _written(query: SearchQuery, language: _Language) -> str:
    """Write a search for the index. It knows single words, so phrases are not left out there."""
    either = {" AND ": " OR ", " & ": " | "}[language.every]

    def term(readings: Term) -> str:
        return f"({either.join(f'({language.phrase(each)})' for each in readings)})"

    def alternative(each: Alternative) -> str:
        wanted = f"({language.every.join(map(term, each.terms))})"
        for excluded in each.excluded:
            if all(len(reading.words) == 1 for reading in excluded):
                wanted = f"({wanted}{language.without}{term(excluded)})"
        return wanted

    return either.join(map(alternative, query.alternatives))
