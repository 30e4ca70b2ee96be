"""Figures that would be summed twice, found by comparing every pair of what claims say."""

from records.enums import MeasureMode, Qualifier
from records.values.measures import Figure, FigureError, figure_interval
from tests.analysis.figures.claims import Stated, Told, repeating, replacements, same_fact

RESTATING = {"duplicates", "corroborates", "derives_from"}
REPLACING = {"corrects", "updates", "narrows", "retracts"}
LEVELS = {
    "production_capacity", "production_potential", "personnel", "facilities", "projects", "regions",
}  # fmt: skip


def interval(measure):
    figure = Figure(
        MeasureMode(measure.mode), Qualifier(measure.qualifier), measure.value, measure.value_min,
        measure.value_max, measure.precision,
    )  # fmt: skip
    try:
        return figure_interval(figure)
    except FigureError:
        return None


def last_day(figure):
    """Say when a figure's period ends: what is a fact since a day counts up to its claim."""
    claim = figure.claim
    fact = claim.modality in {"reported", "official_statement"}
    if figure.period_latest or figure.temporal_mode != "actual" or not fact:
        return figure.period_latest
    told = claim.occurred_latest
    return told if told and figure.period_earliest and told >= figure.period_earliest else None


class Numbers:
    """What a measure leaves possible, which `&` compares."""

    def __init__(self, measure):
        self.interval = interval(measure)

    def __and__(self, other):
        both = self.interval, other.interval
        return None not in both and both[0].overlaps(both[1])


class Read(Stated):
    """A measure that is stored."""

    @property
    def numbers(self):
        return Numbers(self.measure)


def summed_twice(selected, published, taken_back, where):
    """List the absolute figures of selected claims that are replaced, and those that repeat."""
    told = {claim.pk: as_told(claim, where) for claim in published}
    for claim in published:
        told[claim.pk].relations = [
            (relation.kind, told[relation.other_id])
            for relation in claim.relations.all()
            if relation.other_id in told and claim.pk not in taken_back
        ]
    every, chosen = list(told.values()), [told[claim.pk] for claim in selected]
    figures = [figure for each in chosen for figure in each.measures]
    said = [figure for figure in figures if figure.claim.modality != "denial"]
    replaced = {place for place, _ in replacements(figures, every)} | taken_over(chosen)
    numbers = {figure.place: figure.measure.pk for figure in figures}
    again = repeating(said, every)
    return {numbers[place] for place in replaced & numbers.keys()}, {
        numbers[place] for place in again
    }


def as_told(claim, where):
    told = Told(claim.modality, claim.occurred, *[frozenset()] * 3, [], [], True, claim.pk)
    for measure in claim.measures.filter(where, mode="absolute").order_by("position"):
        weapon = measure.weapon_system_id
        figure = Read(
            measure.metric, f"system {weapon}" if weapon else measure.category_id or "",
            measure.object_words, measure.mode, measure.qualifier, measure.value, measure.currency,
            measure.period, "", measure.temporal_mode, measure.period_length, told,
            measure.position,
        )  # fmt: skip
        figure.measure = measure
        told.measures.append(figure)
    return told


def taken_over(told):
    """List the figures that an update's of a longer period, or of a later level, includes."""
    return {
        old.place
        for claim in told if claim.modality != "denial"
        for kind, other in claim.relations if kind in REPLACING and other.modality != "denial"
        for old in other.measures
        for new in claim.measures
        if same_fact(new, old) and (new.currency, new.length) == (old.currency, old.length)
        and (new.metric in LEVELS or within(old.measure, new.measure))
    }  # fmt: skip


def within(part, whole):
    """Tell whether all days of a period are days of another one."""
    if not part.period or not whole.period:
        return False
    begins = not whole.period_earliest or (
        part.period_earliest and part.period_earliest >= whole.period_earliest
    )
    ends = not last_day(whole) or (last_day(part) and last_day(part) <= last_day(whole))
    return bool(begins and ends)
