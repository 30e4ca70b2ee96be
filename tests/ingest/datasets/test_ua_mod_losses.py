"""The daily counts and their corrections as statements."""

import gzip
import json
from dataclasses import replace
from itertools import pairwise

import pytest

from records.enums import ClaimKind, Metric, Qualifier
from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.losses import Count, Object, Place, Statement
from records.ingest.datasets.ua_mod_losses import read_ua_mod_losses
from records.ingest.datasets.ua_mod_losses.vocabulary import CORRECTIONS, EQUIPMENT, PERSONNEL
from records.ingest.finding.names.reference import read_reference
from tests.support.datasets import UA_MOD, shipped, write_rows

FALLS_LEFT = [("field artillery", "2026-03-04")]


@pytest.fixture(scope="module")
def everything():
    return read_ua_mod_losses(UA_MOD)


def equipment(words, category, value):
    return Count(words, Object(Metric.EQUIPMENT_LOSSES, category), value)


def test_shipped_files_have_every_day_and_every_correction(everything):
    kinds = [each.kind for each in everything]
    assert (kinds.count(ClaimKind.LOSSES), kinds.count(ClaimKind.CORRECTION)) == (1626, 28)
    assert (everything[0].occurred, everything[1625].occurred) == ("2022-02-25", "2026-08-08")
    assert sum(len(each.counts) for each in everything) == 22_703


def test_first_day_is_told_row_by_row(everything):
    assert everything[0] == Statement(
        places=(Place(EQUIPMENT, "2022-02-25"), Place(PERSONNEL, "2022-02-25")),
        text="Losses of Russia since 2022-02-24 as of 2022-02-25, day 2: aircraft 10, helicopter "
        "7, tank 80, APC 516, field artillery 49, MRL 4, anti-aircraft warfare 0, drone 0, naval "
        "ship 2, military auto 100, fuel tank 60, personnel about 2800.",
        kind=ClaimKind.LOSSES,
        occurred="2022-02-25",
        period="2022-02-24/2022-02-25",
        losers=("RU",),
        counts=(
            equipment("aircraft", "combat_aircraft", 10),
            equipment("helicopter", "helicopter", 7),
            equipment("tank", "tank", 80),
            equipment("APC", "armored_vehicle", 516),
            equipment("field artillery", "artillery", 49),
            equipment("MRL", "artillery.multiple_rocket_launcher", 4),
            equipment("anti-aircraft warfare", "air_defense", 0),
            equipment("drone", "uas", 0),
            equipment("naval ship", "warship", 2),
            equipment("military auto", "other.truck", 100),
            equipment("fuel tank", "other.fuel", 60),
            Count("personnel", Object(Metric.PERSONNEL_LOSSES), 2800, Qualifier.ABOUT, 10),
        ),
    )


def test_correction_has_all_figures_of_the_day_before_its_step(tmp_path):
    *days, correction = read_ua_mod_losses(
        write_rows(tmp_path, shipped("2022-10-12", "2022-10-13"))
    )
    assert [each.occurred for each in days] == ["2022-10-12", "2022-10-13"]
    assert correction.kind == ClaimKind.CORRECTION
    assert correction.places == (Place(CORRECTIONS, "2022-10-13"),)
    assert correction.corrects == Place(EQUIPMENT, "2022-10-12") == days[0].places[0]
    assert (correction.occurred, correction.period) == ("2022-10-13", "2022-02-24/2022-10-12")
    assert correction.text == (
        "Correction, made with the counts of 2022-10-13, of the losses of Russia since 2022-02-24 "
        "as of 2022-10-12: APC 5156 instead of 5181 (-25), field artillery 1539 instead of 1507 "
        "(+32), drone 1149 instead of 1129 (+20), naval ship 16 instead of 15 (+1). Unchanged: "
        "aircraft 268, helicopter 235, tank 2505, MRL 355, anti-aircraft warfare 182, cruise "
        "missiles 315, vehicles and fuel tanks 3927, special equipment 136, personnel about 63380."
    )
    before, corrected, after = (
        {count.words: count.value for count in each.counts}
        for each in (days[0], correction, days[1])
    )
    assert corrected == before | {"APC": 5156, "field artillery": 1539, "drone": 1149,
                                  "naval ship": 16}  # fmt: skip
    assert all(corrected[name] <= after[name] for name in corrected)


