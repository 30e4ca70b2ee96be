"""Values of columns in words."""

from decimal import Decimal
from typing import Any

from django.db import models

from records.admin.labels import LabelsByModel
from records.values.decimals import plain

EMPTY = "—"


def in_words(field: "models.Field[Any, Any]", value: Any, labels: LabelsByModel) -> str:
    """Write a value as editors know it: a reference by its label, a code by its name."""
    if value in (None, ""):
        return EMPTY
    if isinstance(field, models.ForeignKey):
        found = labels[field.related_model].get(value)
        return found[1] if found else str(value)
    if isinstance(field, models.DecimalField):
        return plain(Decimal(value))
    return str(dict(field.flatchoices).get(value, value))
