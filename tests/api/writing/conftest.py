"""An editor's client that writes JSON."""

import json

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.support.writing import log_and_records_agree  # noqa: F401 watches every test here


class JsonClient(Client):
    """Sends JSON and takes headers by their names."""

    def send(self, method, path, body, **headers):
        content = body if isinstance(body, bytes | str) else json.dumps(body)
        given = {"X_Change_Reason": "A test."} | headers
        named = {name.replace("_", "-"): value for name, value in given.items()}
        return self.generic(method, path, content, "application/json", headers=named)


@pytest.fixture
def editor(db):
    user = User.objects.create_user("editor")
    user.groups.set(Group.objects.filter(name="editor"))
    client = JsonClient()
    client.force_login(user)
    return client
