"""Values of columns in words."""

from decimal import Decimal
from typing import Any

from django.db import models

from records.admin.labels import LabelsByModel

EMPTY = "—"


def in_words(field: "models.Field[Any, Any]", value: Any, labels: LabelsByModel) -> str:
    """Write a value as editors know it: a reference by its label, a code by its name."""
    if value in (None, ""):
        return EMPTY
    if isinstance(field, models.ForeignKey):
        found = labels[field.related_model].get(value)
        return found[1] if found else str(value)
    if isinstance(field, models.DecimalField):
        return _plain(value)
    return str(dict(field.flatchoices).get(value, value))


def _plain(value: Decimal | str) -> str:
    text = value if isinstance(value, str) else f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
