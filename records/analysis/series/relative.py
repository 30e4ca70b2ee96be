"""Relative figures, each linked to the absolute one that it starts from, and never among them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from records.analysis.figures.replacing import Related
from records.analysis.figures.reported import Place, Reported, Thing
from records.analysis.figures.subjects import Subject, Subjects
from records.enums import DerivedNullReason, TemporalMode
from records.values.derivation import Derived, MeasureFacts, derive, object_key


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative figure, and the absolute one that follows from it, or the reason why none does.

    `start` is the absolute figure that was used or tried; it can stand in another claim.
    """

    subject: Subject
    figure: Reported
    derived: Derived
    start: Reported | None
    replaced: Related | None
    repeats: Place | None


class Baselines:
    """The absolute figures that relative ones may start from.

    Those of the same claim go first, as in its document. Then those of other claims of the
    selection serve that no claim replaces: of the same metric, object and subject, and told of
    the same temporal mode or, as a baseline, as actual. The claims with the lowest numbers go
    first. A difference needs one of its own unit.
    """

    def __init__(
        self, figures: Iterable[Reported], standing: Iterable[Reported], subjects: Subjects
    ) -> None:
        """Take all figures of the selection, and those of them that stand."""
        self._subjects = subjects
        self._own: dict[int, list[Reported]] = defaultdict(list)
        self._others: dict[tuple[Subject, str, Thing], list[Reported]] = defaultdict(list)
        for each in figures:
            self._own[each.claim].append(each)
        for each in sorted(standing, key=lambda figure: figure.place):
            if each.is_absolute:
                self._others[self._key(each)].append(each)

    def derive(self, figure: Reported) -> tuple[Derived, Reported | None]:
        """Derive the absolute figure, and say which one it comes from."""
        own = [each for each in self._own[figure.claim] if each.place != figure.place]
        found = _derived(figure, own, _exactly)
        if found[0].interval or found[0].reason != DerivedNullReason.BASELINE_UNKNOWN:
            return found
        others = [each for each in self._others[self._key(figure)] if _may_serve(each, figure)]
        return _derived(figure, others, _alike)

    def _key(self, figure: Reported) -> tuple[Subject, str, Thing]:
        return self._subjects.of(figure.claim), figure.metric, figure.thing


def _may_serve(known: Reported, figure: Reported) -> bool:
    if known.claim == figure.claim:
        return False
    as_baseline = (TemporalMode.ACTUAL, figure.baseline_period)
    return known.temporal_mode == figure.temporal_mode or as_baseline == (
        known.temporal_mode,
        known.period,
    )


def _exactly(figure: Reported) -> str:
    """Name what is counted as the documents of claims do, in all of its words."""
    return object_key(figure.weapon_system, figure.category, figure.object_words)


def _alike(figure: Reported) -> str:
    """Name figures alike that were chosen because they are of one thing."""
    return figure.metric


def _derived(
    figure: Reported, known: Sequence[Reported], name: Callable[[Reported], str]
) -> tuple[Derived, Reported | None]:
    facts = [_facts(place, each, name) for place, each in enumerate(known)]
    derived = derive(_facts(len(known), figure, name), facts)
    return derived, known[derived.inputs[0]] if derived.inputs else None


def _facts(place: int, figure: Reported, name: Callable[[Reported], str]) -> MeasureFacts:
    return MeasureFacts(
        position=place,
        metric=figure.metric,
        object_key=name(figure),
        unit=figure.unit,
        period=figure.period,
        baseline_period=figure.baseline_period,
        figure=figure.figure,
    )
