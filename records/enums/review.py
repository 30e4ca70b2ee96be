"""Where a record stands."""

from records.enums.base import Vocabulary


class ReviewStatus(Vocabulary):
    """Where a record stands on its way to the public. Only published records are public."""

    DRAFT = (
        "draft",
        "An editor is still writing the record and has not asked for its review.",
        "Draft",
    )
    IN_REVIEW = (
        "in_review",
        "The record waits for a second person to publish, return or reject it.",
        "In review",
    )
    CHANGES_REQUESTED = (
        "changes_requested",
        "A reviewer returned the record to its editor and said what has to change.",
        "Changes requested",
    )
    PUBLISHED = (
        "published",
        "A second person approved the record, and everybody can read it.",
        "Published",
    )
    REJECTED = "rejected", "A reviewer decided that the record will not be published.", "Rejected"
    RETRACTED = (
        "retracted",
        "The record was published and then withdrawn; a tombstone stays public.",
        "Retracted",
    )
    MERGED = (
        "merged",
        "The record was found to be another one, which answers for it.",
        "Merged",
    )
