"""What claims say about the facts of a record."""

from records.enums.base import Vocabulary


class EvidenceStance(Vocabulary):
    """What a claim says about a fact."""

    SUPPORTS = "supports", "The claim says the same as the record does.", "Supports"
    CONTRADICTS = (
        "contradicts",
        "The claim says something that cannot be true together with the record.",
        "Contradicts",
    )


class EvidenceState(Vocabulary):
    """How well public claims bear out a fact."""

    SUPPORTED = (
        "supported",
        "Two or more claims that go back to different texts support it; none contradicts it.",
        "Supported",
    )
    SINGLE_SOURCE = (
        "single_source",
        "One claim supports it, or several that go back to one text; none contradicts it.",
        "Single source",
    )
    DISPUTED = "disputed", "At least one claim contradicts it.", "Disputed"
    UNSUPPORTED = "unsupported", "No claim on record says anything about it.", "Unsupported"
