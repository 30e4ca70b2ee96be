"""More records than one piece of a file holds."""

import json

from records.models import Organization
from records.representations.rendering import render
from tests.factories import OrganizationFactory
from tests.support.register import reset_numbers

PATH = "/api/v1/organizations/"


def crowd(count, length=1000):
    """Store organizations whose documents have a long name; return the number of the last."""
    model = OrganizationFactory(name="A")
    document = json.loads(render(Organization, [model.pk])[model.pk]) | {"name": "A" * length}
    numbers = range(model.pk + 1, model.pk + 1 + count)
    Organization.objects.bulk_create(
        Organization(
            pk=number,
            name=model.name,
            kind=model.kind,
            review_status=model.review_status,
            document=json.dumps(document | {"id": f"ORG-{number}"}),
        )
        for number in numbers
    )
    reset_numbers()
    return numbers[-1]
