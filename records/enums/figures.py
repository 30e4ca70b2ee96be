"""Figures over time, and figures that cannot both hold."""

from records.enums.base import Vocabulary


class DateBasis(Vocabulary):
    """Whose date places a figure in time."""

    PERIOD = "period", "The figure has a period of its own.", "The figure's period"
    OCCURRED = (
        "occurred",
        "The figure has no period; its claim says when what is claimed happened.",
        "The claim's date",
    )


class PeriodGrain(Vocabulary):
    """What sort of period the amounts of one line are of."""

    DAY = "day", "Single days.", "Day"
    WEEK = "week", "Seven days.", "Week"
    MONTH = "month", "Calendar months.", "Month"
    QUARTER = "quarter", "Calendar quarters.", "Quarter"
    HALF_YEAR = "half_year", "Calendar half-years.", "Half-year"
    YEAR = "year", "Calendar years.", "Year"
    SINCE = "since", "Any other periods that begin on one and the same day.", "Since a day"


class ConflictBasis(Vocabulary):
    """Why two claims cannot both hold."""

    SAME_PERIOD = (
        "same_period",
        "Their figures are for the same days, and no number is possible for both.",
        "Same period",
    )
    PART_EXCEEDS_WHOLE = (
        "part_exceeds_whole",
        "The amount of a part of a period is certainly more than that of the whole.",
        "The part exceeds the whole",
    )
    OVERLAPPING_PERIOD = (
        "overlapping_period",
        "Their levels are for periods that overlap, and no number is possible for both.",
        "Overlapping periods",
    )
    MARKED = "marked", "One of the claims says that it contradicts the other.", "Marked"


class ConflictCertainty(Vocabulary):
    """Whether two claims cannot both hold, or may after all."""

    CERTAIN = "certain", "They cannot both hold.", "Certain"
    POSSIBLE = (
        "possible",
        "The dates or an approximate figure leave a way out, or a level may have changed.",
        "Possible",
    )
