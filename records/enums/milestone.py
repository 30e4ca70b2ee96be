"""Steps in the life of an agreement."""

from records.enums.base import Vocabulary


class MilestoneKind(Vocabulary):
    """A dated step in the life of an agreement."""

    ANNOUNCEMENT = (
        "announcement",
        "The agreement, or the intention to conclude it, was first made public.",
        "Announcement",
    )
    NEGOTIATION_START = (
        "negotiation_start",
        "Negotiations on its text or terms began.",
        "Start of negotiations",
    )
    INITIALLING = "initialling", "The negotiators initialled the text as agreed.", "Initialling"
    SIGNATURE = "signature", "The parties, or the last of those needed, signed it.", "Signature"
    RATIFICATION = (
        "ratification",
        "A party consented to be bound by ratification, acceptance or approval.",
        "Ratification",
    )
    PROVISIONAL_APPLICATION = (
        "provisional_application",
        "The parties began to apply it before its entry into force.",
        "Provisional application",
    )
    ENTRY_INTO_FORCE = (
        "entry_into_force",
        "It began to bind its parties or, where not legally binding, to operate.",
        "Entry into force",
    )
    CONTRACTING = "contracting", "A contract that carries it out was concluded.", "Contracting"
    FUNDING = "funding", "Money for it was appropriated, committed or paid.", "Funding"
    PRODUCTION_START = "production_start", "The making of its items began.", "Start of production"
    FIRST_DELIVERY = (
        "first_delivery",
        "The first of its items or services was handed over.",
        "First delivery",
    )
    DELIVERY = (
        "delivery",
        "A later part of its items or services, or all at once, was handed over.",
        "Delivery",
    )
    COMPLETION = "completion", "Everything agreed was done.", "Completion"
    EXTENSION = "extension", "Its term was extended.", "Extension"
    SUSPENSION = "suspension", "Its operation was interrupted for a time.", "Suspension"
    WITHDRAWAL = (
        "withdrawal",
        "One of several parties left it, and it goes on among the others.",
        "Withdrawal",
    )
    TERMINATION = "termination", "Its parties, or one of them, ended it.", "Termination"
    EXPIRY = "expiry", "Its agreed term ended and was not extended.", "Expiry"
