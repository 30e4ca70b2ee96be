"""Claims that have words in common with other texts, by the index of claims' words."""

from collections.abc import Sequence
from typing import Any

import orjson
from django.db import connection

Groups = Sequence[Sequence[str]]
"""Folded words; a claim is found that has all words of one group."""

_POSTGRESQL = """
    SELECT asked.place - 1, found.id
    FROM unnest(%s::text[]) WITH ORDINALITY AS asked(query, place)
    CROSS JOIN LATERAL (
        WITH having_words AS MATERIALIZED (
            SELECT id FROM records_claim
            WHERE array_to_tsvector(string_to_array(btrim(text_words || ' ' || speaker_words), ' '))
                  @@ asked.query::tsquery
        )
        SELECT id FROM having_words ORDER BY id DESC LIMIT %s
    ) AS found
"""
_SQLITE = """
    SELECT asked.key, found.value
    FROM json_each(%s) AS asked
    JOIN json_each((
        SELECT json_group_array(id) FROM (
            SELECT rowid AS id FROM records_claim_words
            WHERE records_claim_words MATCH asked.value ORDER BY rowid DESC LIMIT %s
        )
    )) AS found
"""


def having_words(asked: Sequence[Groups], most: int) -> list[list[int]]:
    """For each text find the claims that have one of its groups of words, in one query.

    At most `most` a text, the newest first. A text without words finds nothing.
    """
    places = [place for place, groups in enumerate(asked) if groups]
    found: list[list[int]] = [[] for _ in asked]
    if not places:
        return found
    statement, parameter = _asked([asked[place] for place in places])
    with connection.cursor() as cursor:
        cursor.execute(statement, [parameter, most])
        for place, number in cursor.fetchall():
            found[places[place]].append(number)
    return found


def _asked(texts: Sequence[Groups]) -> tuple[str, Any]:
    """Give the statement, and its queries as the database takes them."""
    if connection.vendor == "postgresql":
        return _POSTGRESQL, [_written(each, "'{}'", " & ", " | ") for each in texts]
    return _SQLITE, orjson.dumps(
        [_written(each, '"{}"', " AND ", " OR ") for each in texts]
    ).decode()


def _written(groups: Groups, word: str, every: str, either: str) -> str:
    """Write a query. Folded words hold letters and digits only, so none can break out of it."""
    return either.join(f"({every.join(word.format(each) for each in group)})" for group in groups)
