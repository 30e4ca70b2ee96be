"""Tokens at the editors' desk: issued with the secret shown once, revoked, never edited."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from time_machine import travel

from records.models import ApiToken
from records.services.tokens import recognise_token, revoke_token
from tests.factories import ApiTokenFactory, UserFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2025, 4, 4, 12, tzinfo=UTC)
LIST, ADD = "admin:records_apitoken_changelist", "admin:records_apitoken_add"
SECRET = re.compile(r"accord_[A-Za-z0-9_-]{43}")


_COLUMNS = {
    name + suffix
    for name in (field.name for field in ApiToken._meta.fields)
    for suffix in ("", "_0", "_1")
}


def desk_of(role):
    client = Client()
    client.force_login(UserFactory(username=role, role=role, is_staff=True))
    return client


@pytest.fixture
def desk(db):
    return desk_of("admin")


def form(owner, **changes):
    return {
        "name": "import",
        "user": owner.pk,
        "write": "on",
        "expires_at_0": "2025-05-01",
        "expires_at_1": "12:00:00",
        **changes,
    }


def issue(desk, owner, **changes):
    with travel(NOON, tick=False):
        return desk.post(reverse(ADD), form(owner, **changes))


def test_secret_is_shown_exactly_once(desk):
    user = UserFactory(username="ada")
    page = issue(desk, user)
    (secret,) = SECRET.findall(page.content.decode())
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    assert "until 2025-05-01 12:00 UTC" in page.content.decode()
    assert secret not in str(page.headers)
    assert secret not in str(page.cookies)
    assert secret not in str(dict(desk.session))
    with travel(NOON, tick=False):
        token = recognise_token(secret=secret)
        assert (token.name, token.user, token.scopes) == ("import", user, ["write"])
        for path in (reverse(LIST), change(token), reverse("admin:index"), history(token)):
            body = desk.get(path).content.decode()
            assert secret not in body
            assert token.digest not in body
    assert token.expires_at == datetime(2025, 5, 1, 12, tzinfo=UTC)
    (entry,) = LogEntry.objects.all()
    assert (entry.object_repr, entry.is_addition()) == (str(token), True)


def change(token):
    return reverse("admin:records_apitoken_change", args=[token.pk])


def history(token):
    return reverse("admin:records_apitoken_history", args=[token.pk])


def test_form_asks_for_ninety_days(desk):
    with travel(NOON, tick=False):
        body = desk.get(reverse(ADD)).content.decode()
    assert 'value="2025-07-03"' in body
    asked = ["name", "user", "read_drafts", "write", "expires_at_0", "expires_at_1"]
    named = dict.fromkeys(re.findall(r'name="(\w+)"', body))
    assert [name for name in named if name in _COLUMNS] == asked


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"name": ""}, {"name": ["This field is required."]}),
        (
            {"expires_at_0": "2025-04-03"},
            {"expires_at": ["A token expires in the future."]},
        ),
        (
            {"expires_at_0": "2026-04-05"},
            {"expires_at": ["A token expires at most 365 days after it is issued."]},
        ),
        ({"user": ""}, {"user": ["This field is required."]}),
    ],
)
def test_error_stands_beside_its_field(desk, changes, errors):
    page = issue(desk, UserFactory(), **changes)
    assert page.context["adminform"].form.errors == errors
    assert not ApiToken.objects.exists()


def test_deactivated_user_is_refused(desk):
    page = issue(desk, UserFactory(is_active=False))
    assert page.context["adminform"].form.errors == {
        "user": ["The user is deactivated, so the token would not work."]
    }


def test_token_that_exists_is_shown_and_not_edited(desk):
    token = ApiTokenFactory(name="import")
    page = desk.get(change(token))
    assert 'name="name"' not in page.content.decode()
    assert 'name="_save"' not in page.content.decode()
    assert desk.post(change(token), form(token.user, name="other")).status_code == 403
    delete = reverse("admin:records_apitoken_delete", args=[token.pk])
    assert desk.post(delete, {"post": "yes"}).status_code == 403
    assert ApiToken.objects.get().name == "import"


def test_revoking_ends_the_chosen_tokens(desk):
    tokens = [ApiTokenFactory() for _ in range(3)]
    revoke_token(token=tokens[0])
    before = ApiToken.objects.get(pk=tokens[0].pk).revoked_at
    chosen = {"action": "revoke", "_selected_action": [each.pk for each in tokens[:2]]}
    page = desk.post(reverse(LIST), chosen, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["Tokens revoked: 1."]
    states = [ApiToken.objects.get(pk=each.pk).state for each in tokens]
    assert states == ["revoked", "revoked", "active"]
    assert ApiToken.objects.get(pk=tokens[0].pk).revoked_at == before
    (entry,) = LogEntry.objects.all()
    assert (entry.object_id, entry.get_change_message()) == (str(tokens[1].pk), "Revoked.")


def _rows(body):
    """Return the texts of the list's cells, row by row."""
    rows = re.findall(r"<tr.*?</tr>", body[body.index("<tbody") :], re.DOTALL)
    cells = (re.findall(r'class="field-\w+ [^>]*>(.*?)</t[dh]>', row, re.DOTALL) for row in rows)
    return [[re.sub(r"<[^>]*>", "", cell).strip() for cell in row] for row in cells]


@pytest.mark.parametrize("count", [1, 3])
def test_list_shows_tokens_in_a_fixed_number_of_queries(desk, count, django_assert_num_queries):
    with travel(NOON, tick=False):
        tokens = [
            ApiTokenFactory(name=f"import {number}", write=True, read_drafts=True)
            for number in range(count)
        ]
        with django_assert_num_queries(5):  # session, user, their permissions, count, rows
            body = desk.get(reverse(LIST)).content.decode()
    assert _rows(body) == [
        [
            token.name,
            f"accord_{token.prefix}…",
            token.user.username,
            "read_drafts, write",
            "2025-07-03 12:00",
            "-",
            "active",
        ]
        for token in reversed(tokens)
    ]


@pytest.mark.parametrize(
    ("ended", "state"),
    [
        ({"expires_at": NOON + timedelta(hours=1)}, "expired"),
        ({"revoked_at": NOON}, "revoked"),
        ({}, "active"),
    ],
)
def test_list_shows_the_state(desk, ended, state):
    with travel(NOON, tick=False) as clock:
        token = ApiTokenFactory()
        ApiToken.objects.filter(pk=token.pk).update(**ended)
        clock.shift(timedelta(hours=2))
        (row,) = _rows(desk.get(reverse(LIST)).content.decode())
        assert row[-1] == state


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer"])
def test_only_admins_see_and_issue_tokens(role):
    desk = desk_of(role)
    token = ApiTokenFactory()
    for path in (reverse(LIST), reverse(ADD), change(token)):
        assert desk.get(path).status_code == 403
    assert issue(desk, token.user).status_code == 403
    desk.post(reverse(LIST), {"action": "revoke", "_selected_action": [token.pk]})
    assert ApiToken.objects.get().state == "active"
