"""The committed schema and the pages that show it."""

import json
from functools import cache
from pathlib import Path

import yaml
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from records.api.conditional import json_answer

SCHEMA_FILE = Path(__file__).parents[1] / "openapi.yaml"


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """Serve the OpenAPI document: YAML to those who ask for it, else JSON."""
    if "yaml" in request.headers.get("Accept", ""):
        return HttpResponse(_yaml(), content_type="application/yaml")
    return json_answer(request, _json())


@cache
def _yaml() -> bytes:
    return SCHEMA_FILE.read_bytes()


@cache
def _json() -> bytes:
    # Bounds of decimals have more than the 64 bits that orjson writes.
    return json.dumps(yaml.safe_load(_yaml()), separators=(",", ":")).encode()
