"""When a promise is due, and where that is said."""

from dataclasses import dataclass
from datetime import date

from records.enums import DueBasis
from records.models import Claim, Measure
from records.values.period import Period


@dataclass(frozen=True, slots=True)
class Due:
    """When a promise is due: an EDTF date, empty when unresolved, and the source's words for it."""

    basis: DueBasis
    edtf: str
    words: str
    unresolved: str
    period: Period | None


def due_of(claim: Claim, measure: Measure | None) -> Due | None:
    """Find when a claim, or a figure of it, is due: its own date, its period, or its claim's."""
    if measure and measure.due:
        return _dated(DueBasis.OWN, measure.due, "", measure.due_earliest, measure.due_latest)
    if measure and measure.period:
        bounds = measure.period_earliest, measure.period_latest
        return _dated(DueBasis.PERIOD, measure.period, measure.period_words, *bounds)
    basis = DueBasis.CLAIM if measure else DueBasis.OWN
    if claim.due:
        return _dated(basis, claim.due, claim.due_words, claim.due_earliest, claim.due_latest)
    if claim.due_words or claim.due_unresolved:
        return Due(basis, "", claim.due_words, claim.due_unresolved, None)
    return None


def _dated(
    basis: DueBasis, edtf: str, words: str, earliest: date | None, latest: date | None
) -> Due:
    return Due(basis, edtf, words, "", Period(earliest, latest))
