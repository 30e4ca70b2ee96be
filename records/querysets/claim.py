"""Claims by what they say."""

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, TextField, Value
from django.db.models.expressions import RawSQL

from records.values.words import words

MAX_WORDS = 20


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
    """Ask with the expression that the index is on (see `records/migrations/_words.py`)."""
    query = " & ".join(f"'{word}'" for word in asked) + ":*"
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
