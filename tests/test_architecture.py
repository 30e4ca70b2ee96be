"""The house keeps its shape: imports go one way, and no file grows past reading."""

import pytest

from tests.support.architecture import (
    ALLOWED,
    CHAIN,
    ENDS,
    PROJECT_ROOT,
    imports,
    layer_of,
    module_name,
    modules,
    violations,
)

MODULES = {module_name(path): path for path in modules()}
LONGEST = 300  # lines


def test_every_layer_is_found():
    assert {layer_of(name) for name in MODULES} >= {*CHAIN, *ENDS}


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_one_way(name):
    assert violations(name, MODULES[name].read_text()) == []


@pytest.mark.parametrize("name", MODULES)
def test_file_can_be_read(name):
    assert len(MODULES[name].read_text().splitlines()) <= LONGEST


def test_package_has_no_import_that_the_checker_cannot_resolve():
    seen = {
        imported.target
        for name, path in MODULES.items()
        for imported in imports(name, path.read_text())
        if imported.target.split(".")[0] == "records"
    }
    for target in seen:
        path = PROJECT_ROOT.joinpath(*target.split("."))
        assert path.is_dir() or path.with_suffix(".py").is_file(), target


def test_order_is_that_of_the_design():
    assert ALLOWED["enums"] == set()
    assert ALLOWED["models"] == {"enums", "values", "validators", "querysets"}
    assert ALLOWED["analysis"] == ALLOWED["ingest"] == {*ALLOWED["models"], "models"}
    assert ALLOWED["services"] == {*ALLOWED["analysis"], "representations", "analysis", "ingest"}
    assert ALLOWED["pictures"] == {"enums", "values", "analysis"}
    assert ALLOWED["api"] == ALLOWED["admin"] == {*ALLOWED["services"], "services", "pictures"}


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("records.values.edtf", "from records.models.claim import Claim"),
        ("records.values.edtf", "import records.models.claim"),
        ("records.values.edtf", "from records import models"),
        ("records.values.edtf", "from ..models import Claim"),
        ("records.values.edtf", "from .. import models"),
        ("records.values.__init__", "from ..models import Claim"),
        ("records.values.edtf", "from django.db import models"),
        ("records.models.claim", "from records.services.review import publish"),
        ("records.models.claim", "try:\n    from records.api import views\nfinally:\n    pass"),
        ("records.models.claim", "from records.analysis.search import search"),
        ("records.services.review", "from rest_framework.request import Request"),
        ("records.analysis.search", "from records.services.review import publish"),
        ("records.ingest.digest", "from records.representations.claim import ClaimSerializer"),
        ("records.api.views.claim", "from records.admin.claim import ClaimAdmin"),
        ("records.admin.claim", "from records.api.views.claim import ClaimView"),
        ("records.management.commands.demo", "from records.api.urls import router"),
        ("records.api.views.claim", "from config.settings.base import DATABASES"),
        ("records.api.views.claim", "from tests.factories.claim import ClaimFactory"),
        ("records.apps", "import config.urls"),
        ("records.pictures.network", "from records.models import Agreement"),
        ("records.services.review", "from records.pictures.network import network"),
        ("records.enums", "from records.values.edtf import parse_edtf"),
    ],
)
def test_forbidden_arrow_is_caught(name, source):
    (sentence,) = violations(name, source)
    assert "may not import" in sentence


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("records.values.measures", "from records.enums import Metric"),
        ("records.values.measures", "from records.values.interval import Interval"),
        ("records.values.measures", "from .interval import Interval"),
        ("records.models.claim", "from records import enums, querysets"),
        ("records.services.review", "from records.analysis.search import search"),
        ("records.admin.claim", "from records.services.review import publish"),
        ("records.api.views.claim", "from rest_framework.views import APIView"),
        (
            "records.querysets.claim",
            "import typing\nif typing.TYPE_CHECKING:\n    from records.models.claim import Claim",
        ),
        ("records.apps", "def ready(self):\n    from records.representations import staleness"),
        (
            "records.api.views.claim",
            "def view():\n    import csv  # inline import: needed by one rare request only",
        ),
    ],
)
def test_allowed_arrow_passes(name, source):
    assert violations(name, source) == []


@pytest.mark.parametrize(
    "source",
    [
        "def view():\n    import csv",
        "async def view():\n    from csv import reader",
        "class View:\n    def get(self):\n        if 1:\n            import csv  # inline import:",
        "def view():\n    import csv  # needed here",
    ],
)
def test_inline_import_without_a_reason_is_caught(source):
    (sentence,) = violations("records.api.views.claim", source)
    assert sentence.endswith("import of csv in a function without a reason")


def test_module_outside_every_layer_is_caught():
    assert violations("records.utils", "") == ["records.utils: utils is no layer of the design"]
