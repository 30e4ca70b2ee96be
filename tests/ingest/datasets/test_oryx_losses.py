"""Rows of documented losses as statements; the rows are made up."""

import pytest

from records.enums import ClaimKind, Metric
from records.ingest.datasets.errors import DatasetError
from records.ingest.datasets.losses import Count, Object, Place, Statement
from records.ingest.datasets.oryx_losses import read_oryx_losses
from records.ingest.datasets.oryx_losses.vocabulary import CATEGORIES
from records.ingest.finding.names.reference import read_reference
from tests.support.datasets import LOSS_COLUMNS, write_csv


def read(tmp_path, *lines):
    return read_oryx_losses(write_csv(tmp_path / "daily_count.csv", LOSS_COLUMNS, *lines))


def count(words, category, value):
    return Count(words, Object(Metric.EQUIPMENT_LOSSES, category), value)


def test_rows_of_one_day_and_country_are_one_statement(tmp_path):
    found = read(
        tmp_path,
        "Russia,All Types,9,0,1,0,10,2025-01-02",
        "Russia,Tanks,3,1,0,2,6,2025-01-02",
        "Russia,Radars,2,0,0,0,2,2025-01-02",
        "Russia,Tanks,4,1,0,2,7,2025-01-03",
        "Ukraine,Tanks,1,0,0,0,1,2025-01-02",
    )
    assert [each.places[0].locator for each in found] == [
        "Russia 2025-01-02", "Ukraine 2025-01-02", "Russia 2025-01-03",
    ]  # fmt: skip
    assert found[0] == Statement(
        places=(Place("daily_count.csv", "Russia 2025-01-02"),),
        text="Documented losses of Russia since 2022-02-24 as of 2025-01-02, types whose counts "
        "changed: Tanks 3 destroyed, 2 damaged, 1 abandoned, 0 captured; Radars 2 destroyed, 0 "
        "damaged, 0 abandoned, 0 captured.",
        kind=ClaimKind.LOSSES,
        occurred="2025-01-02",
        period="2022-02-24/2025-01-02",
        losers=("RU",),
        counts=(
            count("Tanks, destroyed", "tank", 3),
            count("Tanks, damaged", "tank", 2),
            count("Tanks, abandoned", "tank", 1),
            count("Tanks, captured", "tank", 0),
            count("Radars, destroyed", "sensor.radar", 2),
            count("Radars, damaged", "sensor.radar", 0),
            count("Radars, abandoned", "sensor.radar", 0),
            count("Radars, captured", "sensor.radar", 0),
        ),
        passed_over=(("sums of types", 1),),
    )


def test_rows_that_no_statement_holds_make_none(tmp_path):
    assert read(
        tmp_path,
        "Russia,Aircraft,0,0,0,0,0,2022-02-23",
        "Russia,All Types,9,0,1,0,10,2025-01-02",
    ) == []  # fmt: skip


def test_every_category_is_in_the_tree():
    assert set(CATEGORIES.values()) <= {each["code"] for each in read_reference("categories.yaml")}


WRONG = [
    ("Russia,Tanks,3,1,0,2,7,2025-01-02",
     "type_total: '7' is not the sum of the four counts; write 6."),
    ("Russia,Tanks,-3,1,0,2,0,2025-01-02",
     "destroyed: '-3' is no count; write a whole number such as 12."),
    ("Russia,Tanks,3.5,1,0,2,0,2025-01-02",
     "destroyed: '3.5' is no count; write a whole number such as 12."),
    (f"Russia,Tanks,{'9' * 30},1,0,2,0,2025-01-02",
     f"destroyed: '{'9' * 30}' is no count; write a whole number such as 12."),
    ("Russia,Tanks,,1,0,2,0,2025-01-02", "destroyed: '' is empty; fill it."),
    ("Belarus,Tanks,3,1,0,2,6,2025-01-02",
     "country: 'Belarus' is not known; write Russia or Ukraine."),
    ("Russia,Tank,3,1,0,2,6,2025-01-02",
     "equipment_type: 'Tank' is no type that is known; write “Tanks”, if that is meant."),
    ("Russia,Zeppelins,3,1,0,2,6,2025-01-02",
     "equipment_type: 'Zeppelins' is no type that is known; remove the row."),
    ("Russia,Tanks,3,1,0,2,6,02/01/2025",
     "date_recorded: '02/01/2025' is no day of the calendar; write one as 2022-02-25."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_wrong_row_is_refused_with_its_place_and_what_to_do(tmp_path, line, message):
    with pytest.raises(DatasetError) as refusal:
        read(tmp_path, line)
    assert str(refusal.value) == f"daily_count.csv, line 2, {message}"


def test_type_that_stands_twice_on_a_day_is_refused(tmp_path):
    with pytest.raises(DatasetError) as refusal:
        read(tmp_path, *["Russia,Tanks,3,1,0,2,6,2025-01-02"] * 2)
    assert str(refusal.value) == (
        "daily_count.csv, line 3, equipment_type: 'Tanks' has a row for this day; remove one."
    )


def test_missing_file_is_named(tmp_path):
    with pytest.raises(DatasetError) as refusal:
        read_oryx_losses(tmp_path)
    assert str(refusal.value) == (
        f"{tmp_path}: there is no daily_count.csv here; give the folder that has it."
    )
