"""Each kind of problem: its code, its status, and the page that explains it."""

import re
from html import unescape

import pytest
from rest_framework import exceptions

from records.api import urls  # noqa: F401 imports every exception of the API
from records.api.problems.catalogue import PROBLEMS, ProblemCode
from records.api.problems.occurrences import occurrence_of
from tests.support.problems import Locked

pytestmark = pytest.mark.urls("tests.api.probes")


def all_api_exceptions(kind=exceptions.APIException):
    return [kind, *(each for sub in kind.__subclasses__() for each in all_api_exceptions(sub))]


def test_every_code_has_one_entry():
    assert list(PROBLEMS) == list(ProblemCode)
    assert all(code == problem.code for code, problem in PROBLEMS.items())


@pytest.mark.parametrize("status", range(400, 600))
def test_every_status_has_a_code_of_the_catalogue(status):
    error = exceptions.APIException("Oh.")
    error.status_code = status
    occurrence = occurrence_of(error)
    assert (occurrence is None) == (status >= 500)
    if occurrence:
        known = {problem.status: code for code, problem in reversed(PROBLEMS.items())}
        assert occurrence.code == known.get(status, "malformed_request")


@pytest.mark.parametrize("kind", all_api_exceptions(), ids=lambda kind: kind.__name__)
def test_every_kind_of_exception_has_a_code_of_its_status(kind):
    error = kind.__new__(kind)
    exceptions.APIException.__init__(error)
    occurrence = occurrence_of(error)
    assert (occurrence is None) == (kind.status_code >= 500)
    if occurrence:
        assert PROBLEMS[occurrence.code].status == kind.status_code or kind is Locked


def test_page_explains_every_problem(client):
    response = client.get("/problems/")
    html = unescape(response.content.decode())
    assert (response.status_code, response.headers["Content-Type"]) == (
        200,
        "text/html; charset=utf-8",
    )
    assert re.findall(r'<section class="problem" id="(\w+)">', html) == list(ProblemCode)
    for problem in PROBLEMS.values():
        section = html.partition(f'id="{problem.code}"')[2].partition("</section>")[0]
        assert problem.title in section
        assert f"HTTP {problem.status}" in section
        assert problem.meaning in section
        assert problem.fix in section
