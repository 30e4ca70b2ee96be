import pytest

from records.ingest.evaluation.scoring import Compared, Score, compare


def test_compare_counts_what_agrees_is_missed_and_is_wrong():
    assert compare(["a", "b", "b"], ["b", "c"]) == Compared(Score(3, 2, 1), ("a", "b"), ("c",))


def test_score_of_sums_is_not_the_mean_of_scores():
    score = Score(gold=1, predicted=1, right=1) + Score(gold=3, predicted=1, right=0)
    assert score.figures() == {
        "precision": 0.5,
        "recall": 0.25,
        "f1": 0.3333,
        "gold": 4,
        "predicted": 2,
    }


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score(), 1.0, 1.0, 1.0),
        (Score(gold=2), 1.0, 0.0, 0.0),
        (Score(predicted=2), 0.0, 1.0, 0.0),
    ],
)
def test_score_of_nothing(score, precision, recall, f1):
    assert (score.precision, score.recall, score.f1) == (precision, recall, f1)
