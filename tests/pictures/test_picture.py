"""What every drawing has."""

import re
from datetime import date
from decimal import Decimal

import pytest

from records.pictures.ladder import Ladder, Level, Mark, Rung, ladder, ladders, levels
from records.pictures.matrix import Cell, matrix
from records.pictures.network import Node, Tie, network
from records.pictures.picture import alone, inline, said
from records.pictures.plot import Line, Point
from records.pictures.series import series
from tests.pictures.svg import description, embedded, every, parsed, texts

HOSTILE = (
    "<script>alert(1)</script>",
    "\"/><image href='http://example.org/'/>",
    "]]></desc>&lt;&#0;",
    "W" * 500,
    "\x00\x07\x1b[31m\u202eturned",
    "國防部國際軍事合作辦公室及其附屬機構與聯絡處",
    "وزارة الدفاع الأوكرانية ومكتب التعاون العسكري الدولي",
    "Z" + "\u0301" * 60 + "algo",
    "%s {0} ${x}\nsecond line",
)


def one_of_each(name):
    """Return every kind of drawing, with a name wherever one can stand."""
    rung = Rung(name, Mark.REACHED, name, name, name)
    last = Rung(f"{name} 2", Mark.NOT_REACHED)
    value = Decimal(3)
    point = Point(date(2025, 1, 1), date(2025, 1, 31), value, value, value, name)
    return {
        "network": network(name, [Node("1", name, 2), Node("2", f"{name}2", 1)],
                           [Tie("1", "2", 1, 1, name)], notes=[name]),
        "matrix": matrix(name, [Cell("1", "2", 5, name)], names={"1": name, "2": name},
                         axes=(name, name), notes=[name]),
        "ladder": ladder(Ladder(name, [rung, last], name), notes=[name]),
        "ladders": ladders(name, [Ladder(name, [rung, last], name)], notes=[name]),
        "levels": levels(name, [Level(name, 2, 1, name)], 3, notes=[name]),
        "series": series(name, [Line(name, name, [point])], notes=[name]),
        "said": said(name, name),
    }  # fmt: skip


@pytest.mark.parametrize("kind", one_of_each("x"))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_text(kind, name):
    root = parsed(one_of_each(name)[kind])
    tags = {element.tag.split("}")[1] for element in root.iter()}
    assert tags <= {"svg", "style", "defs", "pattern", "g", "title", "desc", "text", "path", "rect",
                    "circle"}  # fmt: skip
    attributes = {(key, value) for element in root.iter() for key, value in element.attrib.items()}
    assert not [key for key, _ in attributes if key.startswith("on") or key.endswith("href")]
    assert all(re.fullmatch(r"[\w .,;:#()%'-]*", value) for _, value in attributes)


@pytest.mark.parametrize("kind", one_of_each("x"))
def test_drawing_says_what_it_is_to_those_who_do_not_see_it(kind):
    for root in (parsed(one_of_each("Ukraine")[kind]), embedded(one_of_each("Ukraine")[kind])):
        assert root.get("role") == "img"
        by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
        title, words = (by_id[each] for each in root.get("aria-labelledby").split())
        assert "Ukraine" in title.text
        assert "Ukraine" in words.text


@pytest.mark.parametrize("kind", one_of_each("x"))
def test_same_data_make_the_same_bytes(kind):
    assert alone(one_of_each("x")[kind]) == alone(one_of_each("x")[kind])


@pytest.mark.parametrize("kind", one_of_each("x"))
def test_drawing_asks_nobody_and_runs_nothing(kind):
    body = alone(one_of_each("x")[kind]).decode()
    assert not re.search(r"<script|@import|@font-face|url\((?!#)|javascript:", body)
    links = set(re.findall(r"https?://[^\"]+", body))
    assert links == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


@pytest.mark.parametrize("kind", one_of_each("x"))
def test_drawing_scales_and_has_no_colour_of_its_own(kind):
    root = embedded(one_of_each("x")[kind])
    assert root.get("viewBox").startswith("0 0 440.0 ")
    colours = {element.get(name) for element in root.iter() for name in ("fill", "stroke")} - {
        None,
        "none",
        "currentColor",
    }
    assert all(colour == "#fff" or colour.startswith("url(#test-") for colour in colours)
    covers = [each for each in root.iter() if each.get("fill") == "#fff"]
    assert all(each.get("class") == "paper" for each in covers)


@pytest.mark.parametrize("kind", one_of_each("x"))
def test_drawings_of_one_page_share_no_id(kind):
    pictures = [embedded(one_of_each("x")[kind], name) for name in ("one", "other")]
    one, other = ({each.get("id") for each in root.iter()} - {None} for root in pictures)
    assert not one & other


def test_drawing_in_a_page_has_no_header_and_no_style():
    body = inline(said("Title", "Nothing."), "test")
    assert body.startswith("<svg ")
    assert "<style" not in body


def test_drawing_that_stands_alone_has_its_title_colours_and_credit():
    root = parsed(said("Who?", "Nothing is here."))
    assert texts(root)[0] == "Who?"
    assert texts(root)[1:] == [
        "Nothing is here.",
        "Accord, register of defense cooperation. Data: CC BY 4.0.",
    ]
    (style,) = every(root, "style")
    assert "prefers-color-scheme:dark" in style.text


def test_description_is_bounded():
    assert len(description(parsed(said("Words", "word " * 5000)))) == 3000


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (network("N", [], []), "Nobody is bound to anybody in what was asked for."),
        (
            matrix("M", [], names={}, axes=("R", "C")),
            "No two have these roles in what was asked for.",
        ),
        (ladders("L", []), "No agreement is among what was asked for."),
        (levels("L", [], 0), "No agreement is among what was asked for."),
        (series("S", []), "No figure with a date and a number is among these."),
    ],
)
def test_drawing_of_nothing_is_a_sentence(picture, words):
    assert texts(embedded(picture)) == [words]
