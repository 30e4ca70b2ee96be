"""When something happens, and what became of what was to come."""

from records.enums.base import Vocabulary


class Unresolved(Vocabulary):
    """Why words about a date were not turned into a date."""

    ANCHOR_UNKNOWN = (
        "anchor_unknown",
        "The words count from a day, as “past week” does, and that day is not known.",
        "Relative to a day that is not known",
    )
    NOT_STATED = (
        "not_stated",
        "The source has no words from which a date could be read.",
        "The source does not say",
    )
    AMBIGUOUS = (
        "ambiguous",
        "The words can mean different dates, and nothing in the source decides.",
        "More than one reading",
    )


class TemporalMode(Vocabulary):
    """Whether the figure happened or is to come."""

    ACTUAL = "actual", "It describes what has happened or what exists.", "Actual"
    PLAN = "plan", "It describes what those who are to act intend.", "Plan"
    FORECAST = "forecast", "It describes what somebody expects to come about.", "Forecast"
    TARGET = "target", "It describes a level that is set to be reached.", "Target"


class Outcome(Vocabulary):
    """What became of a plan, commitment, target or forecast."""

    OPEN = "open", "Its due date has not passed, and nothing final is reported.", "Open"
    KEPT = "kept", "It came about in full, by its due date where there is one.", "Kept"
    LATE = "late", "It came about in full after its due date.", "Late"
    PARTLY = "partly", "It came about in part only, and no more is to be expected.", "Partly"
    MISSED = "missed", "Its due date passed without it, or it was given up.", "Missed"
    UNKNOWN = "unknown", "No source on record says what became of it.", "Unknown"
