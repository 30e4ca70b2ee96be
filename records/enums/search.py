"""How searches find records."""

from records.enums.base import Vocabulary


class SearchMatch(Vocabulary):
    """Where a record has what was searched for; results come in this order."""

    ID = "id", "The record's public id is what was searched for.", "Public id"
    NAME = "name", "The whole main name or title is what was searched for.", "Name"
    OTHER_NAME = (
        "other_name",
        "The whole of another name, publisher or speaker is what was searched for.",
        "Other name",
    )
    NAME_START = (
        "name_start",
        "The main name or title begins with what was searched for.",
        "Beginning of the name",
    )
    IN_NAME = "in_name", "The main name or title has everything.", "In the name"
    IN_NAMES = (
        "in_names",
        "The other names, the publisher or the speaker have everything.",
        "In other names",
    )
    IN_TEXT = "in_text", "Name, other names and text have everything together.", "In the text"
