"""Measures how good ingest is, for those who may not ask `records.ingest` themselves."""

from records.ingest.evaluation.evaluating import Evaluated, evaluate, total
from records.ingest.evaluation.gold import GoldError, read_gold
from records.ingest.evaluation.scoring import Score
from records.ingest.finding.names.lexicon import Lexicon

__all__ = ["Evaluated", "GoldError", "Score", "evaluate_gold", "total"]


def evaluate_gold(data: bytes) -> list[Evaluated]:
    """Read labelled sentences as ingest does, with the names of the register as it is.

    `data` is JSON Lines in UTF-8. Raises GoldError, for a file without sentences too.
    """
    gold = list(read_gold(data))
    if not gold:
        raise GoldError("The file has no labelled sentence; give one JSON object a line.")
    return list(evaluate(gold, Lexicon.of_register()))
