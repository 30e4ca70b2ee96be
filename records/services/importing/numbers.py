"""Numbers as spreadsheets of many countries write them."""

import re
from decimal import Decimal

from records.services.importing.errors import CellError
from records.values.decimals import plain

_PLAIN = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}")
_SPACES = re.compile(r"[ \u00a0\u202f'’]")  # noqa: RUF001 between thousands
_MINUS = str.maketrans({"\u2212": "-"})


def read_number(text: str, decimal_mark: str) -> str:
    """Return a number in digits notation without useless zeros.

    `decimal_mark` is that of the file; the other one is taken for it, too, unless the number could
    as well have thousands: `1,234` in a file with points. Raises CellError.
    """
    digits = _grouped(text.strip().translate(_MINUS))
    if not _PLAIN.fullmatch(digits):
        raise CellError("This is no number: write digits with at most one decimal mark, as 1234.5.")
    thousands = _THOUSANDS.fullmatch(digits)
    if thousands and thousands[1] != decimal_mark:
        whole, _, end = digits.partition(thousands[1])
        raise CellError(
            f"This can be {whole}{end} or {whole}{decimal_mark}{end}: write the one that is meant."
        )
    return plain(Decimal(digits.replace(",", ".")))


def _grouped(text: str) -> str:
    """Take out the spaces of `1 234 567,5`; leave a text in which they do not part thousands."""
    groups = _SPACES.split(text)
    parts = [*groups[1:-1], re.split("[.,]", groups[-1])[0]] if len(groups) > 1 else []
    return "".join(groups) if all(re.fullmatch("[0-9]{3}", part) for part in parts) else text
