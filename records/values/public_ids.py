"""Public ids: short, citable, type-prefixed and never reused, such as `AGR-12`."""

import re
from enum import StrEnum

from records.values.quoting import quote

MAX_NUMBER = 2**63 - 1
MAX_LENGTH = len(f"AGR-{MAX_NUMBER}")

_FORM = re.compile(r"([A-Z]{3})-([1-9][0-9]*)")


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

    Raises PublicIdError unless 1 <= number <= 2**63 - 1, the range of the database key.
    """
    if not 1 <= number <= MAX_NUMBER:
        raise PublicIdError("A record number lies between 1 and 2**63 - 1.")
    return f"{record_type}-{number}"


def parse_public_id(text: str, record_type: RecordType) -> int:
    """Return the record number of a public id.

    Only the exact spelling that `format_public_id` gives is accepted, so that a record has one
    address. Raises PublicIdError, and nothing else, for every other value.
    """
    found, number = _split(text, record_type)
    if found is not record_type:
        raise PublicIdError(
            f"{quote(text)} names another type of record: "
            f"an id such as '{record_type}-12' is expected here.",
            "wrong_record_type",
        )
    return number


def _split(text: str, expected: RecordType) -> tuple[RecordType, int]:
    """Split an id of any record type; `expected` only serves the example in the error."""
    well_formed = isinstance(text, str) and len(text) <= MAX_LENGTH
    match = _FORM.fullmatch(text) if well_formed else None
    if match is None or match[1] not in set(RecordType) or int(match[2]) > MAX_NUMBER:
        raise PublicIdError(
            f"{quote(text)} is not a public id: write one such as '{expected}-12', with "
            "a capital prefix, a hyphen and a number without leading zeros."
        )
    return RecordType(match[1]), int(match[2])
