"""Numbers that stand for actors."""


def country_number(code: str) -> int:
    """Give the number that stands for a country in SQL, as `records.analysis.actors` says."""
    return ord(code[0]) * 256 + ord(code[1]) - (1 << 16)
