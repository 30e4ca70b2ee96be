import json
from decimal import Decimal

import pytest

from records.ingest.evaluation.gold import DateLabel, GoldError, Labels, MeasureLabel, read_gold

LINE = {
    "line": 1,
    "text": "Two boats were built in 2031.",
    "date": None,
    "source": "A test",
    "countries": ["FI"],
    "organizations": ["Navy"],
    "weapon_systems": [],
    "categories": ["warship"],
    "agreement": "procurement_contract",
    "agreement_status": "signed",
    "modality": "reported",
    "speaker": None,
    "measures": [
        {
            "surface": "Two boats",
            "mode": "absolute",
            "value": 2,
            "value_min": None,
            "value_max": None,
            "qualifier": "exact",
            "unit": "boat",
            "currency": None,
            "direction": None,
        }
    ],
    "dates": [{"surface": "2031", "edtf": "2031"}],
}


def test_line_is_read():
    boats = MeasureLabel("Two boats", "absolute", "exact", Decimal(2), None, None, "boat", "")
    assert list(read_gold(b"\xef\xbb\xbf" + json.dumps(LINE).encode() + b"\n\n")) == [
        Labels(
            text="Two boats were built in 2031.",
            date="",
            countries=frozenset({"FI"}),
            organizations=("Navy",),
            weapon_systems=(),
            categories=frozenset({"warship"}),
            agreement="procurement_contract",
            agreement_status="signed",
            modality="reported",
            speaker="",
            measures=(boats,),
            dates=(DateLabel("2031", "2031"),),
        )
    ]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"text": ""}, "Line 1: “text” is missing; give the sentence."),
        ({"text": 7}, "Line 1: “text” is 7; give a text or null."),
        ({"countries": "FI"}, "Line 1: “countries” is 'FI'; give a list of texts."),
        ({"organizations": [1]}, "Line 1: “organizations” is [1]; give a list of texts."),
        ({"measures": [7]}, "Line 1: “measures” is [7]; give a list of objects."),
        (
            {"measures": [{**LINE["measures"][0], "value": "two"}]},
            "Line 1: “value” is 'two'; give a number or null.",
        ),
    ],
)
def test_line_that_is_wrong_is_named(changed, message):
    with pytest.raises(GoldError) as error:
        list(read_gold(json.dumps({**LINE, **changed}).encode()))
    assert str(error.value) == message


@pytest.mark.parametrize("field", ["modality", "agreement", "agreement_status"])
def test_unknown_code_is_named_with_the_known_ones(field):
    with pytest.raises(GoldError, match=rf"^Line 1: “{field}” is 'signd'; give one of \w+, "):
        list(read_gold(json.dumps({**LINE, field: "signd"}).encode()))


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"{", "Line 1 is not JSON"), (b"[1]", "Line 1 is not an object with labels.")],
)
def test_what_is_not_a_label_line_is_refused(data, words):
    with pytest.raises(GoldError, match=words):
        list(read_gold(data))
