"""Where things stand in the drawings, and what is said when not all are drawn."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest

from records.pictures.ladder import Ladder, Level, Mark, Rung, ladder, ladders, levels
from records.pictures.matrix import Cell, matrix
from records.pictures.network import Node, Tie, network
from records.pictures.plot import Line, Point
from records.pictures.series import series
from records.pictures.text import width
from tests.pictures.svg import embedded, every, numbers, texts, titles

WIDE = 440


def boxes(root):
    """Estimate what each level text takes: left, right and the line it stands on."""
    for element in every(root, "text"):
        if element.get("transform"):
            continue
        x, y, size = numbers(element, "x", "y", "font-size")
        wide = width(element.text.strip(), size)
        left = {"end": x - wide, "middle": x - wide / 2}.get(element.get("text-anchor"), x)
        yield left, left + wide, y


def meeting(root):
    return [
        (one, other)
        for one, other in combinations(boxes(root), 2)
        if abs(one[2] - other[2]) < 11 and one[0] < other[1] - 0.1 and other[0] < one[1] - 0.1
    ]


def crowd(count):
    names = ["國" * 90, "W" * 500, "Ukraine", "وزارة الدفاع الأوكرانية ومكتب التعاون العسكري"]
    nodes = [Node(str(key), f"{names[key % 4]} {key}", 100 - key) for key in range(count)]
    ties = [Tie(str(one), str(other), 1 + (one + other) % 7, one % 2, "")
            for one, other in combinations(range(count), 2) if (one * other) % 5 < 2]  # fmt: skip
    return nodes, ties


def day(number):
    return date(2022, 2, 24) + timedelta(days=number)


def point(number, value, **more):
    value = Decimal(value)
    return Point(day(number), day(number), value, value, value, f"{value}.", **more)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 40, 60])
def test_names_round_the_network_never_meet_and_stay_inside(count):
    root = embedded(network("N", *crowd(count)))
    assert meeting(root) == []
    assert all(left >= -0.1 and right <= WIDE + 0.1 for left, right, _ in boxes(root))


def test_network_tells_how_many_are_not_drawn():
    nodes, ties = crowd(42)
    root = embedded(network("N", nodes, ties))
    assert len(every(root, "circle")) == 40
    kept = sum(int(tie.one) < 40 and int(tie.other) < 40 for tie in ties)
    assert len(every(root, "path")) == kept + 4  # four samples explain the lines
    assert f"The 40 with the most of 42 are drawn; {len(ties) - kept} of" in " ".join(texts(root))


def test_lines_of_the_network_are_as_wide_as_they_are_strong():
    nodes = [Node(key, key, 1) for key in "abc"]
    ties = [Tie("a", "b", 4, 1, ""), Tie("a", "c", 2, 0, "")]
    lines = every(embedded(network("N", nodes, ties)), "path")
    thin, thick = lines[0], lines[1]
    assert (thin.get("stroke-width"), thin.get("stroke-dasharray")) == ("4.0", "4 3")
    assert (thick.get("stroke-width"), thick.get("stroke-dasharray")) == ("8.0", None)


def test_matrix_tells_how_many_rows_and_columns_are_not_drawn():
    keys = [f"{key:02}" for key in range(24)]
    cells = [Cell(row, column, 1) for row in keys for column in keys[:12]]
    root = embedded(matrix("M", cells, names=dict(zip(keys, keys, strict=True)), axes=("R", "C")))
    assert len(every(root, "rect")) == 20 * 10
    told = "20 of 24 rows and 10 of 12 columns are drawn, those with the largest sums; 88 cells"
    assert told in " ".join(texts(root))
    assert meeting(root) == []


def test_matrix_is_darker_where_it_is_larger_and_always_light_enough_to_read():
    cells = [Cell("a", "b", 9), Cell("b", "a", 1)]
    root = embedded(matrix("M", cells, names={"a": "A", "b": "B"}, axes=("R", "C")))
    most, least = (float(each.get("fill-opacity")) for each in every(root, "rect"))
    assert 0.05 < least < most <= 0.4


def test_rungs_are_full_hatched_empty_or_a_stroke():
    rungs = [Rung(mark.value, mark) for mark in Mark]
    root = embedded(ladder(Ladder("L", rungs)))
    full, hatched, empty = every(root, "circle")
    assert (full.get("fill"), full.get("class")) == ("currentColor", None)
    assert re.fullmatch(r"url\(#test-\d+\)", hatched.get("fill"))
    assert (empty.get("fill"), empty.get("class")) == ("#fff", "paper")
    notes = "Full: reached; hatched: implied by the status; empty: not reached; a stroke: not meant"
    assert notes in " ".join(texts(root))


def test_ladders_tell_how_many_are_not_drawn_and_never_meet():
    rungs = [Rung(name, Mark.REACHED) for name in ("Announced", "Signed")]
    many = [Ladder("W" * 300, rungs, "Waiting " * 40) for _ in range(52)]
    root = embedded(ladders("L", many))
    assert len(titles(root)) == 50 * 3  # two rungs, and the whole of a name that is cut off
    assert "The first 50 of 52 agreements." in texts(root)
    assert meeting(root) == []


def test_bars_of_levels_are_in_proportion():
    root = embedded(levels("L", [Level("A", 4, 1), Level("B", 2, 0), Level("C", 0, 0)], 4))
    wide = [numbers(each, "width")[0] for each in every(root, "rect")]
    assert wide == [157.5, 52.5, 105]


def test_series_of_one_point_begins_at_zero():
    root = embedded(series("S", [Line("Ukraine", "piece", [point(0, 1700000)])]))
    assert titles(root) == ["1700000."]
    assert {"0", "500", "1,000", "1,500", "2,000", "piece, thousands"} <= set(texts(root))


def test_series_far_from_zero_says_where_its_axis_begins():
    root = embedded(series("S", [Line("U", "person", [point(0, 900100), point(9, 903000)])]))
    assert "The axis does not begin at zero." in titles(root)


def test_numbers_of_an_axis_are_never_cut():
    close = [Line("U", "person", [point(0, 1000340), point(9, 1001560)]),
             Line("U", "m", [point(0, "0.1234"), point(9, "0.1239")])]  # fmt: skip
    root = embedded(series("S", close))
    found = texts(root)
    assert [text for text in found if text.startswith("1,00")] == [
        "1,000", "1,000.5", "1,001", "1,001.5", "1,002",
    ]  # fmt: skip
    assert [text for text in found if text.startswith("0.12")] == [
        "0.1234", "0.1235", "0.1236", "0.1237", "0.1238", "0.1239",
    ]  # fmt: skip
    assert min(left for left, _, _ in boxes(root)) >= 0


def test_series_of_2000_points_is_bounded_and_says_so():
    points = [point(number, 700 * number + number % 13) for number in range(2000)]
    root = embedded(series("S", [Line("U", "person", points)]))
    (line,) = (each for each in every(root, "path") if each.get("d").count("L") > 9)
    assert 300 < line.get("d").count("L") < 1700
    assert titles(root) == []
    told = "Lines of more than 60 points, here up to 2,000, are drawn without marks"
    assert told in " ".join(texts(root))


def test_series_keeps_units_apart_and_tells_what_is_not_drawn():
    lines = [Line(f"Line {number}", f"unit {number}", [point(0, 1)]) for number in range(6)]
    lines += [Line(f"More {number}", "unit 0", [point(0, 1)]) for number in range(9)]
    found = texts(embedded(series("S", lines)))
    assert [text for text in found if text.startswith("unit")] == [f"unit {n}" for n in range(4)]
    assert "Not drawn: 2 lines with fewer points." in found
    assert "Not drawn: 2 other units, unit 4, unit 5." in found


def test_series_without_a_date_or_a_number_counts_them():
    bare = Point(None, None, Decimal(1), Decimal(1), None, "Undated.")
    found = texts(embedded(series("S", [Line("U", "piece", [bare, point(0, 1)])])))
    assert "Not drawn: 1 figure without a date or a number." in found


def test_planned_figures_have_empty_marks_and_open_intervals_an_arrow():
    planned = Point(day(0), day(9), Decimal(5), None, None, "At least 5.", awaited=True)
    root = embedded(series("S", [Line("U", "piece", [planned])]))
    assert any(each.get("class") == "paper" for each in every(root, "circle"))
    notes = " ".join(texts(root))
    assert "Empty marks, thin lines: planned, promised or expected." in notes
    assert "an arrow: no bound." in notes
