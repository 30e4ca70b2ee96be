"""Members that are unknown, rows that do not fit, and ids that name nothing."""

import pytest

from tests.api.writing.bodies import BODIES
from tests.api.writing.places import at, pointer, with_value
from tests.api.writing.state import invalid, nothing_stored, problem, refused
from tests.factories import (
    AgreementFactory,
    ClaimFactory,
    OrganizationFactory,
    SourceFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

SOURCES = "/api/v1/sources/"


@pytest.mark.parametrize(
    ("member", "value", "where", "detail"),
    [
        ("titel", "x", "/titel", "There is no field 'titel'; did you mean title?"),
        ("__class__", {}, "/__class__", None),
        ("a/b~c", 1, "/a~1b~0c", None),
        ("published", {"edft": "2024"}, "/published/edft", None),
    ],
)
def test_unknown_member_is_named_with_the_nearest(editor, member, value, where, detail):
    body = {"title": "x", "kind": "wire", member: value}
    with nothing_stored():
        response = editor.send("POST", SOURCES, body)
    assert problem(response) == invalid((where, "unknown_field"))
    found = response.json()["errors"][0]["detail"]
    assert found == detail or (detail is None and "did you mean" in found)


def test_many_unknown_members_are_not_all_named(editor):
    body = {"title": "x", "kind": "wire"} | {f"member_{number}": 1 for number in range(10_000)}
    _, _, items = refused(editor, "POST", SOURCES, body)
    assert items == [(f"/member_{number}", "unknown_field") for number in range(20)]


def test_every_member_that_clients_do_not_write_is_refused(editor, subject):
    document = editor.send("POST", subject.path, BODIES[subject.resource.collection]()).json()
    for name in ("id", "url", "revision", "review_status", "created_at", "updated_at"):
        found = refused(editor, "PATCH", document["url"], {name: document[name]}, If_Match='"1"')
        assert found == invalid((f"/{name}", "read_only_field"))


@pytest.mark.parametrize("name", ["pk", "document", "title_folded", "origin", "url_ptr", "claims"])
def test_columns_that_are_not_public_are_unknown(editor, name):
    body = {"title": "x", "kind": "wire", name: "x"}
    assert refused(editor, "POST", SOURCES, body) == invalid((f"/{name}", "unknown_field"))


def test_row_twice_in_an_owned_list(editor, subject):
    """Rows of measures, items and milestones may be alike; all others are told apart."""
    body = BODIES[subject.resource.collection]()
    lists = [name for name, value in body.items() if isinstance(value, list)]
    for name in lists:
        twice = body | {name: [body[name][0], body[name][0]]}
        if name in {"measures", "items", "milestones"}:
            continue
        _, _, items = refused(editor, "POST", subject.path, twice)
        assert (f"/{name}/1", "duplicate") in items, name


def test_list_that_is_too_long(editor, subject):
    body = BODIES[subject.resource.collection]()
    for name in [name for name, value in body.items() if isinstance(value, list)]:
        long = body | {name: body[name][:1] * 501}
        assert refused(editor, "POST", subject.path, long) == invalid((f"/{name}", "max_length"))


REFERENCES = {
    ("organizations", "parent"): OrganizationFactory,
    ("weapon-systems", "variant_of"): WeaponSystemFactory,
    ("weapon-systems", "manufacturers", 0): OrganizationFactory,
    ("agreements", "parties", 0, "organization"): OrganizationFactory,
    ("agreements", "items", 0, "weapon_system"): WeaponSystemFactory,
    ("agreements", "milestones", 0, "claim"): ClaimFactory,
    ("agreements", "relations", 0, "agreement"): AgreementFactory,
    ("claims", "said_by"): OrganizationFactory,
    ("claims", "agreements", 0): AgreementFactory,
    ("claims", "organizations", 0): OrganizationFactory,
    ("claims", "weapon_systems", 0): WeaponSystemFactory,
    ("claims", "measures", 0, "weapon_system"): WeaponSystemFactory,
    ("claims", "citations", 0, "source"): SourceFactory,
    ("claims", "relations", 0, "claim"): ClaimFactory,
}


@pytest.mark.parametrize("reference", REFERENCES, ids=str)
def test_id_that_names_no_such_record(editor, reference):
    collection, *path = reference
    path = tuple(path)
    body = BODIES[collection]()
    prefix = at(body, path)[:3]
    other = SourceFactory() if prefix != "SRC" else OrganizationFactory()
    expected = {
        other.public_id: "wrong_record_type",
        f"{prefix}-999999": "does_not_exist",
        f"{prefix}-999999999999999999": "does_not_exist",
        f"{prefix}-9223372036854775807": "invalid_id",
        f"{prefix}-0": "invalid_id",
        f"{prefix}--1": "invalid_id",
        f"{prefix}-01": "invalid_id",
        f"{prefix}-1\n": "invalid_id",
        f"{prefix}-\u0661": "invalid_id",
        prefix.lower() + "-1": "invalid_id",
        "1": "invalid_id",
        "": "invalid_id",
        f"/api/v1/{collection}/{prefix}-1/": "invalid_id",
    }
    for text, code in expected.items():
        sent = with_value(body, path, text)
        found = refused(editor, "POST", f"/api/v1/{collection}/", sent)
        assert found == invalid((pointer(path), code)), text


@pytest.mark.parametrize(
    ("collection", "path"),
    [
        ("weapon-systems", ("category",)),
        ("agreements", ("items", 0, "category")),
        ("claims", ("categories", 0)),
        ("claims", ("measures", 0, "category")),
    ],
)
def test_category_that_does_not_exist(editor, collection, path):
    body = BODIES[collection]()
    for code in ("nonsense", "", "Artillery", "artillery.*"):
        found = refused(editor, "POST", f"/api/v1/{collection}/", with_value(body, path, code))
        assert found == invalid((pointer(path), "does_not_exist")), code


@pytest.mark.parametrize(
    ("collection", "field", "make"),
    [
        ("organizations", "parent", OrganizationFactory),
        ("weapon-systems", "variant_of", WeaponSystemFactory),
    ],
)
@pytest.mark.parametrize("depth", [2, 3, 4])
def test_cycle_of_records_above_each_other(editor, collection, field, make, depth):
    chain = [make()]
    for _ in range(depth - 1):
        chain.append(make(**{field: chain[-1]}))
    top, bottom = chain[0], chain[-1]
    path = f"/api/v1/{collection}/{top.public_id}/"
    found = refused(editor, "PATCH", path, {field: bottom.public_id}, If_Match=f'"{top.revision}"')
    assert found == invalid((f"/{field}", f"{field}_cycle"))


@pytest.mark.parametrize(
    ("collection", "field", "make"),
    [
        ("organizations", "parent", OrganizationFactory),
        ("weapon-systems", "variant_of", WeaponSystemFactory),
    ],
)
def test_record_above_itself(editor, collection, field, make):
    record = make()
    path = f"/api/v1/{collection}/{record.public_id}/"
    _, _, items = refused(editor, "PATCH", path, {field: record.public_id}, If_Match='"1"')
    assert set(items) == {(f"/{field}", f"{field}_cycle"), ("", f"{field}_is_itself")}


@pytest.mark.parametrize(
    ("collection", "member", "make"),
    [("agreements", "agreement", AgreementFactory), ("claims", "claim", ClaimFactory)],
)
def test_record_related_to_itself(editor, collection, member, make):
    record = make()
    path = f"/api/v1/{collection}/{record.public_id}/"
    kind = "related" if member == "agreement" else "updates"
    body = {"relations": [{"kind": kind, member: record.public_id}]}
    found = refused(editor, "PATCH", path, body, If_Match='"1"')
    assert found == invalid(("/relations/0", "other_is_itself"))