def test_row_that_only_fits_the_next_step_belongs_to_it(tmp_path):
    rows = shipped("2023-05-26", "2023-05-28")
    correction = read_ua_mod_losses(write_rows(tmp_path, rows))[-1]
    assert correction.places == (Place(CORRECTIONS, "2023-05-27"),)
    assert correction.corrects == Place(EQUIPMENT, "2023-05-27")
    assert correction.occurred == "2023-05-28"


def test_corrected_counts_never_fall_but_once(everything):
    """Brute force: each day's count, as corrected, against the next day's as reported."""
    corrected = {each.corrects.locator: each for each in everything if each.corrects}
    reported = [each for each in everything if not each.corrects]
    falls = []
    for day, following in pairwise(reported):
        last = {each.words: each.value for each in corrected.get(day.occurred, day).counts}
        falls += [(each.words, following.occurred) for each in following.counts
                  if each.value < last.get(each.words, 0)]  # fmt: skip
    assert falls == FALLS_LEFT


def test_every_category_is_in_the_tree(everything):
    used = {each.counted.category for statement in everything for each in statement.counts}
    assert used - {each["code"] for each in read_reference("categories.yaml")} == {""}


def test_people_are_counted_as_the_row_says(tmp_path):
    statements = read_ua_mod_losses(write_rows(tmp_path, shipped("2022-03-04", "2022-03-07")))
    people = [each.counts[-1] for each in statements]
    assert [(each.value, each.qualifier, each.precision) for each in people] == [
        (9166, Qualifier.ABOUT, 1),
        (10000, Qualifier.ABOUT, 10),
        (11000, Qualifier.ABOUT, 10),
        (11000, Qualifier.MORE_THAN, 10),
    ]


def test_fields_that_are_no_count_are_passed_over(tmp_path):
    rows = shipped("2022-03-04", "2022-03-04")
    plain = read_ua_mod_losses(write_rows(tmp_path, rows))
    rows[EQUIPMENT][0]["greatest losses direction"] = "Somewhere"
    rows[PERSONNEL][0]["POW"] = 200
    (statement,) = read_ua_mod_losses(write_rows(tmp_path, rows))
    assert statement.passed_over == (("towns", 1), ("counts of prisoners", 1))
    assert [replace(statement, passed_over=())] == plain


WRONG_ROWS = [
    (EQUIPMENT, {"tank": -3}, ", entry 2, tank: -3 is below zero; write how many there are."),
    (EQUIPMENT, {"tank": 2.5},
     ", entry 2, tank: a value of type float is no count; write a whole number such as 12."),
    (EQUIPMENT, {"tank": True},
     ", entry 2, tank: True is no count; write a whole number such as 12."),
    (EQUIPMENT, {"tank": "12"},
     ", entry 2, tank: '12' is no count; write a whole number such as 12."),
    (EQUIPMENT, {"tank": 10**13},
     ", entry 2, tank: 10000000000000 is no count; write a whole number such as 12."),
    (EQUIPMENT, {"tanks": 3},
     ", entry 2: there is no field 'tanks' here; rename or remove it. Did you mean “tank”?"),
    (EQUIPMENT, {"date": "2022-02-30"},
     ", entry 2, date: '2022-02-30' is no day of the calendar; write one as 2022-02-25."),
    (EQUIPMENT, {"date": "20221013"},
     ", entry 2, date: '20221013' is no day of the calendar; write one as 2022-02-25."),
    (EQUIPMENT, {"date": None},
     (", entry 2, date: a value of type NoneType is no day of the calendar; write one as "
      "2022-02-25.")),
    (EQUIPMENT, {"date": "2022-10-12"},
     (", entry 2, date: 2022-10-12 does not come after 2022-10-12; put the rows in the order of "
      "their days, from 2022-02-24, each once.")),
    (EQUIPMENT, {"day": 231}, ", entry 2, day: 231 is not the number of 2022-10-13; write 232."),
    (PERSONNEL, {"personnel*": "some"},
     ", entry 2, personnel*: 'some' is not known; write about or more."),
    (CORRECTIONS, {"APC": -5182},
     ", entry 1, APC: -5182 leaves less than none; correct it."),
    (CORRECTIONS, {"APC": 3, "field artillery": 50},
     (", entry 1, date: the counts of 2022-10-12, 2022-10-13 and 2022-10-14 leave no step that "
      "these corrections can be part of; correct the numbers, or add the days that are missing.")),
    (CORRECTIONS, {"APC": 0, "field artillery": 0, "drone": 0, "naval ship": 0},
     ", entry 1: the row corrects nothing; remove it."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "changed", "message"), WRONG_ROWS)
