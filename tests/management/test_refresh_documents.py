"""`manage.py refresh_documents` leaves nothing stale."""

from io import StringIO

import pytest
from django.core.management import call_command

from records.models import Claim, Organization
from records.models.relations import record_models

pytestmark = pytest.mark.django_db


def run():
    out = StringIO()
    call_command("refresh_documents", stdout=out)
    return out.getvalue().splitlines()


def test_stale_documents_are_rendered_again(digest):
    before = dict(Organization.objects.values_list("pk", "document"))
    assert len(before) > 200  # more than one batch
    Organization.objects.update(document=None)
    Claim.objects.filter(pk__lte=3).update(document=None)
    assert sorted(run()) == [
        "agreements: 0 rendered",
        "claims: 3 rendered",
        "organizations: 257 rendered",
        "sources: 0 rendered",
        "weapon systems: 0 rendered",
    ]
    assert dict(Organization.objects.values_list("pk", "document")) == before
    assert not any(model.objects.stale().exists() for model in record_models())
