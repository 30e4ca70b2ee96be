"""Answers to the search fields with which a form finds related records."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db import models

from records.admin.labels import label


class LabelledResults(AutocompleteJsonView):
    """Results with labels that tell namesakes apart."""

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        """Return the key and the label."""
        return {"id": str(getattr(obj, to_field_name)), "text": label(obj)}
