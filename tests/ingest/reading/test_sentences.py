"""What a full stop ends and what it does not."""

import pytest

from records.ingest.reading.sentences import split_sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["The U.S. Army and Lt. Gen. Smith met.", "No. 4 Squadron took 14. 5 million tons."],
        ["The U.S. State Department agreed with the U.S.", "The deal is worth approx. $5 bn."],
        ["Sen. Graham met J. D. Vance vs. Gov. Lee on Jan. 5, 2024.", "He spoke at 3 p.m. Monday."],
        ["BAE Systems plc. signed.", "Raytheon Inc. Chairman Smith went.", "So did Boeing Co.",
         "In May it ends."],
        ["“Is it so?” he asked.", "“Yes!”", "‘It is.’", "She left…",
         "Then it fell by 5.5 percent."],
        ["It rose in 2024.", "26 tanks came.", "3 left."],
        ["Poland buys 18 jets. (Reuters) (AP via Yahoo! News)", "Finland buys 64. (BBC)"],
        ["He agreed.", "(He had not before.)", "She did not."],
        ["У 2024 р. Україна виробила 1,5 млн. дронів.", "Президент В. Зеленський був у м. Київ."],
        ["Це коштує 5 млн.", "Він сказав це."],
        ["中国出口武器。", "俄罗斯进口无人机。"],
    ],
)  # fmt: skip
def test_sentences_are_parted_where_they_end(parts):
    joint = "" if parts[0].endswith("。") else " "
    assert list(split_sentences(joint.join(parts))) == parts


def test_text_that_never_ends_is_left_in_one_piece():
    text = "no. end " * 1_000 + "Here. And there."
    assert list(split_sentences(text)) == [text]
