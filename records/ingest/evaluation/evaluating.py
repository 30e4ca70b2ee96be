"""Runs the finders over labelled sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from records.ingest.evaluation.gold import Labels
from records.ingest.evaluation.labels import OF_FINDINGS, OF_LABELS
from records.ingest.evaluation.scoring import Compared, Score, compare
from records.ingest.finding import read_sentence
from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.findings import Findings
from records.ingest.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One labelled sentence, compared label by label."""

    text: str
    compared: dict[str, Compared]


def evaluate(gold: Iterable[Labels], lexicon: Lexicon) -> Iterator[Evaluated]:
    """Read every sentence as ingest does and compare what is found with its labels."""
    for labels in gold:
        yield evaluate_one(labels, read_sentence(Sentence(labels.text, labels.date), lexicon))


def evaluate_one(labels: Labels, found: Findings) -> Evaluated:
    """Compare what was found in a sentence with its labels."""
    return Evaluated(
        labels.text,
        {
            label: compare(wanted(labels), OF_FINDINGS[label](labels.text, found))
            for label, wanted in OF_LABELS.items()
        },
    )


def total(evaluated: Iterable[Evaluated]) -> dict[str, Score]:
    """Add up the scores of each label."""
    scores = dict.fromkeys(OF_LABELS, Score())
    for sentence in evaluated:
        for label, compared in sentence.compared.items():
            scores[label] += compared.score
    return scores
