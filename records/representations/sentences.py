"""Records' rows in words."""

from collections.abc import Sequence

from records.enums import Superlative, TemporalMode
from records.models import AgreementItem, Measure
from records.representations.measure import facts_of
from records.values.counterpart import RELATIVE
from records.values.derivation import Derived, derive
from records.values.measure_sentences import Told, grouped, sentence


def measure_sentence(measure: Measure, siblings: Sequence[Measure]) -> str:
    """Tell a measure in words, with what follows from it and the other measures of its claim.

    `siblings` are all measures of the claim in their order, the measure among them. Raises
    ValueError for a measure whose codes are unknown.
    """
    facts = facts_of(measure)
    derived: Derived | None = None
    if facts.figure.mode in RELATIVE:
        derived = derive(facts, [facts_of(other) for other in siblings if other is not measure])
    used = siblings[derived.inputs[0]] if derived and derived.inputs else None
    plan = TemporalMode(measure.temporal_mode)
    superlative = measure.superlative and Superlative(measure.superlative).label.lower()
    return sentence(
        Told(
            figure=facts.figure,
            unit=_unit(measure),
            period=measure.period or measure.period_words,
            baseline=measure.baseline_period or measure.baseline_words,
            superlative=superlative,
            plan="" if plan == TemporalMode.ACTUAL else plan.label.lower(),
            due=measure.due,
            derived=derived,
            derived_unit=_unit(used) if used else "",
        )
    )


def item_words(item: AgreementItem, named: str) -> str:
    """Tell an agreement's item in words: `14 batteries of L119`, `90,000 L119`, `L119`.

    `named` is what the item is about, empty when that is not known.
    """
    if item.quantity is None:
        return named
    quantity = grouped(item.quantity)
    joined = f"{item.unit} of {named}" if item.unit and named else item.unit or named
    return f"{quantity} {joined}".strip()


def _unit(measure: Measure) -> str:
    return measure.currency or measure.unit_words or measure.unit_code
