"""Clients that write at the same time lose nothing, and none of them sees the server fail."""

from collections import Counter
from functools import partial

import pytest

from records.models import Organization, OrganizationIdentifier
from records.representations.rendering import render
from tests.api.writing.conftest import JsonClient
from tests.api.writing.state import problem
from tests.factories import OrganizationFactory, UserFactory
from tests.support.threads import run_together
from tests.support.writers import OK, STALE, Answer, Writer, lost_or_doubled

pytestmark = pytest.mark.django_db(transaction=True)

ORGANIZATIONS = "/api/v1/organizations/"
WRITERS, RECORDS, UPDATES = 8, 10, 20


@pytest.fixture
def clients(transactional_db):
    user = UserFactory(role="editor")
    made = [JsonClient() for _ in range(WRITERS)]
    for client in made:
        client.force_login(user)
    return made


def path_of(record):
    return f"{ORGANIZATIONS}{record.public_id}/"


def together(*tasks):
    found = run_together(*tasks)
    assert not [each for each in found if isinstance(each, Exception)], found
    return found


def sender(client):
    def send(method, path, body=None, headers=None):
        response = client.send(method, path, "" if body is None else body, **(headers or {}))
        return Answer(response.status_code, response.headers.get("ETag", ""), response.content)

    return send


def test_no_update_is_lost(clients):
    records = [OrganizationFactory(name="0") for _ in range(RECORDS)]
    paths = [path_of(record) for record in records]
    writers = [Writer(f"writer {number}", sender(client)) for number, client in enumerate(clients)]

    def write(number, writer):
        """Let writers meet in pairs, and all of them every now and then."""
        for update in range(UPDATES):
            writer.insist(paths[(number // 2 + update) % RECORDS])

    together(*[partial(write, number, writer) for number, writer in enumerate(writers)])

    statuses = sum((writer.statuses for writer in writers), Counter())
    assert statuses[OK] == WRITERS * UPDATES
    assert not statuses.keys() - {OK, STALE}
    assert lost_or_doubled(writers, paths, lambda path: clients[0].get(path).json()) == []
    documents = render(Organization, [record.pk for record in records])
    assert dict(Organization.objects.values_list("pk", "document")) == documents


def test_one_of_several_changes_for_one_revision_is_made(clients):
    path = path_of(OrganizationFactory())
    answers = together(
        *[
            partial(client.send, "PATCH", path, {"name": f"Name {number}"}, If_Match='"1"')
            for number, client in enumerate(clients)
        ]
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * (WRITERS - 1)
    (made,) = [answer for answer in answers if answer.status_code == 200]
    assert {answer.headers["ETag"] for answer in answers} == {made.headers["ETag"]}
    assert clients[0].get(path).content == made.content


def body_with(identifier):
    return {"name": "X", "kind": "company", "identifiers": [identifier]}


IDENTIFIER = {"scheme": "lei", "value": "5299001OU9CSE29O6S05"}


def test_identifier_that_several_new_records_want_is_given_to_one(clients):
    answers = together(
        *[partial(client.send, "POST", ORGANIZATIONS, body_with(IDENTIFIER)) for client in clients]
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [400] * (WRITERS - 1)
    for answer in answers:
        if answer.status_code == 400:
            assert problem(answer)[1:] == ("validation_failed", [("/identifiers/0", "taken")])
    assert (Organization.objects.count(), OrganizationIdentifier.objects.count()) == (1, 1)


def test_identifier_that_several_records_want_is_given_to_one(clients):
    records = [OrganizationFactory() for _ in clients]
    answers = together(
        *[
            partial(
                client.send, "PATCH", path_of(record), {"identifiers": [IDENTIFIER]}, If_Match='"1"'
            )
            for client, record in zip(clients, records, strict=True)
        ]
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [400] * (WRITERS - 1)
    assert OrganizationIdentifier.objects.count() == 1


def test_lists_that_want_one_identifier_are_stored_whole_or_not_at_all(clients):
    lists = [
        [{"name": f"Company {number}", "kind": "company"}, body_with(IDENTIFIER)]
        for number in range(WRITERS)
    ]
    answers = together(
        *[
            partial(client.send, "POST", ORGANIZATIONS, bodies)
            for client, bodies in zip(clients, lists, strict=True)
        ]
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [400] * (WRITERS - 1)
    for answer in answers:
        if answer.status_code == 400:
            assert problem(answer)[2] == [("/1/identifiers/0", "taken")]
    assert Organization.objects.count() == 2


def test_records_that_each_want_to_stand_above_the_other(clients):
    one, other = OrganizationFactory(), OrganizationFactory()
    answers = together(
        *[
            partial(
                client.send, "PATCH", path_of(child), {"parent": parent.public_id}, If_Match='"1"'
            )
            for client, child, parent in zip(clients, (one, other), (other, one), strict=False)
        ]
    )
    assert sorted(answer.status_code for answer in answers) == [200, 400]
    (refused,) = [answer for answer in answers if answer.status_code == 400]
    assert problem(refused)[2] == [("/parent", "parent_cycle")]
    assert Organization.objects.filter(parent=None).count() == 1
