"""Numbers in forms."""

from decimal import Decimal
from typing import Any

from django import forms

from records.values.decimals import plain


class PlainDecimalField(forms.DecimalField):
    """Shows a stored number without the zeros that only fill up its column."""

    def prepare_value(self, value: Any) -> Any:
        """Write the shortest plain form."""
        return plain(value) if isinstance(value, Decimal) else value
