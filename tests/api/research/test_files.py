"""What files of answers say beside their rows, compared as whole files."""

import json
from hashlib import sha256

import defusedxml.ElementTree as Xml
import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from records.models import Agreement
from tests.factories import ClaimFactory, ClaimRelationFactory, MeasureFactory, OrganizationFactory
from tests.support.agreements import agreed

pytestmark = pytest.mark.django_db

NOW = "2025-04-04T12:00:00Z"
NETWORK = "/api/v1/network/?at=organization&limit=2&format="


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def written(client, query, *about, rows):
    """Write the file that a request is to be answered with."""
    last = client.get("/api/v1/changes/").json()["last"]
    lines = [
        "# Accord, API version 1",
        f"# query: {query}",
        f"# generated_at: {NOW}",
        f"# register: sequence={last}, changed_at={NOW if last else 'null'}",
        *about,
        *rows,
    ]
    content = "".join(f"{line}\r\n" for line in lines)
    digest = sha256(content.encode()).hexdigest()
    return f"{content}# end: rows={len(rows) - 1}, sha256={digest}\r\n"


@pytest.fixture
def met(payer, maker, alliance):
    agreed((payer, "funder"), (maker, "performer"))
    agreed((payer, "funder"), (maker, "performer"), (alliance, "host"))
    return [payer.public_id, maker.public_id]


ABOUT_NETWORK = (
    "of: agreements, claims",
    "at: organization",
    "double_counting: guarded",
    "limit: 2",
    "total: agreements=2, claims=0, nodes=3, edges=3",
    "left_out: nodes=1, edges=2, agreements=0, claims=0, restated_claims=0, replaced_claims=0",
)


def test_table_of_a_network_says_what_is_left_out(client, met):
    query = f"{NETWORK}csv"
    one, other = met
    rows = [
        (
            "source,source_name,target,target_name,weight,agreements,claims,signed.since,"
            "signed.until,occurred.since,occurred.until,roles.source_role,roles.target_role,"
            "roles.agreements"
        ),
        f"{one},Payer,{other},Maker,2,2,0,,,,,funder,performer,2",
    ]
    about = [f"# {line}" for line in ABOUT_NETWORK]
    assert client.get(query).content.decode() == written(client, query, *about, rows=rows)


@pytest.mark.parametrize(
    "path",
    [f"{NETWORK}csv", f"{NETWORK}gexf", "/api/v1/agreements/{id}/ladder/?format=csv"],
)
def test_state_that_a_file_names_is_read_before_its_rows(client, met, path):
    agreement = Agreement.objects.first()
    with CaptureQueriesContext(connection) as sent:
        assert client.get(path.format(id=agreement.public_id)).status_code == 200
    tables = ["records_change" if "records_change" in each["sql"] else "rows" for each in sent]
    assert tables == ["records_change", *["rows"] * (len(sent) - 1)]
    assert len(sent) > 1


@pytest.mark.parametrize(("form", "way"), [("graphml", "graph/data"), ("gexf", "meta/description")])
def test_graph_says_what_is_left_out(client, met, form, way):
    tree = Xml.fromstring(client.get(f"{NETWORK}{form}").content)
    found = tree.findtext("/".join(f"{{*}}{each}" for each in way.split("/")))
    assert tuple(found.splitlines()[4:]) == ABOUT_NETWORK


@pytest.fixture
def told(db):
    """Store what each question has more than one answer to."""
    first = ClaimFactory(kind="aid", occurred="2025")
    ClaimFactory(kind="order", relations=[ClaimRelationFactory.build(kind="updates", other=first)])
    maker = OrganizationFactory(name="Zeta 1", country="DE")
    OrganizationFactory(name="Zeta 2")
    for day, least in ((1, 5), (2, 6), (2, 7), (2, 8)):
        figure = MeasureFactory.build(metric="equipment_losses", value=least, qualifier="exact",
                                      period=f"2025-04-0{day}", unit_code="C62")  # fmt: skip
        ClaimFactory(kind="losses", organizations=[maker], measures=[figure])


def line_of(value):
    """Write a member of an answer as a line of its file."""
    if isinstance(value, dict):
        return ", ".join(f"{name}={line_of(each)}" for name, each in plain(value))
    return value if isinstance(value, str) else json.dumps(value)


def plain(members):
    for name, value in members.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", each) for inner, each in plain(value))
        else:
            yield name, value


@pytest.mark.parametrize(
    ("query", "members"),
    [
        ("claims/groups/?limit=1", ("total", "double_counting", "sums", "left_out")),
        ("measures/series/?metric=equipment_losses&limit=2", ("limit", "lines", "left_out")),
        ("conflicts/?limit=1", ("limit", "left_out")),
        ("search/?q=zeta&limit=1", ("left_out",)),
        ("autocomplete/?q=zeta&limit=1", ("more",)),
        ("promises/summary/?by=kind&limit=1&on=2025-04-04",
         ("on", "by", "limit", "total", "left_out")),
        ("ladder/summary/?on=2025-04-04", ("on", "agreements", "states", "left_out")),
    ],
)  # fmt: skip
def test_table_says_what_stands_beside_the_rows(client, told, query, members):
    path = f"/api/v1/{query}"
    answer = client.get(path).json()
    text = client.get(f"{path}&format=csv").content.decode()
    table = [row for row in text.split("\r\n") if row and not row.startswith("# ")]
    about = [f"# {name}: {line_of(answer[name])}" for name in members]
    assert text == written(client, f"{path}&format=csv", *about, rows=table)


def test_what_is_left_out_of_a_cut_table_is_counted(client, told):
    lines = client.get("/api/v1/search/?q=zeta&limit=1&format=csv").content.decode().split("\r\n")
    assert lines[4] == "# left_out: beyond_limit=1"
