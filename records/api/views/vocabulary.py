"""Every vocabulary with the label and the definition of each of its codes."""

import inspect
import re
from functools import cache
from typing import Any

import orjson
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.conditional import json_answer
from records.api.errors import ErrorItem, NoSuchRecordError
from records.api.query import refuse_parameters, unknown
from records.api.query_string import validated_query
from records.api.schema.operation import JsonSchema, Operation
from records.enums import Vocabulary
from records.representations.links import API_ROOT

_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_SENTENCE = re.compile(r".+?\.(?=\s|$)", re.DOTALL)


def _named() -> dict[str, type[Vocabulary]]:
    """Every vocabulary by its name in the API, such as `party_role`, in the order of names."""
    classes = Vocabulary.__subclasses__()
    return dict(sorted((_WORD.sub("_", each.__name__).lower(), each) for each in classes))


VOCABULARIES = _named()


class VocabularyValueSerializer(serializers.Serializer[Any]):
    """One code of a vocabulary."""

    code = serializers.CharField(source="value", help_text="What records and filters hold.")
    label = serializers.CharField(  # type: ignore[assignment] # REST framework takes it out
        help_text="What people read."
    )
    definition = serializers.CharField(help_text="When an editor chooses this code.")


class VocabularySerializer(serializers.Serializer[Any]):
    """A closed list of codes."""

    name = serializers.CharField(help_text="Name of the vocabulary.")
    url = serializers.SerializerMethodField(help_text="Path of the vocabulary in the API.")
    title = serializers.CharField(help_text="The name in words.")
    description = serializers.CharField(help_text="What the codes tell.")
    values = VocabularyValueSerializer(many=True)

    @extend_schema_field({"type": "string", "format": "uri-reference"})
    def get_url(self, vocabulary: dict[str, Any]) -> str:
        """Path of the vocabulary."""
        return f"{API_ROOT}/vocabularies/{vocabulary['name']}/"


class VocabularyListSerializer(serializers.Serializer[Any]):
    """All vocabularies."""

    results = VocabularySerializer(many=True)


class VocabularyViewSet(ViewSet):
    """The vocabularies, from the code alone: no query is made."""

    tag = "vocabularies"
    lookup_field = "name"
    lookup_value_regex = "[^/]+"

    def operation(self, action: str) -> Operation:
        """Describe an action for the schema."""
        return _LIST if action == "list" else _DETAIL

    def list(self, request: Request) -> HttpResponse:
        """Answer with all vocabularies, ordered by name."""
        refuse_parameters(validated_query(request))
        return json_answer(request, _whole())

    def retrieve(self, request: Request, name: str) -> HttpResponse:
        """Answer with one vocabulary."""
        refuse_parameters(validated_query(request))
        if name not in VOCABULARIES:
            detail = unknown("vocabulary", name, VOCABULARIES)
            raise NoSuchRecordError(detail, [ErrorItem("/name", "unknown_vocabulary", detail)])
        return json_answer(request, _one(name))


@cache
def _whole() -> bytes:
    shown = {"results": [_described(name) for name in VOCABULARIES]}
    return orjson.dumps(VocabularyListSerializer().to_representation(shown))


@cache
def _one(name: str) -> bytes:
    return orjson.dumps(VocabularySerializer().to_representation(_described(name)))


def _described(name: str) -> dict[str, Any]:
    vocabulary = VOCABULARIES[name]
    sentence = _SENTENCE.match(inspect.getdoc(vocabulary) or "")
    return {
        "name": name,
        "title": name.replace("_", " ").capitalize(),
        "description": sentence.group() if sentence else "",
        "values": vocabulary,
    }


_NAME: JsonSchema = {
    "name": "name",
    "in": "path",
    "required": True,
    "description": "Name of the vocabulary.",
    "schema": {"type": "string", "enum": list(VOCABULARIES)},
    "example": "party_role",
}

_LIST = Operation(
    id="listVocabularies",
    summary="List vocabularies",
    description=(
        "Every closed list of codes that records and filters use, with the label and the "
        "definition of each code."
    ),
    answer=lambda resolve: resolve(VocabularyListSerializer),
)

_DETAIL = Operation(
    id="getVocabulary",
    summary="Get a vocabulary",
    description="One closed list of codes, with the label and the definition of each code.",
    answer=lambda resolve: resolve(VocabularySerializer),
    parameters=[_NAME],
    problems=(404,),
)
