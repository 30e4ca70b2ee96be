"""Every way in which a record can point at another, found in the models' own metadata."""

from typing import Any

from django.apps import apps
from django.db.models import ForeignKey

from records.models import OwnedRow, Record
from tests import factories

FACTORIES = {
    factory._meta.model: factory
    for factory in (getattr(factories, name) for name in factories.__all__)
    if factory not in {factories.StateFactory, factories.UserFactory}
}
RECORDS = [model for model in apps.get_app_config("records").get_models()
           if issubclass(model, Record)]  # fmt: skip
ROWS = [model for model in apps.get_app_config("records").get_models()
        if issubclass(model, OwnedRow)]  # fmt: skip


def references() -> list[tuple[type[Record], str, str, type[Record]]]:
    """List the owner, the owned list (empty for the record itself), the field and the target."""
    found = []
    for model in [*RECORDS, *ROWS]:
        for field in model._meta.concrete_fields:
            if not isinstance(field, ForeignKey) or not issubclass(field.related_model, Record):
                continue
            if issubclass(model, Record):
                found.append((model, "", field.name, field.related_model))
            elif field.name != model.owner:
                to_owner = model._meta.get_field(model.owner)
                name = to_owner.remote_field.related_name
                found.append((to_owner.related_model, name, field.name, field.related_model))
    return found


def pointing(owner: type[Record], name: str, field: str, target: Record, **attributes: Any) -> Any:
    """Make a record that points at the target through the field, itself or in a row it owns."""
    if not name:
        return FACTORIES[owner](**{field: target}, **attributes)
    row = owner._meta.get_field(name).related_model
    rows = [FACTORIES[row].build(**{field: target})]
    return FACTORIES[owner](**{name: rows}, **attributes)
