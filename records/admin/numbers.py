"""Numbers in forms."""

from decimal import Decimal
from typing import Any

from django import forms


class PlainDecimalField(forms.DecimalField):
    """Shows a stored number without the zeros that only fill up its column."""

    def prepare_value(self, value: Any) -> Any:
        """Write the shortest plain form."""
        if not isinstance(value, Decimal):
            return value
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
