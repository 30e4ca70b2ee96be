"""A change of one record shows in every other that names it, at once, before any refresh."""

import orjson
import pytest

from records.models import Agreement, Claim, Organization, Source, WeaponSystem
from records.representations.staleness import refresh_stale
from tests.support.writing import store

pytestmark = pytest.mark.django_db


def texts(client, path):
    return client.get(path).content.decode()


def showing(client, name):
    """Ids of the records that show a related record of that name, in lists and details alike."""
    brief = f'"name":"{name}"'
    shown = set()
    for collection in ("agreements", "organizations", "weapon-systems", "claims", "sources"):
        path = f"/api/v1/{collection}/"
        for record in client.get(path, {"page_size": 500}).json()["results"]:
            if brief in orjson.dumps(record).decode():
                shown.add(record["id"])
                assert client.get(f"{path}{record['id']}/").json() == record
    return shown


@pytest.mark.parametrize(
    ("model", "column", "old"),
    [
        (Organization, "name", "BAE Systems"),
        (WeaponSystem, "designation", "L119"),
        (Source, "title", "News digest retrieved 2025-04-04"),
    ],
)
def test_rename_shows_everywhere_at_once(client, digest, model, column, old):
    record = model.objects.get(**{column: old})
    before = showing(client, old)
    assert len(before) > 1
    setattr(record, column, "Renamed")
    store(record=record, owned={})
    assert (showing(client, old), showing(client, "Renamed")) == (set(), before)


def test_refresh_after_a_rename_changes_no_answer(client, digest):
    record = Organization.objects.get(name="BAE Systems")
    record.name = "Renamed"
    store(record=record, owned={})
    paths = ["/api/v1/claims/", "/api/v1/agreements/", "/api/v1/weapon-systems/"]
    before = [texts(client, path) for path in paths]
    assert [refresh_stale(model) for model in (Claim, Agreement, WeaponSystem)] == [2, 2, 1]
    assert [refresh_stale(model) for model in (Claim, Agreement, WeaponSystem)] == [0, 0, 0]
    assert [texts(client, path) for path in paths] == before
