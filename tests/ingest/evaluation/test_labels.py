import json
from decimal import Decimal

import pytest

from records.enums import ClaimKind, MeasureMode, Modality, Qualifier
from records.ingest.evaluation.gold import read_gold
from records.ingest.evaluation.labels import OF_FINDINGS, OF_LABELS, head, plain
from records.ingest.findings import (
    DateFinding,
    Findings,
    KindFinding,
    MeasureFinding,
    ModalityFinding,
    OrganizationFinding,
)

TEXT = "The Navy's yard built 1,500 patrol boats for US$2 million by 2031."
SOMEWHERE = {"start": 0, "end": 0, "rule": "test", "confidence": 1.0}


def labels(**given):
    (line,) = read_gold(json.dumps({"text": TEXT, "modality": "reported", **given}).encode())
    return line


def findings(**given):
    return Findings(
        kind=KindFinding(kind=ClaimKind.OTHER, **SOMEWHERE),
        modality=ModalityFinding(modality=Modality.REPORTED, **SOMEWHERE),
        **given,
    )


def at(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "rule": "test", "confidence": 1.0}


def test_both_sides_know_the_same_labels():
    assert list(OF_LABELS) == list(OF_FINDINGS) == [
        "countries", "organizations", "weapon_systems", "categories", "agreement",
        "agreement_kind", "agreement_status", "modality", "speaker", "measures", "dates",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Navy", "Navy"),
        ("The Navy's", "Navy"),
        ("patrol boats", "patrol boat"),
        ("Navy\u2019s", "Navy"),
        ("patrol  boat", "patrol boat"),
    ],
)
def test_spans_agree_but_for_article_possessive_and_plural(one, other):
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("Navy", "Air Force"), ("Navy", "Royal Navy")])
def test_spans_differ_in_anything_else(one, other):
    assert plain(one) != plain(other)


@pytest.mark.parametrize("unit", ["jet", "fighter jet", "Fighter-Jet", " jet "])
def test_unit_is_its_head_noun(unit):
    assert head(unit) == "jet"


def test_name_agrees_whatever_its_article():
    name = OrganizationFinding(name="Navy", **at("The Navy's"))
    found = findings(organizations=(name,))
    assert OF_FINDINGS["organizations"](TEXT, found) == {"Navy"}
    assert OF_LABELS["organizations"](labels(organizations=["Navy"])) == {"Navy"}


def test_figure_agrees_in_value_mode_qualifier_and_unit():
    found = findings(
        measures=(
            MeasureFinding(
                mode=MeasureMode.ABSOLUTE,
                qualifier=Qualifier.EXACT,
                value=Decimal(1500),
                unit="boat",
                **at("1,500 patrol boats"),
            ),
        )
    )
    row = {"surface": "1,500 patrol boats", "mode": "absolute", "qualifier": "exact"}
    wanted = list(
        OF_LABELS["measures"](labels(measures=[{**row, "value": 1500.0, "unit": "boat"}]))
    )
    assert list(OF_FINDINGS["measures"](TEXT, found)) == wanted
    for other in ({"unit": "ship"}, {"value": 1501}, {"qualifier": "about"}, {"mode": "share"}):
        line = labels(measures=[{**row, "value": 1500, "unit": "boat", **other}])
        assert list(OF_LABELS["measures"](line)) != wanted


def test_date_that_nobody_could_resolve_agrees_in_its_words():
    found = findings(dates=(DateFinding(edtf="", **at("by 2031")),))
    assert list(OF_FINDINGS["dates"](TEXT, found)) == ["by 2031"]
    line = labels(dates=[{"surface": "by 2031", "edtf": None}])
    assert list(OF_LABELS["dates"](line)) == ["by 2031"]
