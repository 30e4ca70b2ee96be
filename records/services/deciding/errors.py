"""Why decisions were not stored."""

from collections import defaultdict
from collections.abc import Mapping

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

FieldErrors = dict[str, list[ValidationError]]
"""Errors by the field of what was decided; `__all__` is the whole of it."""

OF_THE_CLAIM = ""
"""Stands for errors that belong to no single proposal."""


class DecidingError(Exception):
    """Nothing was stored; `errors` are by proposal and field."""

    def __init__(self, errors: Mapping[str, FieldErrors]) -> None:
        """Keep the errors."""
        self.errors = dict(errors)
        texts = (message for fields in errors.values() for found in fields.values()
                 for error in found for message in error.messages)  # fmt: skip
        super().__init__(f"Nothing was stored. {' '.join(texts)}")


class Problems:
    """Errors that are collected so that a person sees all of them at once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._errors: dict[str, FieldErrors] = defaultdict(lambda: defaultdict(list))

    def add(self, proposal: str, error: ValidationError, field: str = NON_FIELD_ERRORS) -> None:
        """Note an error of a field of a proposal."""
        self._errors[proposal][field] += error.error_list

    def refuse(self) -> None:
        """Raise DecidingError if there is any."""
        if self._errors:
            raise DecidingError({name: dict(found) for name, found in self._errors.items()})
