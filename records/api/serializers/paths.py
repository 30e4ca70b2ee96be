"""From the columns that models name in their errors to the members of the body."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from rest_framework.serializers import ListSerializer

from records.api.serializers.base import EachInput, RecordInput, RowInput
from records.api.serializers.composite import CompositeInput
from records.api.serializers.fields import ColumnInput

Path = tuple[str, ...]


def in_body(error: ValidationError, body: RecordInput) -> ValidationError:
    """Give an error's keys, such as `organization_links.0.organization`, the body's own names."""
    found: dict[str, list[ValidationError]] = {}
    for key, errors in error.error_dict.items():
        # A row that is written as one value has one place for the row and for its column.
        found.setdefault(".".join(_path(body, tuple(key.split(".")))), []).extend(errors)
    return ValidationError(found)


def _path(body: RowInput, path: Path) -> Path:
    name, *below = path
    lists = {filled: member for member, filled in getattr(body, "lists", {}).items()}
    if not below:
        return _member(body, name)
    member = lists.get(name, name)
    position, *column = below
    rows = body.fields[member]
    if isinstance(rows, EachInput) or not column:
        return (member, position)
    inner = rows.child if isinstance(rows, ListSerializer) else None
    return (member, position, *(_path(inner, tuple(column)) if isinstance(inner, RowInput) else ()))


def _member(body: RowInput, column: str) -> Path:
    """Find the member that fills a column; a rule over several columns concerns the whole."""
    if column == NON_FIELD_ERRORS:
        return ()
    for name, member in body.fields.items():
        if isinstance(member, ColumnInput) and member.column.name == column:
            return (name,)
        if isinstance(member, CompositeInput):
            for inner, filled in member.members.items():
                if filled == column:
                    return (name, inner)
    return (column,)
