"""Describes the steps of a record's life."""

from records.api.resources import Resource
from records.api.schema.operation import JsonSchema, Operation
from records.api.schema.records import id_parameter, noun_of
from records.api.schema.writes import IF_MATCH, REASON, a
from records.representations.rendering import SERIALIZERS

_PROBLEMS = (401, 403, 404, 409, 412, 413, 415, 428)

_VERBS = {
    "submit": "Submit",
    "publish": "Publish",
    "request_changes": "Return",
    "reject": "Reject",
    "retract": "Retract",
}

_DESCRIPTIONS = {
    "submit": "A draft goes into review. For editors.",
    "publish": (
        "A record in review becomes public. For reviewers who had no part in it but to return it. "
        "A record that points at drafts is refused with their ids; records that point at each "
        "other are published by naming the others in `together`: all of them or none."
    ),
    "request_changes": (
        "A record in review goes back to its editor and becomes a draft with the next change. The "
        "reason says what has to change. For reviewers."
    ),
    "reject": "A record in review will not be published, for a reason. For reviewers.",
    "retract": (
        "A published record is withdrawn, for a reason that is public. From then on its address "
        "answers 410; its versions stay. For reviewers."
    ),
}

_TOGETHER: JsonSchema = {
    "type": "object",
    "properties": {
        "together": {
            "type": "array",
            "maxItems": 100,
            "items": {"type": "string", "pattern": "^(AGR|ORG|WPN|CLM|SRC)-[1-9][0-9]{0,17}$"},
            "description": "Ids of records in review that become public with this one.",
        }
    },
    "additionalProperties": False,
}

STEPS = tuple(_VERBS)


def step_operation(resource: Resource, step: str) -> Operation:
    """Describe one step."""
    return Operation(
        id=f"{_camel(step)}{resource.model.__name__}",
        summary=f"{_VERBS[step]} {a(noun_of(resource))}",
        description=_DESCRIPTIONS[step],
        answer=lambda resolve: resolve(SERIALIZERS[resource.model]),
        parameters=[id_parameter(resource), IF_MATCH, REASON],
        problems=_PROBLEMS if step == "publish" else tuple(set(_PROBLEMS) - {413, 415}),
        conditional=False,
        body=(lambda _: _TOGETHER) if step == "publish" else None,
    )


def _camel(step: str) -> str:
    first, *others = step.split("_")
    return first + "".join(word.capitalize() for word in others)
