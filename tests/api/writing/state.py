"""Proves that a refused request has left nothing, and says what its answer was, in short."""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection

from records.models import ApiToken, Record

MALFORMED = (400, "malformed_request", [])


def stored():
    """Count the rows of every table of the register and add up the revisions of its records."""
    models = [model for model in apps.get_app_config("records").get_models()
              if model is not ApiToken]  # fmt: skip
    parts = [f"(SELECT COUNT(*) FROM {model._meta.db_table})" for model in models]
    parts += [f"(SELECT SUM(revision) FROM {model._meta.db_table})"
              for model in models if issubclass(model, Record)]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}")
        return cursor.fetchone()


@contextmanager
def nothing_stored():
    """Fail if what the block does leaves anything behind."""
    before = stored()
    yield
    assert stored() == before


def problem(response):
    """Cut a problem down to status, code and what is wrong where."""
    document = response.json()
    assert document["status"] == response.status_code
    assert response.headers["Content-Type"] == "application/problem+json"
    items = [(item["pointer"], item["code"]) for item in document["errors"]]
    return response.status_code, document["code"], items


def invalid(*items):
    return 400, "validation_failed", list(items)


def refused(client, method, path, body, **headers):
    """Send a request that must leave nothing behind; return what its answer says."""
    with nothing_stored():
        response = client.send(method, path, body, **headers)
    return problem(response)
