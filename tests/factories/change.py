"""Rows of the log."""

from typing import Any

from factory.django import DjangoModelFactory

from records.models import Change
from tests.factories.source import SourceFactory


class ChangeFactory(DjangoModelFactory):
    """What the log says of the entry of a new source."""

    class Meta:
        model = Change

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:  # noqa: ARG003 factory-boy's signature
        source = SourceFactory(*args, **kwargs)
        return Change.objects.of(source.record_type, source.pk).get()
