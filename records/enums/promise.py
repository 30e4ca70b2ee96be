"""What is found out about plans, commitments, targets and forecasts on a day."""

from records.enums.base import Vocabulary


class Overdue(Vocabulary):
    """Whether what is still awaited should have come about before the day asked about."""

    YES = "yes", "Nothing final is on record, and every day it can be due on has passed.", "Yes"
    POSSIBLY = (
        "possibly",
        "Nothing final is on record, and some of the days it can be due on have passed.",
        "Possibly",
    )
    NO = "no", "It is due on that day or later, or what became of it is on record.", "No"
    UNKNOWN = (
        "unknown",
        "Nothing final is on record, and no due date either.",
        "No due date",
    )


class OutcomeBasis(Vocabulary):
    """Where an outcome comes from."""

    RECORDED = "recorded", "Editors recorded it of the promise itself.", "Recorded"
    CLAIM = "claim", "Editors recorded it of the claim that the figure belongs to.", "Of the claim"
    DATES = (
        "dates",
        "Nobody recorded one: it is open until it is certainly past its due date, else unknown.",
        "From the dates",
    )


class DueBasis(Vocabulary):
    """Where the due date of a promise comes from."""

    OWN = "own", "The promise states it.", "Its own"
    PERIOD = (
        "period",
        "The promised figure is one for this period, and falls due with it.",
        "Period of the figure",
    )
    CLAIM = "claim", "The claim that the figure belongs to states it.", "Of the claim"


class LatenessGap(Vocabulary):
    """Why it is not known how late a promise came true."""

    UNDECIDED = (
        "undecided",
        "It is not on record that it came true, or no published claim reports how it did.",
        "Not on record to have come true",
    )
    MISSED = "missed", "It is on record that the promise did not come true.", "Did not come true"
    DUE_UNKNOWN = "due_unknown", "No due date is on record.", "No due date on record"
    DECISION_UNDATED = (
        "decision_undated",
        "No claim that reports that it came about says when.",
        "No date on record on which it came about",
    )


class OutcomeDoubt(Vocabulary):
    """In what the dates on record contradict the outcome that editors recorded."""

    CERTAINLY_LATE = (
        "certainly_late",
        "It is recorded as kept, yet all days that it can have come about lie after the due date.",
        "Kept, but certainly late",
    )
    CERTAINLY_IN_TIME = (
        "certainly_in_time",
        "It is recorded as late, yet all days that it can have come about are within the due date.",
        "Late, but certainly in time",
    )
