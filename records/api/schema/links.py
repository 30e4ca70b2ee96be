"""Which operations follow on an answer, and where in it their parameters are."""

from records.api.resources import Resource
from records.api.schema.operation import JsonSchema

_ID, _ETAG = "$response.body#/id", "$response.header.ETag"


def record_links(resource: Resource, *, get: bool = True) -> JsonSchema:
    """Link an answer with one record to the operations that read and change it."""
    name = resource.model.__name__
    reading = {f"Get{name}": _link(f"get{name}", "Reads the record.", id=_ID)} if get else {}
    changed = {"id": _ID, "If-Match": _ETAG}
    return reading | {
        f"Replace{name}": _link(f"replace{name}", "Replaces what was answered.", **changed),
        f"Change{name}": _link(f"change{name}", "Changes what was answered.", **changed),
    }


def page_links(resource: Resource) -> JsonSchema:
    """Link a page to the operation that reads its first record."""
    name = resource.model.__name__
    first = "$response.body#/results/0/id"
    return {f"Get{name}": _link(f"get{name}", "Reads the first record of the page.", id=first)}


def _link(operation: str, description: str, **parameters: str) -> JsonSchema:
    return {"operationId": operation, "parameters": parameters, "description": description}
