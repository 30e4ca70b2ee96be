"""A register without its reference data."""

import pytest

from records.ingest.datasets.errors import DatasetError
from records.services.datasets.known import DATASETS
from records.services.datasets.loading import load_losses
from records.services.importing.plans import finish
from tests.support.datasets import UA_MOD

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("dry_run", [False, True])
def test_register_without_states_says_what_to_run(dry_run):
    with pytest.raises(DatasetError) as refusal:
        finish(load_losses(DATASETS["ua_mod_losses"], UA_MOD, dry_run=dry_run))
    assert str(refusal.value) == (
        "The register lacks the state RU: run `manage.py load_reference` first."
    )
