"""A register without its reference data."""

import pytest

from records.ingest.datasets.errors import DatasetError
from records.services.datasets.known import datasets
from records.services.datasets.loading import load
from records.services.importing.plans import finish
from tests.support.datasets import UA_MOD

pytestmark = pytest.mark.django_db


def test_register_without_states_says_what_to_run():
    with pytest.raises(DatasetError) as refusal:
        finish(load(datasets()["ua_mod_losses"], UA_MOD))
    assert str(refusal.value) == (
        "The register lacks the state RU: run `manage.py load_reference` first."
    )
