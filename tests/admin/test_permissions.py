"""Who may do what at the desk."""

import pytest
from django.test import Client

from records.services.accounts import ROLES
from tests.admin.conftest import desk_of
from tests.admin.forms import address, field_errors, shown
from tests.factories import OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db

MAY = {  # list, form, save, add, delete
    None: (302, 302, 302, 302, 302),
    "nobody": (403, 403, 403, 403, 403),
    "viewer": (200, 200, 403, 403, 403),
    "editor": (200, 200, 302, 200, 403),
    "reviewer": (200, 200, 302, 200, 403),
    "admin": (200, 200, 302, 200, 403),
}


def test_every_role_is_in_the_table():
    assert {*ROLES} == MAY.keys() - {None, "nobody"}


@pytest.mark.parametrize("status", ["draft", "published"])
@pytest.mark.parametrize("role", MAY)
def test_role_may_what_the_table_says(client, subject, role, status):
    record = subject.make(review_status=status)
    model = type(record)
    desk = desk_of("" if role == "nobody" else role) if role else client
    change = address(model, "change", record.pk)
    filled = shown(desk_of("editor").get(change))
    answers = (
        desk.get(address(model, "changelist")),
        desk.get(change),
        desk.post(change, filled),
        desk.get(address(model, "add")),
        desk.post(address(model, "delete", record.pk), {"post": "yes"}),
    )
    assert tuple(answer.status_code for answer in answers) == MAY[role]
    revision = 2 if MAY[role][2] == 302 and role else 1
    assert model.objects.get(pk=record.pk).revision == revision


def test_user_who_is_no_staff_is_sent_to_the_login(subject):
    client = Client()
    client.force_login(UserFactory(role="editor"))
    answer = client.get(address(subject.resource.model, "changelist"))
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/admin/login/")


def test_viewer_sees_values_but_no_fields(subject):
    record = subject.make()
    page = desk_of("viewer").get(address(type(record), "change", record.pk))
    body = page.content.decode()
    assert str(record) in body
    assert 'name="_save"' not in body
    assert field_errors(page) == {}


@pytest.mark.parametrize(("role", "status"), [("viewer", 200), ("nobody", 403)])
def test_search_for_related_records_needs_the_right_to_see_them(role, status):
    record = OrganizationFactory(name="Ministère")
    desk = desk_of("" if role == "nobody" else role)
    answer = desk.get("/admin/autocomplete/", {
        "app_label": "records", "model_name": "claim", "field_name": "said_by",
        "term": "ministere",
    })  # fmt: skip
    assert answer.status_code == status
    if status == 200:
        assert answer.json() == {
            "results": [{"id": str(record.pk), "text": f"Ministère · {record.public_id}"}],
            "pagination": {"more": False},
        }
