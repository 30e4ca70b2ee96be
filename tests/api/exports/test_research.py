"""The lists of research as files: the rows of all pages, of one moment."""

import json

import pytest
import time_machine

from records.models import Agreement, Claim
from tests.api.exports.reading import body_of, read_csv, read_jsonl, read_xlsx
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
)
from tests.support.register import reset_numbers

pytestmark = pytest.mark.django_db

PROMISES, LADDER = "/api/v1/promises/", "/api/v1/ladder/"
PATHS = [PROMISES, LADDER]
FILES = {"csv": read_csv, "jsonl": read_jsonl, "xlsx": read_xlsx}
ON = "2025-04-04"
NOW = f"{ON}T12:00:00Z"
MORE_THAN_A_BATCH = 502


@pytest.fixture(params=FILES)
def form(request):
    """Each format of a file in turn."""
    return request.param


def promised(**columns):
    """Store a promise of a claim, one of its figure, and what came of them."""
    figure = MeasureFactory.build(temporal_mode="plan", due="2030")
    maker = OrganizationFactory()
    made = ClaimFactory(
        modality="plan", due="2024", measures=[figure], said_by=maker, organizations=[maker],
        **columns,
    )  # fmt: skip
    ClaimFactory(relations=[ClaimRelationFactory.build(kind="updates", other=made)])
    return made


def climbed(**columns):
    """Store an agreement that has come some way."""
    signed = AgreementMilestoneFactory.build(kind="signature", date="2024", claim=ClaimFactory())
    made = AgreementFactory(milestones=[signed], **columns)
    ClaimFactory(kind="delivery", agreements=[made], occurred="2025")
    return made


MAKE = {PROMISES: promised, LADDER: climbed}


def fetch(client, path, form, **query):
    return FILES[form](body_of(client.get(path, {"on": ON, **query, "format": form})))


def pages(client, path, **query):
    """Read the rows of all pages."""
    page = client.get(path, {"on": ON, **query}).json()
    rows = page["results"]
    while page["next"]:
        page = client.get(page["next"]).json()
        rows += page["results"]
    return rows


@pytest.mark.parametrize("path", PATHS)
def test_file_has_the_rows_of_all_pages(client, path, form):
    for _ in range(3):
        MAKE[path]()
    expected = pages(client, path, page_size=2)
    _, found = fetch(client, path, form)
    assert len(expected) >= 3
    if form == "jsonl":
        assert found == expected
    else:
        subject = "claim" if path == PROMISES else "agreement"
        assert [each[f"{subject}.id"] for each in found] == [
            each[subject]["id"] for each in expected
        ]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        (PROMISES, {"outcome": "kept"}),
        (PROMISES, {"kind": "order"}),
        (LADDER, {"last": "delivered"}),
        (LADDER, {"kind": "loan"}),
    ],
)
def test_what_is_asked_for_chooses_the_rows(client, path, query):
    promised()
    promised(kind="order", outcome="kept")
    climbed(kind="loan")
    AgreementFactory()
    expected = pages(client, path, **query)
    assert 0 < len(expected) < len(pages(client, path))
    assert fetch(client, path, "jsonl", **query)[1] == expected


@pytest.mark.parametrize("path", PATHS)
def test_file_says_what_was_asked_and_for_which_day(client, path):
    with time_machine.travel(NOW, tick=False):
        files = {form: client.get(path, {"format": form}) for form in FILES}
    register = {"sequence": 0, "changed_at": None}
    told = {"version": "1", "generated_at": NOW}
    asked = {form: f"{path}?format={form}" for form in FILES}
    assert read_jsonl(body_of(files["jsonl"])) == (
        {**told, "query": asked["jsonl"], "register": register, "answer": {"on": ON}}, [],
    )  # fmt: skip
    assert read_csv(body_of(files["csv"])) == (
        [
            "# Accord, API version 1",
            f"# query: {asked['csv']}",
            f"# generated_at: {NOW}",
            "# register: sequence=0, changed_at=null",
            f"# on: {ON}",
        ],
        [],
    )
    facts, found = read_xlsx(body_of(files["xlsx"]))
    assert facts == {
        **told,
        "query": asked["xlsx"],
        "register.sequence": 0,
        "register.changed_at": None,
        "answer.on": ON,
    }
    assert found == []
    name = path.split("/")[-2]
    for form, file in files.items():
        assert file.headers["Content-Disposition"] == (
            f'attachment; filename="accord-{name}-2025-04-04T12-00-00Z.{form}"'
        )


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [(PROMISES, 7), (LADDER, 5)])
def test_query_count(client, path, count, queries, django_assert_num_queries):
    for _ in range(count):
        MAKE[path]()
    with django_assert_num_queries(queries):
        _, found = fetch(client, path, "csv")
    assert len(found) >= count


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("form", FILES)
def test_head_reads_nothing(client, path, form, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.head(path, {"format": form})
    assert (response.status_code, response.getvalue()) == (200, b"")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("page_size=2", "?page_size", "not_with_format"),
        ("cursor=abc", "?cursor", "not_with_format"),
        ("count=true", "?count", "not_with_format"),
        ("on=now", "?on", "invalid_day"),
        ("kidn=aid", "?kidn", "unknown_parameter"),
        ("review_status=draft", "?review_status", "unknown_parameter"),
    ],
)
def test_what_a_file_cannot_be_asked_for(client, path, query, pointer, code):
    response = client.get(f"{path}?format=xlsx&{query}")
    errors = [(each["pointer"], each["code"]) for each in response.json()["errors"]]
    assert (response.status_code, errors) == (400, [(pointer, code)])


@pytest.mark.parametrize("path", PATHS)
def test_everybody_gets_the_same_without_drafts(client, viewer, path):
    MAKE[path]()
    public = fetch(client, path, "jsonl")[1]
    ClaimFactory(modality="plan", review_status="draft")
    AgreementFactory(review_status="draft")
    assert fetch(viewer, path, "jsonl")[1] == public != []


def crowd(path):
    """Store more than a batch of promises or agreements; return the number of the last."""
    made = MAKE[path]()
    model = type(made)
    columns = {field.attname: getattr(made, field.attname) for field in model._meta.concrete_fields}
    first = model.objects.latest("pk").pk + 1
    numbers = range(first, first + MORE_THAN_A_BATCH)
    model.objects.bulk_create(model(**{**columns, "id": number}) for number in numbers)
    reset_numbers()
    return numbers[-1]


@pytest.mark.behind_the_service
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", PATHS)
def test_rows_written_meanwhile_are_not_in_the_file(client, path):
    last = crowd(path)
    expected = pages(client, path, page_size=500)
    pieces = iter(client.get(path, {"on": ON, "format": "jsonl"}))
    first = next(pieces)
    assert len(first.splitlines()) < MORE_THAN_A_BATCH
    Claim.objects.filter(pk=last).update(text="Changed")
    Agreement.objects.filter(pk=last).update(title="Changed")
    MAKE[path]()
    header, found = read_jsonl(first + b"".join(pieces))
    assert found == expected
    assert header["register"]["sequence"] < client.get("/api/v1/changes/").json()["last"]
    assert "Changed" in json.dumps(pages(client, path, page_size=500))
