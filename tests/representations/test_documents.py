"""What holds for every document."""

import pytest

from records.models.relations import record_models
from records.representations.rendering import SERIALIZERS


def test_every_record_has_a_renderer():
    assert SERIALIZERS.keys() == set(record_models())


@pytest.mark.parametrize("model", SERIALIZERS, ids=lambda model: model.__name__)
def test_no_field_hides_another(model):
    """A field named twice is shown once, and one of the two is lost."""
    fields = SERIALIZERS[model].Meta.fields

    assert len(fields) == len(set(fields))
