"""Claims by what they say."""

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, TextField, Value
from django.db.models.expressions import RawSQL

from records.values.words import words

MAX_WORDS = 20
FEW = 2_000

_FIRST_FEW = """
    WITH found AS MATERIALIZED (
        SELECT id FROM records_claim
        WHERE array_to_tsvector(string_to_array(btrim(text_words || ' ' || speaker_words), ' '))
              @@ %s::tsquery
    )
    SELECT id FROM found LIMIT %s
"""


def matching(text: str) -> Q:
    """Match claims whose statement, with its speaker's name, has all words of a text.

    Case and accents do not count, nor does the order. The last word may be the beginning of one.
    Words after the twentieth are not looked at; a text without any word matches nothing.
    """
    asked = words(text)[:MAX_WORDS]
    if not asked:
        return Q(pk__in=[])
    return {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor](asked)


def _sqlite(asked: list[str]) -> Q:
    query = " ".join(f'"{word}"' for word in asked) + "*"
    index = "records_claim_words"
    return Q(pk__in=RawSQL(f"SELECT rowid FROM {index} WHERE {index} MATCH %s", (query,)))  # noqa: S608, S611 no input is spliced in


def _postgresql(asked: list[str]) -> Q:
    """Ask with the expression that the index is on (see `records/migrations/_words.py`).

    The planner takes the beginning of a word for frequent and would look for a rare one through all
    claims in their order. So the index is asked first: few claims are named, many are passed on
    the way anyway.
    """
    query = " & ".join(f"'{word}'" for word in asked) + ":*"
    with connection.cursor() as cursor:
        cursor.execute(_FIRST_FEW, (query, FEW + 1))
        found = [number for (number,) in cursor.fetchall()]
    if len(found) <= FEW:
        return Q(pk__in=found)
    words_there = Func(
        F("text_words"),
        F("speaker_words"),
        arg_joiner=" || ' ' || ",
        template="array_to_tsvector(string_to_array(btrim(%(expressions)s), ' '))",
        output_field=TextField(),
    )
    return Q(
        Func(
            words_there,
            Value(query),
            arg_joiner=" @@ ",
            template="(%(expressions)s::tsquery)",
            output_field=BooleanField(),
        )
    )
