"""A creation with an Idempotency-Key is done once, however often it is sent."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from time_machine import travel

from records.models import KeptAnswer, Source
from tests.api.writing.conftest import JsonClient
from tests.api.writing.state import nothing_stored, problem
from tests.factories import ApiTokenFactory, KeptAnswerFactory, SourceFactory, UserFactory
from tests.support.threads import run_together

pytestmark = pytest.mark.django_db

SOURCES = "/api/v1/sources/"
BODY = {"title": "Report", "kind": "official"}
NOON = datetime(2025, 4, 4, 12, tzinfo=UTC)
WRITERS = 8


def told(response):
    headers = {name: response.headers.get(name) for name in ("ETag", "Location", "Content-Type")}
    return response.status_code, headers, response.content


def post(client, body=BODY, key="key-1", **headers):
    return client.send("POST", SOURCES, body, Idempotency_Key=key, **headers)


def test_repeated_request_gets_the_same_answer(editor):
    first = post(editor)
    assert first.status_code == 201
    assert "Idempotency-Replayed" not in first.headers
    for _ in range(2):
        again = post(editor)
        assert told(again) == told(first)
        assert again.headers["Idempotency-Replayed"] == "true"
        assert again.headers["Cache-Control"] == "no-store"
    assert Source.objects.count() == 1


def test_repeated_request_gets_the_first_answer_after_a_change(editor):
    first = post(editor)
    editor.send("PATCH", first.headers["Location"], {"title": "New"}, If_Match='"1"')
    assert told(post(editor)) == told(first)


def test_same_body_spaced_otherwise_is_the_same_request(editor):
    first = post(editor)
    assert told(post(editor, json.dumps(BODY, indent=4))) == told(first)


@pytest.mark.parametrize(
    "body",
    [
        BODY | {"title": "Other"},
        BODY | {"publisher": None},
        [BODY],
        {},
    ],
)
def test_key_with_another_body_is_refused(editor, body):
    post(editor)
    with nothing_stored():
        response = post(editor, body)
    assert problem(response) == (409, "idempotency_key_reused", [])


def test_key_at_another_address_is_refused(editor):
    post(editor)
    with nothing_stored():
        response = editor.send("POST", "/api/v1/organizations/", BODY, Idempotency_Key="key-1")
    assert problem(response) == (409, "idempotency_key_reused", [])


def test_key_of_another_user_is_another_key(editor):
    other = JsonClient()
    other.force_login(UserFactory(role="editor"))
    first, second = post(editor), post(other)
    assert (first.status_code, second.status_code) == (201, 201)
    assert "Idempotency-Replayed" not in second.headers
    assert Source.objects.count() == 2


def test_tokens_of_one_user_share_their_keys():
    user = UserFactory(role="editor")
    tokens = [ApiTokenFactory(user=user, write=True) for _ in range(2)]
    answers = [post(JsonClient(), Authorization=f"Bearer {token.secret}") for token in tokens]
    assert [answer.headers.get("Idempotency-Replayed") for answer in answers] == [None, "true"]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("body", [BODY | {"kind": "nonsense"}, {"titel": 1}, b"{", [BODY, {}]])
def test_refused_request_leaves_its_key_free(editor, body):
    with nothing_stored():
        assert post(editor, body).status_code == 400
    assert post(editor).status_code == 201
    assert Source.objects.count() == 1


def test_list_is_created_once(editor):
    bodies = [BODY, BODY | {"title": "Other"}]
    first, again = post(editor, bodies), post(editor, bodies)
    assert (first.status_code, told(again)) == (201, told(first))
    assert again.headers["Idempotency-Replayed"] == "true"
    assert Source.objects.count() == 2


def test_number_of_more_than_64_bits_is_refused_with_a_key_as_without(editor):
    body = BODY | {"title": 10**30}
    assert problem(post(editor, body))[2] == [("/title", "wrong_type")]


def test_key_is_kept_for_a_day(editor):
    with travel(NOON, tick=False) as clock:
        first = post(editor)
        clock.shift(timedelta(hours=24))
        assert post(editor).headers["Idempotency-Replayed"] == "true"
        clock.shift(timedelta(seconds=1))
        second = post(editor, BODY | {"title": "Other"})
        assert "Idempotency-Replayed" not in second.headers
    assert first.headers["Location"] != second.headers["Location"]
    assert KeptAnswer.objects.count() == 1


def test_answers_that_nobody_can_ask_for_are_deleted(editor):
    with travel(NOON, tick=False) as clock:
        for _ in range(3):
            KeptAnswerFactory()
        clock.shift(timedelta(days=2))
        post(editor)
    assert [answer.key for answer in KeptAnswer.objects.all()] == ["key-1"]


@pytest.mark.parametrize("key", ["", "a b", "\x7f", "é", "x" * 201, "\t"])
def test_key_that_is_none(editor, key):
    with nothing_stored():
        response = post(editor, key=key)
    item = ("header:Idempotency-Key", "invalid_idempotency_key")
    assert problem(response) == (400, "malformed_request", [item])


@pytest.mark.parametrize("key", ["x" * 200, "!~", "0", '"quoted"'])
def test_key_that_is_unusual(editor, key):
    assert post(editor, key=key).status_code == 201
    assert post(editor, key=key).headers["Idempotency-Replayed"] == "true"


def test_key_of_a_change_is_of_no_consequence(editor):
    path = f"{SOURCES}{SourceFactory().public_id}/"
    for revision in (1, 2):
        response = editor.send(
            "PATCH", path, {"title": "X"}, If_Match=f'"{revision}"', Idempotency_Key="key-1"
        )
        assert response.json()["revision"] == revision + 1


def test_answer_is_given_again_only_to_those_who_may_still_write(editor):
    user = UserFactory(role="editor")
    client = JsonClient()
    client.force_login(user)
    assert post(client).status_code == 201
    user.groups.clear()
    with nothing_stored():
        assert problem(post(client)) == (403, "permission_denied", [])


def sent_together(clients, bodies, key="key-1"):
    """Send at the same moment, each client its body; return the answers."""
    answers = run_together(
        *[
            lambda client=client, body=body: post(client, body, key)
            for client, body in zip(clients, bodies, strict=True)
        ]
    )
    assert all(not isinstance(answer, Exception) for answer in answers), answers
    return answers


def clients_of(user):
    clients = [JsonClient() for _ in range(WRITERS)]
    for client in clients:
        client.force_login(user)
    return clients


@pytest.mark.django_db(transaction=True)
def test_requests_at_the_same_time_are_done_once():
    answers = sent_together(clients_of(UserFactory(role="editor")), [BODY] * WRITERS)
    assert len({(answer.status_code, answer.content) for answer in answers}) == 1
    assert answers[0].status_code == 201
    replayed = [answer.headers.get("Idempotency-Replayed") for answer in answers]
    assert sorted(map(str, replayed)) == ["None", *["true"] * (WRITERS - 1)]
    assert Source.objects.count() == KeptAnswer.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_requests_at_the_same_time_with_different_bodies_are_not_mixed_up():
    bodies = [BODY | {"title": f"Report {number % 2}"} for number in range(WRITERS)]
    answers = sent_together(clients_of(UserFactory(role="editor")), bodies)
    assert sorted(answer.status_code for answer in answers) == [201] * 4 + [409] * 4
    assert Source.objects.count() == 1
    (title,) = Source.objects.values_list("title", flat=True)
    stored = [answer.json()["title"] for answer in answers if answer.status_code == 201]
    assert stored == [title] * 4


@pytest.mark.django_db(transaction=True)
def test_refused_requests_at_the_same_time_do_not_keep_the_right_one_out():
    bodies = [BODY, *[BODY | {"kind": "nonsense"}] * (WRITERS - 1)]
    answers = sent_together(clients_of(UserFactory(role="editor")), bodies)
    found = [answer.status_code for answer in answers]
    assert found[0] == 201
    assert set(found[1:]) <= {400, 409}
    assert Source.objects.count() == KeptAnswer.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_expired_answers_keep_nobody_waiting():
    """Requests at the same time each find them; none fails over the other's deletion."""
    with travel(NOON, tick=False):
        for _ in range(50):
            KeptAnswerFactory()
    clients = clients_of(UserFactory(role="editor"))
    answers = run_together(
        *[
            lambda client=client, number=number: post(client, BODY, f"new-{number}")
            for number, client in enumerate(clients)
        ]
    )
    assert [answer.status_code for answer in answers] == [201] * WRITERS
    assert KeptAnswer.objects.count() == WRITERS


def test_anonymous_keeps_nothing():
    with nothing_stored():
        response = Client().post(
            SOURCES, BODY, "application/json", headers={"Idempotency-Key": "key-1"}
        )
    assert response.status_code == 401
