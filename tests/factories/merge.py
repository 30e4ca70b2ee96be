"""Merges."""

from typing import Any

from factory.django import DjangoModelFactory

from records.models import Merge
from records.services.merging import merge_records
from tests.factories.source import SourceFactory
from tests.support.writing import AUTHORSHIP


class MergeFactory(DjangoModelFactory):
    """The merge of a new source into another new one."""

    class Meta:
        model = Merge

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:  # noqa: ARG003 factory-boy's signature
        made, _ = merge_records(
            survivor=SourceFactory(), merged=SourceFactory(), choices={}, authorship=AUTHORSHIP
        )
        return made
