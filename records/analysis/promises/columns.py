"""What is read of records that are shown in brief, without documents and words to search."""

ORGANIZATION = ("name", "kind", "country")
CLAIM = (
    "text", "kind", "modality", "speaker_name", "outcome",
    "occurred", "occurred_earliest", "occurred_latest", "occurred_words", "occurred_unresolved",
    "due", "due_earliest", "due_latest", "due_words", "due_unresolved",
)  # fmt: skip


def within(relation: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Name columns of a related record."""
    return tuple(f"{relation}__{column}" for column in columns)
