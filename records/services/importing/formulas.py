"""Texts that a spreadsheet would take for formulas, and how a CSV file says that they are none."""

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 some spreadsheets read these alike
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def escape(text: str) -> str:
    """Put an apostrophe before a text that begins like a formula; plain numbers stay."""
    return f"'{text}" if _DANGEROUS.match(text) and not _NUMBER.fullmatch(text) else text


def unescape(text: str) -> str:
    """Take away what `escape` has put there, and nothing else."""
    return text[1:] if _ESCAPED.match(text) else text


class NotAValue(str):
    """What a cell shows although no value stands in it: a formula, or the error of one."""

    __slots__ = ()
