"""Takes statements in and refuses those that cannot be stored."""

from dataclasses import dataclass

from records.ingest.reading.characters import refuse_forbidden, tidy
from records.ingest.reading.digest import Statement
from records.ingest.reading.errors import DigestError
from records.ingest.reading.limits import MAX_STATEMENT, MAX_STATEMENTS
from records.ingest.reading.sentences import split_sentences
from records.values.quoting import quote


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement comes from, empty where the digest does not say it."""

    date: str = ""
    url: str = ""
    publisher: str = ""


NOWHERE = Origin()


class Collector:
    """Keeps statements in their order; each method raises DigestError when a limit is passed."""

    def __init__(self) -> None:
        """Begin without any."""
        self.statements: list[Statement] = []

    def add(self, text: str, locator: str, origin: Origin = NOWHERE) -> None:
        """Take a statement; one of white space alone is none."""
        text = tidy(text)
        if not text:
            return
        place = locator.capitalize()
        if len(text) > MAX_STATEMENT:
            raise DigestError(
                "statement_too_long",
                f"{place}: the statement {quote(text)} is longer than {MAX_STATEMENT:,} "
                "characters: split it.",
            )
        refuse_forbidden(text, place)
        if len(self.statements) == MAX_STATEMENTS:
            raise DigestError(
                "too_many_statements",
                f"{place}: the digest has more than {MAX_STATEMENTS:,} statements: split it.",
            )
        self.statements.append(Statement(text, locator, origin.date, origin.url, origin.publisher))

    def add_sentences(
        self, paragraph: str, place: str, origin: Origin = NOWHERE, first: int = 1
    ) -> int:
        """Take each sentence of a paragraph, counted from `first`, and return the next number."""
        number = first
        for sentence in split_sentences(tidy(paragraph)):
            self.add(sentence, f"{place}, sentence {number}", origin)
            number += 1
        return number
