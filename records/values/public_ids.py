"""Public ids: short, citable, type-prefixed and never reused, such as `AGR-12`."""

import re
from enum import StrEnum

from records.values.quoting import quote

MAX_NUMBER = 10**18 - 1
"""Eighteen digits: within the database key's 64 bits, and a pattern can say it."""

_NUMBER = "[1-9][0-9]{0,17}"
_FORM = re.compile(rf"([A-Z]{{3}})-({_NUMBER})")


class RecordType(StrEnum):
    """The type of record that a public id names; the value is the id's prefix."""

    AGREEMENT = "AGR"
    ORGANIZATION = "ORG"
    WEAPON_SYSTEM = "WPN"
    CLAIM = "CLM"
    SOURCE = "SRC"


class PublicIdError(ValueError):
    """A value is no public id of the record type asked for.

    `code` is `invalid_id`, or `wrong_record_type` for the id of another type of record.
    """

    def __init__(self, message: str, code: str = "invalid_id") -> None:
        super().__init__(message)
        self.code = code


def format_public_id(record_type: RecordType, number: int) -> str:
    """Return the public id of a record number.

    Raises PublicIdError unless 1 <= number <= MAX_NUMBER.
    """
    if not 1 <= number <= MAX_NUMBER:
        raise PublicIdError(f"A record number lies between 1 and {MAX_NUMBER}.")
    return f"{record_type}-{number}"


def public_id_pattern(record_type: RecordType) -> str:
    """Return the form of the ids of one record type as a regular expression, without anchors."""
    return f"{record_type}-{_NUMBER}"


def parse_public_id(text: str, record_type: RecordType) -> int:
    """Return the record number of a public id.

    Only the exact spelling that `format_public_id` gives is accepted, so that a record has one
    address. Raises PublicIdError, and nothing else, for every other value.
    """
    found, number = split_public_id(text, record_type)
    if found is not record_type:
        raise PublicIdError(
            f"{quote(text)} names another type of record: "
            f"an id such as '{record_type}-12' is expected here.",
            "wrong_record_type",
        )
    return number


def split_public_id(text: str, expected: RecordType = RecordType.CLAIM) -> tuple[RecordType, int]:
    """Split the id of a record of any type; `expected` only serves the example in the error.

    Raises PublicIdError, and nothing else, for what is no public id.
    """
    match = _FORM.fullmatch(text) if isinstance(text, str) else None
    if match is None or match[1] not in set(RecordType):
        raise PublicIdError(
            f"{quote(text)} is not a public id: write one such as '{expected}-12', with "
            "a capital prefix, a hyphen and a number without leading zeros."
        )
    return RecordType(match[1]), int(match[2])
