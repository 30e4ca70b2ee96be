"""What the form of a column's value is, as far as JSON Schema can say it.

The form only helps clients; whether a value is allowed, the model says.
"""

import re
from typing import Any

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from records.models.category import Category
from records.models.fields import AnyColumn, CountryField, CurrencyField, EdtfField, LanguageField
from records.validators.text import PLAIN_TEXT_PATTERN, validate_plain_text
from records.values.codes import CATEGORY_PATTERN, LANGUAGE_PATTERN
from records.values.edtf import PATTERN as EDTF_PATTERN

JsonSchema = dict[str, Any]
_ADDRESS = r"^(https?|ftps?)://[^\s\u0000]+$"
_WITHOUT_NUL = r"^[^\u0000]*$"

_PATTERNS: dict[type[AnyColumn], str] = {
    CountryField: "^[A-Z]{2}$",
    CurrencyField: "^[A-Z]{3}$",
    EdtfField: EDTF_PATTERN,
    LanguageField: LANGUAGE_PATTERN,
    models.URLField: _ADDRESS,
}


def form_of(column: AnyColumn) -> JsonSchema:
    """Describe the text that a column takes; one that can be empty takes the empty text too."""
    schema: JsonSchema = {"type": "string"}
    if column.max_length:
        schema["maxLength"] = column.max_length
    pattern = _pattern(column)
    if not column.blank:
        schema["minLength"] = 1
    elif not column.is_relation and pattern not in {PLAIN_TEXT_PATTERN, _WITHOUT_NUL}:
        pattern = f"^({pattern.removeprefix('^').removesuffix('$')})?$"
    return schema | {"pattern": pattern}


def decimal_form_of(column: "models.DecimalField[Any, Any]") -> JsonSchema:
    """Describe the decimal that a column takes: a string, or a whole number."""
    whole = column.max_digits - column.decimal_places
    fraction = rf"(\.[0-9]{{1,{column.decimal_places}}})?"
    signed = not any(isinstance(each, MinValueValidator) for each in column.validators)
    most = 10**whole - 1
    return {
        "type": ["string", "integer"],
        "format": "decimal",
        "pattern": f"^{'-?' if signed else ''}[0-9]{{1,{whole}}}{fraction}$",
        "minimum": -most if signed else 0,
        "maximum": most,
    }


def _pattern(column: AnyColumn) -> str:
    if isinstance(column, models.ForeignKey):
        return CATEGORY_PATTERN if column.related_model is Category else _WITHOUT_NUL
    if found := _PATTERNS.get(type(column)):
        return found
    for validator in column.validators:
        if type(validator) is RegexValidator:
            return re.compile(validator.regex).pattern.replace(r"\Z", "$")
    return PLAIN_TEXT_PATTERN if validate_plain_text in column.validators else _WITHOUT_NUL
