"""The schema: committed, valid, complete, and true."""

import io
from functools import cache
from itertools import product

import pytest
import yaml
from django.core.management import call_command
from drf_spectacular.drainage import GENERATOR_STATS
from openapi_spec_validator import OpenAPIV31SpecValidator

from records.api.views.schema import SCHEMA_FILE
from tests.support.records import SUBJECTS

COMMAND = "manage.py spectacular --validate --fail-on-warn --file records/api/openapi.yaml"


@cache
def schema():
    return yaml.safe_load(SCHEMA_FILE.read_text())


def operations():
    return [
        pytest.param(path, operation, id=operation["operationId"])
        for path, item in schema()["paths"].items()
        for operation in item.values()
    ]


def test_schema_is_the_generated_one():
    out = io.StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=out)
    assert out.getvalue() == SCHEMA_FILE.read_text(), f"run {COMMAND}"
    assert not GENERATOR_STATS


def test_schema_is_valid_openapi():
    assert schema()["openapi"] == "3.1.1"
    assert list(OpenAPIV31SpecValidator(schema()).iter_errors()) == []


@pytest.mark.parametrize(("path", "operation"), operations())
def test_operation_is_described_in_full(path, operation):
    assert set(operation) >= {"operationId", "summary", "description", "tags", "responses"}
    assert {"400", "406", "414", "429", "500"} < set(operation["responses"])
    body = operation.get("requestBody", {"content": {}})["content"]
    assert all(content["examples"] for content in body.values())
    if body:
        assert {} not in operation["security"]
        assert {"401", "403", "413", "415"} < set(operation["responses"])
    for status, answer in operation["responses"].items():
        for media_type, content in answer.get("content", {}).items():
            if status in {"200", "201"}:
                is_binary = content["schema"].get("format") == "binary"
                assert is_binary or content["examples"], operation["operationId"]
            else:
                assert media_type == "application/problem+json"
    for parameter in operation.get("parameters", []):
        assert parameter["description"].endswith((".", ")")), parameter["name"]
        assert parameter["schema"], parameter["name"]


def test_operation_ids_are_unique():
    ids = [param.values[1]["operationId"] for param in operations()]
    assert len(ids) == len(set(ids))


def list_parameters():
    return [
        pytest.param(subject, parameter, id=f"{subject}-{parameter['name']}")
        for subject in SUBJECTS
        for parameter in schema()["paths"][subject.path]["get"]["parameters"]
    ]


def values_of(parameter):
    """Every enumerated value of a parameter, or its example."""
    described = parameter["schema"].get("items", parameter["schema"])
    if "$ref" in described:
        described = schema()["components"]["schemas"][described["$ref"].rpartition("/")[2]]
    if described.get("type") == "boolean":
        return ["true", "false"]
    return described.get("enum") or [parameter["example"]]


NEEDED_BESIDE = {"value_min": {"currency": "EUR"}, "value_max": {"currency": "EUR"}}


@pytest.mark.django_db
@pytest.mark.parametrize(("subject", "parameter"), list_parameters())
def test_listed_parameter_works(viewer, digest, subject, parameter):
    names = [parameter["name"], *filter(None, [parameter.get("x-negation")])]
    for name, value in product(names, values_of(parameter)):
        query = {**NEEDED_BESIDE.get(name, {}), name: value}
        response = viewer.get(subject.path, query)
        assert response.status_code == 200, query
        response.getvalue()  # or a file would stay open


@pytest.mark.django_db
@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_parameter_that_is_not_listed_is_refused(viewer, subject):
    listed = {
        parameter["name"] for parameter in schema()["paths"][subject.path]["get"]["parameters"]
    }
    columns = {field.name for field in subject.resource.model._meta.get_fields()}
    for name in columns - listed:
        response = viewer.get(subject.path, {name: "1"})
        assert (response.status_code, response.json()["errors"][0]["code"]) == (
            400,
            "unknown_parameter",
        )
