"""What was done to a record, and by which way."""

from records.enums.base import Vocabulary


class ChangeAction(Vocabulary):
    """What a change did to a record."""

    CREATED = "created", "The record was entered.", "Created"
    CHANGED = "changed", "Its content was changed.", "Changed"
    SUBMITTED = "submitted", "An editor asked for its review.", "Submitted"
    PUBLISHED = "published", "A second person made it public.", "Published"
    CHANGES_REQUESTED = (
        "changes_requested",
        "A reviewer returned it and said what has to change.",
        "Changes requested",
    )
    REJECTED = "rejected", "A reviewer decided that it will not be published.", "Rejected"
    RETRACTED = "retracted", "It was withdrawn from the public; its tombstone stays.", "Retracted"
    MERGED = "merged", "It was found to be another record, which now answers for it.", "Merged"
    UNMERGED = "unmerged", "A merge was undone, and the record is itself again.", "Unmerged"
    REVERTED = "reverted", "Its content was set back to that of an earlier version.", "Reverted"


class Channel(Vocabulary):
    """The way by which a change came into the register."""

    ADMIN = "admin", "The editors' desk.", "Admin"
    API = "api", "A request to the API.", "API"
    IMPORT = "import", "A file of many records.", "Import"
    COMMAND = "command", "A command that an operator ran on the server.", "Command"
