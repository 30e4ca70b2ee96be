"""Problem documents written by hand, and requests that are answered with one."""

from django.test import Client
from rest_framework import exceptions

from records.api.problems.catalogue import PROBLEMS, ProblemCode

ID = {"X-Request-ID": "r-1"}


def document(code, detail=None, errors=()):
    """Return the whole problem document of a code."""
    problem = PROBLEMS[ProblemCode(code)]
    return {
        "type": f"/problems/#{code}",
        "title": problem.title,
        "status": problem.status,
        "detail": detail or problem.meaning,
        "code": code,
        "request_id": "r-1",
        "errors": [
            {"pointer": where, "code": item_code, "detail": text}
            for where, item_code, text in errors
        ],
    }


def assert_problem(response, code, detail=None, errors=()):
    assert response.json() == document(code, detail, errors)
    assert response.status_code == response.json()["status"]
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Length"] == str(len(response.content))
    assert response.headers["X-Request-ID"] == "r-1"


def ask(path="/api/v1/failures/", **headers):
    return Client(raise_request_exception=False).get(path, headers={**ID, **headers})


class Locked(exceptions.APIException):
    status_code = 423
    default_code = "locked"
