"""Turns the operations of our views into OpenAPI."""

from http import HTTPStatus
from typing import Any, cast

from drf_spectacular.openapi import AutoSchema
from rest_framework.serializers import Serializer

from records.api.formats.renderers import Format
from records.api.schema import security  # noqa: F401 the generator finds what is imported
from records.api.schema.components import ALWAYS, CREATED_HEADERS, HEADERS, problem_reference
from records.api.schema.examples import JSON, examples_of, form_examples_of, request_examples_of
from records.api.schema.operation import Described, JsonSchema, Operation
from records.api.serializers.base import ObjectInput


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

    def _get_parameters(self) -> list[JsonSchema]:
        return self.operation.parameters

    def get_auth(self) -> list[JsonSchema]:
        """Who may: everybody reads, with or without a name; writing needs one."""
        offered: list[JsonSchema] = super().get_auth()
        return [each for each in offered if each or self.method == "GET"]

    def _get_request_body(self, direction: str = "request") -> JsonSchema | None:  # noqa: ARG002 base
        operation = self.operation
        if operation.body is None:
            return None
        content = {
            "schema": operation.body(self._input),
            "examples": request_examples_of(operation.id),
        }
        contents = {"application/json": content}
        if operation.form:
            contents["multipart/form-data"] = {
                "schema": operation.form,
                "examples": form_examples_of(operation.id),
            }
        return {"required": True, "content": contents}

    def _get_response_bodies(self, direction: str = "response") -> JsonSchema:  # noqa: ARG002 base
        operation = self.operation
        statuses = [status for status in (operation.unchanged, operation.status) if status]
        answers: JsonSchema = {str(status): self._answer(operation, status) for status in statuses}
        if operation.conditional:
            answers["304"] = {"$ref": "#/components/responses/NotModified"}
        if operation.merges:
            answers["308"] = {"$ref": "#/components/responses/Merged"}
        for status in sorted({*operation.problems, *ALWAYS}):
            answers[str(status)] = problem_reference(status, examples_of(operation.id, status))
        return answers

    def _answer(self, operation: Operation, status: int) -> JsonSchema:
        headers = CREATED_HEADERS if status == HTTPStatus.CREATED else HEADERS
        return {
            "description": "The answer.",
            "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in headers},
            "content": {
                JSON: {
                    "schema": operation.answer(self._output),
                    "examples": examples_of(operation.id, status),
                },
                **_further(operation, status),
            },
            **({"links": operation.links} if operation.links else {}),
        }

    def _output(self, serializer: type[Serializer[Any]]) -> JsonSchema:
        return self.resolve_serializer(serializer, "response").ref

    def _input(self, serializer: type[Serializer[Any]]) -> JsonSchema:
        """Reference a body; that of a PATCH requires nothing."""
        body = serializer(partial=self.method == "PATCH")
        return self.resolve_serializer(body, "request").ref

    def _map_basic_serializer(self, serializer: Serializer[Any], direction: str) -> JsonSchema:
        """Require every property of a document; refuse unknown ones in a body."""
        schema: JsonSchema = super()._map_basic_serializer(serializer, direction)  # type: ignore[no-untyped-call]
        if isinstance(serializer, ObjectInput):
            return schema | {"additionalProperties": False}
        for described in schema["properties"].values():
            described.pop("readOnly", None)
        return schema | {"required": list(schema["properties"])}


def _further(operation: Operation, status: int) -> JsonSchema:
    """Describe the formats beside JSON; no JSON Schema describes their contents."""
    return {
        each.media_type: _text(operation, status, each) if each.is_text else _binary(each)
        for each in operation.formats
        if each.media_type != JSON
    }


def _text(operation: Operation, status: int, form: type[Format]) -> JsonSchema:
    return {
        "schema": {"type": "string", "description": form.description},
        "examples": examples_of(operation.id, status, form.media_type),
    }


def _binary(form: type[Format]) -> JsonSchema:
    return {"schema": {"type": "string", "format": "binary", "description": form.description}}
