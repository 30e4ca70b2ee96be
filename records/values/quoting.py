"""How an error message names a value that may be hostile."""

_LONGEST_QUOTE = 40


def quote(value: object) -> str:
    """Name `value` in an error message: escaped text, cut when long, or the type if not text.

    Never fails: only the type of a value that is not text is looked at.
    """
    if not isinstance(value, str):
        return f"a value of type {type(value).__name__}"
    if len(value) > _LONGEST_QUOTE:
        return f"{value[:_LONGEST_QUOTE]!r} (cut, {len(value)} characters)"
    return repr(value)
