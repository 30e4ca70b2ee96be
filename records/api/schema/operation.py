"""What a view says about one of its operations; the schema is made from this alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from rest_framework.serializers import Serializer

from records.api.formats.renderers import Format

JsonSchema = dict[str, Any]
Resolve = Callable[[type[Serializer[Any]]], JsonSchema]
"""Registers a serializer as a component and gives the reference to it."""


@dataclass(frozen=True)
class Operation:
    """One operation. `answer` builds the schema of the body of the answer, `body` the request's.

    An operation with a body is a write: it needs a client who may. `form` is the schema of a form
    with files that can be sent instead. The answer comes with `status`, or with `unchanged` when
    there was nothing to store. `problems` are the statuses of the problem documents that it can
    answer with, beside those that every operation can. `links` lead from the answer to other
    operations. `merges` says that the record may have been merged. `formats` are those that the
    answer is offered in, when not in JSON alone.
    """

    id: str
    summary: str
    description: str
    answer: Callable[[Resolve], JsonSchema]
    parameters: list[JsonSchema] = field(default_factory=list)
    problems: tuple[int, ...] = ()
    conditional: bool = True
    status: int = 200
    unchanged: int | None = None
    body: Callable[[Resolve], JsonSchema] | None = None
    form: JsonSchema | None = None
    links: JsonSchema = field(default_factory=dict)
    merges: bool = False
    formats: Sequence[type[Format]] = ()


class Described(Protocol):
    """A view that can be described."""

    action: str

    @property
    def tag(self) -> str:
        """Group of the operations in the schema."""
        ...

    def operation(self, action: str) -> Operation:
        """Describe one action of the view."""
        ...
