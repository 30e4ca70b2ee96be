"""Measures how good ingest is, for those who may not ask `records.ingest` themselves."""

import orjson

from records.ingest.documents import from_document
from records.ingest.evaluation.evaluating import Evaluated, evaluate, evaluate_one, total
from records.ingest.evaluation.gold import GoldError, read_gold
from records.ingest.evaluation.scoring import Score
from records.ingest.finding.names.lexicon import Lexicon
from records.models import Reading

__all__ = ["Evaluated", "GoldError", "Score", "evaluate_gold", "evaluate_reviews", "total"]


def evaluate_gold(data: bytes) -> list[Evaluated]:
    """Read labelled sentences as ingest does, with the names of the register as it is.

    `data` is JSON Lines in UTF-8. Raises GoldError, for a file without sentences too.
    """
    gold = list(read_gold(data))
    if not gold:
        raise GoldError("The file has no labelled sentence; give one JSON object a line.")
    return list(evaluate(gold, Lexicon.of_register()))


def evaluate_reviews() -> list[Evaluated]:
    """Compare what was found when sentences were ingested with what people decided on it.

    Nothing is read again. Raises GoldError when nobody has decided on any reading yet.
    """
    decided = Reading.objects.filter(labels__isnull=False, unread="").order_by("claim_id")
    rows = decided.values_list("labels", "findings").iterator(chunk_size=500)
    evaluated = [
        evaluate_one(next(read_gold(orjson.dumps(labels))), from_document(findings))
        for labels, findings in rows
    ]
    if not evaluated:
        raise GoldError("Nobody has decided on proposals yet; confirm some at the desk first.")
    return evaluated
