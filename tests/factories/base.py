"""How records and the rows they own are made: through the service, so that documents exist."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from records.enums import ReviewStatus
from records.models import OwnedRow
from records.models.relations import owned_rows
from tests.support.writing import store


class Stored(factory.SubFactory):
    """A related record that is stored, even when the row that points at it is only built."""

    def evaluate(self, instance, step, extra):  # noqa: ARG002 factory-boy's signature
        return self.get_factory().create(**extra)


class RecordFactory(DjangoModelFactory):
    """A published record.

    `create` takes owned lists as keywords, such as `parties=[AgreementPartyFactory.build()]`, and
    the shorthands of `_shorthands`, which map a keyword to an owned list and the column that each
    of its values fills: `organizations=[one, two]`. `build` makes the bare instance.
    """

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    review_status = ReviewStatus.PUBLISHED

    _shorthands: dict[str, tuple[str, str]] = {}

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:
        rows = owned_rows(model_class)
        owned = {name: list(kwargs.pop(name)) for name in rows if name in kwargs}
        for keyword, (name, column) in cls._shorthands.items():
            if keyword in kwargs:
                owned[name] = [rows[name](**{column: value}) for value in kwargs.pop(keyword)]
        record = model_class(*args, **kwargs)
        return store(record=record, owned=owned)


class RowFactory(DjangoModelFactory):
    """A row that a record owns.

    `build` makes the row for an owned list; `create` adds it to the end of its owner's list, and
    makes the owner if none is given.
    """

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    _list: str
    _owner: type[RecordFactory]

    @classmethod
    def _create(cls, model_class: type[OwnedRow], *args: Any, **kwargs: Any) -> Any:
        owner = kwargs.pop(model_class.owner, None) or cls._owner()
        row = model_class(*args, **kwargs)
        stored = list(getattr(owner, cls._list).all())
        store(record=owner, owned={cls._list: [*stored, row]})
        return row
