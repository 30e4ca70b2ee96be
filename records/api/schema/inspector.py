"""Turns the operations of our views into OpenAPI."""

from typing import Any, cast

from drf_spectacular.openapi import AutoSchema
from rest_framework.serializers import Serializer

from records.api.schema import security  # noqa: F401 the generator finds what is imported
from records.api.schema.components import ALWAYS, HEADERS, problem_reference
from records.api.schema.examples import examples_of, problem_examples_of
from records.api.schema.operation import Described, JsonSchema, Operation


class OperationSchema(AutoSchema):
    """Describes a view by its own `operation(action)`; nothing is guessed."""

    @property
    def operation(self) -> Operation:
        """The view's own words on the action at hand."""
        view = cast("Described", self.view)
        return view.operation(view.action)

    def get_operation_id(self) -> str:
        """Stable name that clients are generated from."""
        return self.operation.id

    def get_summary(self) -> str:
        """One line."""
        return self.operation.summary

    def get_description(self) -> str:  # type: ignore[override] # as its base does
        """Some sentences, in Markdown."""
        return self.operation.description

    def get_tags(self) -> list[str]:
        """The resource that the operation belongs to."""
        return [cast("Described", self.view).tag]

    def get_auth(self) -> list[JsonSchema]:
        """List the ways to authenticate; `{}` says that a read needs none."""
        ways: list[JsonSchema] = super().get_auth()
        return ways if self.method == "GET" else [way for way in ways if way]

    def _get_parameters(self) -> list[JsonSchema]:
        return self.operation.parameters

    def _get_response_bodies(self, direction: str = "response") -> JsonSchema:  # noqa: ARG002 base
        operation = self.operation
        answers: JsonSchema = {
            "200": {
                "description": "The answer.",
                "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS},
                "content": {
                    "application/json": {
                        "schema": operation.answer(self._reference),
                        "examples": examples_of(operation.id),
                    }
                },
            }
        }
        if operation.conditional:
            answers["304"] = {"$ref": "#/components/responses/NotModified"}
        for status in sorted({*operation.problems, *ALWAYS}):
            answers[str(status)] = problem_reference(
                status, problem_examples_of(operation.id, status)
            )
        return answers

    def _reference(self, serializer: type[Serializer[Any]]) -> JsonSchema:
        return self.resolve_serializer(serializer, "response").ref

    def _map_basic_serializer(self, serializer: Serializer[Any], direction: str) -> JsonSchema:
        """Require every property: a document always has all of them."""
        schema: JsonSchema = super()._map_basic_serializer(serializer, direction)  # type: ignore[no-untyped-call]
        for described in schema["properties"].values():
            described.pop("readOnly", None)
        return schema | {"required": list(schema["properties"])}
