import json
import os
import re
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from records.ingest.evaluation.labels import OF_LABELS
from records.ingest.findings import Findings
from records.models import Change, Claim, Organization
from records.services.deciding.finals import CountryFinal
from tests.factories import CategoryFactory, StateFactory
from tests.services.deciding.findings import TEXT, decide_on, full, kinds, reading_of
from tests.support.architecture import PROJECT_ROOT

pytestmark = pytest.mark.django_db

GOLD = PROJECT_ROOT / "fixtures" / "gold" / "2025-04-04.jsonl"
SENTENCE = {
    "text": "Finland signed a contract for 12 tanks in 2019.",
    "date": "2020-01-01",
    "countries": ["FI"],
    "organizations": [],
    "weapon_systems": [],
    "categories": ["tank"],
    "agreement": "procurement_contract",
    "agreement_status": "signed",
    "modality": "reported",
    "speaker": None,
    "measures": [
        {
            "surface": "12 tanks",
            "mode": "absolute",
            "value": 12,
            "qualifier": "exact",
            "unit": "tank",
        }
    ],
    "dates": [{"surface": "in 2019", "edtf": "2019"}],
}


def run(*arguments):
    out, err = StringIO(), StringIO()
    call_command("evaluate_ingest", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(SENTENCE))
    return path


def test_database_without_tables_is_refused_with_the_command_that_makes_them(gold, tmp_path):
    answer = subprocess.run(
        [sys.executable, "manage.py", "evaluate_ingest", str(gold)],
        cwd=PROJECT_ROOT,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stdout) == (1, "")
    assert re.fullmatch(
        r"CommandError: Migrations not applied to the database: \d+\. "
        r"Run `manage\.py migrate`, then `manage\.py load_reference`\.\n",
        answer.stderr,
    )


def test_figures_are_printed_as_json(gold):
    out, err = run(gold, "--format", "json")
    figures = json.loads(out)
    whole = {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert figures == {
        label: {**whole, "gold": count, "predicted": count}
        for label, count in zip(OF_LABELS, (1, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1), strict=True)
    }
    assert err == ""


def test_figures_are_printed_as_a_table(gold):
    out, _ = run(gold)
    lines = out.splitlines()
    assert lines[0].split() == ["label", "precision", "recall", "f1", "gold", "predicted"]
    assert [line.split()[0] for line in lines[1:]] == list(OF_LABELS)
    assert lines[1].split()[1:] == ["1.000", "1.000", "1.000", "1", "1"]


def test_errors_name_what_was_missed_and_what_is_wrong(gold):
    gold.write_text(json.dumps({**SENTENCE, "countries": ["SE"]}))
    _, err = run(gold, "--errors")
    assert err.splitlines() == [
        "1. Finland signed a contract for 12 tanks in 2019.",
        "  countries: missed SE",
        "  countries: wrong FI",
    ]


def test_nothing_is_written(gold):
    before = (Claim.objects.count(), Organization.objects.count(), Change.objects.count())
    run(gold)
    assert (Claim.objects.count(), Organization.objects.count(), Change.objects.count()) == before


def test_sentences_of_the_digest_are_read_well():
    figures = json.loads(run(GOLD, "--format", "json")[0])
    assert figures["countries"]["gold"] == 27
    floors = {"countries": 0.9, "measures": 0.8, "dates": 0.8, "categories": 0.8, "modality": 0.8}
    assert {label for label, floor in floors.items() if figures[label]["f1"] < floor} == set()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file has no labelled sentence; give one JSON object a line."),
        (b"\xff", "Byte 0 is not UTF-8; save the file as UTF-8."),
        (b"{", "Line 1 is not JSON"),
    ],
)
def test_file_that_cannot_be_read_is_refused(gold, content, message):
    gold.write_bytes(content)
    with pytest.raises(CommandError, match=message):
        run(gold)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "none.jsonl")


def test_decisions_of_people_are_taken_for_labels():
    CategoryFactory(code="artillery")
    StateFactory(country="FI", name="Finland")
    decide_on(full(), drop=("categories.0", "measures.1"), add=[CountryFinal(country="SE")])
    decide_on(Findings(**kinds()))
    reading_of(full())
    out, err = run("--from-reviews", "--format", "json", "--errors")
    figures = {label: (row["predicted"], row["gold"], row["precision"], row["recall"])
               for label, row in json.loads(out).items()}  # fmt: skip
    assert figures == {
        "countries": (1, 2, 1.0, 0.5),
        "organizations": (1, 1, 1.0, 1.0),
        "weapon_systems": (1, 1, 1.0, 1.0),
        "categories": (1, 0, 0.0, 1.0),
        "agreement": (1, 1, 1.0, 1.0),
        "agreement_kind": (1, 1, 1.0, 1.0),
        "agreement_status": (1, 1, 1.0, 1.0),
        "modality": (2, 2, 1.0, 1.0),
        "speaker": (1, 1, 1.0, 1.0),
        "measures": (2, 1, 0.5, 1.0),
        "dates": (1, 1, 1.0, 1.0),
    }
    assert err.splitlines() == [
        f"1. {TEXT}",
        "  countries: missed SE",
        "  categories: wrong artillery",
        "  measures: wrong absolute exact 64 None None howitzer",
    ]


def test_what_nobody_read_is_not_measured():
    decide_on(Findings(**kinds()), unread="language uk")
    with pytest.raises(CommandError, match="Nobody has decided on proposals yet"):
        run("--from-reviews")


@pytest.mark.parametrize("arguments", [(), ("gold.jsonl", "--from-reviews")])
def test_labels_come_from_one_place(arguments):
    with pytest.raises(CommandError):
        run(*arguments)
