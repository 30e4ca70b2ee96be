"""How far an agreement has come, from word to deed."""

from records.enums.base import Vocabulary


class Rung(Vocabulary):
    """A step from the announcement of an agreement to what it is for, in this order."""

    ANNOUNCED = (
        "announced",
        "The agreement, or the intention to conclude it, was made public.",
        "Announced",
    )
    SIGNED = "signed", "The parties, or the last of those needed, signed it.", "Signed"
    IN_FORCE = (
        "in_force",
        "It began to bind its parties, to operate or to be applied provisionally.",
        "In force",
    )
    CONTRACTED = (
        "contracted",
        "A contract that carries it out was concluded, or something was ordered under it.",
        "Contracted",
    )
    FUNDED = "funded", "Money for it was appropriated, committed, provided or paid.", "Funded"
    PRODUCED = "produced", "The making of its items began or is reported.", "Produced"
    DELIVERED = (
        "delivered",
        "Its items or services, or the first part of them, were handed over.",
        "Delivered",
    )


class RungReached(Vocabulary):
    """Whether an agreement has come to a rung."""

    YES = "yes", "A milestone or a published claim reports it.", "Reached"
    IMPLIED = "implied", "The agreement's status says so, and nothing else reports it.", "Implied"
    NO = "no", "Nothing on record says so.", "Not reached"


class RungBasis(Vocabulary):
    """What says that an agreement has come to a rung."""

    MILESTONE = "milestone", "A milestone of the agreement.", "Milestone"
    CLAIM = "claim", "A published claim about the agreement, by its kind.", "Claim"
    STATUS = "status", "The agreement's status.", "Status"


class LadderState(Vocabulary):
    """Whether an agreement can be expected to come further."""

    NOT_BEGUN = "not_begun", "It has come to no rung yet.", "Not begun"
    WAITING = (
        "waiting",
        "It has not come to the next rung that agreements of its kind are for.",
        "Waiting",
    )
    DELIVERING = (
        "delivering",
        "Deliveries have begun, and no milestone says that they were made.",
        "Delivering",
    )
    COMPLETE = (
        "complete",
        "It has come to the last rung that agreements of its kind are for, deliveries wholly.",
        "Complete",
    )
    ENDED = (
        "ended",
        "It expired, was terminated, cancelled, superseded or completed.",
        "Ended",
    )
