"""Published names by how they begin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from django.db import connection, models
from django.db.models import F, Value
from django.db.models.functions import Concat, Left, Length, StrIndex

from records.values.name_starts import MAX_START, StartPlace
from records.values.public_ids import RecordType

Start_co = TypeVar("Start_co", bound=models.Model, covariant=True)

_LAST = "\U0010ffff"
_AFTER_SPACE = "!"
"""Sorts after a space and before all letters and digits."""

_RANGE = """
    SELECT * FROM (
        SELECT place, words, record_type, number FROM records_namestart
        WHERE record_type = %s AND place = %s AND words >= %s AND words < %s
        ORDER BY words, number LIMIT %s
    ) AS found_{number}
"""


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a name begins, at a place: the last word is one as a whole, or the beginning of one."""

    words: str
    place: StartPlace
    is_whole: bool = False

    @property
    def bounds(self) -> tuple[str, str]:
        """The range of words that begin so: the first, and what comes after the last."""
        words = self.words[: MAX_START - 1]
        return words, f"{words}{_AFTER_SPACE if self.is_whole else _LAST}"


@dataclass(frozen=True, slots=True, order=True)
class Start:
    """A name that begins as asked; they are sorted as they are listed."""

    place: StartPlace
    words: str
    record_type: RecordType
    number: int


class NameStartQuerySet(models.QuerySet[Start_co]):
    """What published names begin with."""

    def words(self, letters: Iterable[str], shortest: int, longest: int) -> set[str]:
        """Read the words of names, of some lengths, that begin with one of some letters."""
        within = models.Q()
        for letter in letters:
            within |= models.Q(words__gte=letter, words__lt=f"{letter}{_LAST}")
        word = Left("words", StrIndex(Concat(F("words"), Value(" ")), Value(" ")) - 1)
        rows = self.filter(within, place__in=list(StartPlace)).annotate(word=word)
        fitting = rows.annotate(length=Length("word")).filter(length__range=(shortest, longest))
        return set(fitting.order_by().values_list("word", flat=True).distinct())


def starts(types: Sequence[RecordType], asked: Sequence[Beginning], limit: int) -> list[Start]:
    """List published names that begin in one of some ways, at most `limit` of each way and type.

    One query: a range of the index for each way and type.
    """
    ranges: list[str] = []
    parameters: list[str | int] = []
    for record_type, beginning in product(types, asked):
        ranges.append(_RANGE.format(number=len(ranges)))
        parameters += [record_type.value, int(beginning.place), *beginning.bounds, limit]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(ranges), parameters)
        rows = cursor.fetchall()
    return sorted(
        Start(StartPlace(place), words, RecordType(record_type), number)
        for place, words, record_type, number in rows
    )
