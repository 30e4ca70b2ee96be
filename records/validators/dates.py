"""Rules for dates."""

from django.core.exceptions import ValidationError

from records.values.edtf import EdtfError, parse_edtf


def validate_edtf(value: str) -> None:
    """Accept the EDTF subset of `records.values.edtf`."""
    try:
        parse_edtf(value)
    except EdtfError as error:
        raise ValidationError(str(error), code=error.code) from error
