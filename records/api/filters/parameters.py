"""Describes filters as OpenAPI parameters."""

from collections.abc import Callable

from django.db.models import TextChoices

from records.api.filters.base import JsonSchema, RecordFilter

Reference = Callable[[type[TextChoices]], JsonSchema] | None


def parameter(name: str, described: RecordFilter, reference: Reference = None) -> JsonSchema:
    """Build the parameter object of a filter, with an example that works."""
    schema = described.schema()
    example = schema.pop("example")
    if reference and described.vocabulary:
        schema = reference(described.vocabulary)
    common = {"name": name, "in": "query", "required": described.needed}
    if described.single:
        return {**common, "description": described.help_text, "schema": schema, "example": example}
    return {
        **common,
        "description": _description(name, described),
        "style": "form",
        "explode": described.minimum == 1,
        "schema": {
            "type": "array",
            "items": schema,
            "minItems": described.minimum,
            "maxItems": described.most,
        },
        "example": example if isinstance(example, list) else [example],
        **({"x-negation": f"{name}!"} if described.negatable else {}),
    }


def _description(name: str, described: RecordFilter) -> str:
    if not described.negatable:
        return described.help_text
    commas = "or separate by commas " if described.separator else ""
    return (
        f"{described.help_text} Repeat it {commas}for alternatives; `{name}!=…` leaves out what "
        "matches."
    )