def test_wrong_row_is_refused_with_its_place_and_what_to_do(tmp_path, file, changed, message):
    rows = shipped("2022-10-12", "2022-10-13")
    rows[file][-1] |= changed
    with pytest.raises(DatasetError) as refusal:
        read_ua_mod_losses(write_rows(tmp_path, rows))
    assert str(refusal.value) == file + message


def test_row_without_a_field_is_refused(tmp_path):
    rows = shipped("2022-10-12", "2022-10-13")
    del rows[PERSONNEL][1]["personnel*"]
    with pytest.raises(DatasetError) as refusal:
        read_ua_mod_losses(write_rows(tmp_path, rows))
    assert str(refusal.value) == (
        f"{PERSONNEL}, entry 2: the field “personnel*” is missing; add it."
    )


WRONG_FILES = [
    (b'[{"date": "2022-02-25",\n "day": }]',
     f"{PERSONNEL}, line 2: this is no JSON (Expecting value); get the file again."),
    (b'{"date": 1}', f"{PERSONNEL}: the file must be a list of objects, [{{…}}, {{…}}]."),
    (b"[3]", f"{PERSONNEL}, entry 1: a value of type int is no object; write {{…}}."),
    (b'[{"day": 1, "day": 2}]',
     (f"{PERSONNEL}: this is no list of rows (the field “day” stands twice in one row); "
      "correct it.")),
    (b"[\n\xff]", f"{PERSONNEL}, line 2: the text is not UTF-8; save it as UTF-8."),
    (b"[\n\n\x00]", f"{PERSONNEL}, line 3: character U+0000 cannot be stored; remove it."),
    (b"", f"{PERSONNEL}, line 1: this is no JSON (Expecting value); get the file again."),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), WRONG_FILES)
def test_wrong_file_is_refused(tmp_path, content, message):
    folder = write_rows(tmp_path, shipped("2022-10-12", "2022-10-13"))
    (folder / PERSONNEL).write_bytes(content)
    with pytest.raises(DatasetError) as refusal:
        read_ua_mod_losses(folder)
    assert str(refusal.value) == message


def test_json_nested_too_deep_is_refused(tmp_path):
    folder = write_rows(tmp_path, shipped("2022-10-12", "2022-10-13"))
    (folder / PERSONNEL).write_text("[" * 100_000)
    with pytest.raises(DatasetError, match=f"^{PERSONNEL}: this is no list of rows"):
        read_ua_mod_losses(folder)


def test_missing_file_is_named(tmp_path):
    folder = write_rows(tmp_path, shipped("2022-10-12", "2022-10-13"))
    (folder / CORRECTIONS).unlink()
    with pytest.raises(DatasetError) as refusal:
        read_ua_mod_losses(folder)
    assert str(refusal.value) == (
        f"{folder}: there is no {CORRECTIONS} here; give the folder that has it."
    )


def test_packed_file_is_read_and_a_broken_one_refused(tmp_path):
    rows = shipped("2022-10-12", "2022-10-13")
    folder = write_rows(tmp_path, rows)
    plain = read_ua_mod_losses(folder)
    (folder / PERSONNEL).unlink()
    packed = folder / f"{PERSONNEL}.gz"
    whole = gzip.compress(json.dumps(rows[PERSONNEL]).encode())
    packed.write_bytes(whole)
    assert read_ua_mod_losses(folder) == plain
    for broken in (whole[:-12], b"no gzip"):
        packed.write_bytes(broken)
        with pytest.raises(DatasetError, match="Get the file again"):
            read_ua_mod_losses(folder)
