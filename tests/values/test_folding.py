import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.values.folding import fold
from tests.values.strategies import deterministic

CYRILLIC = "".join(map(chr, range(0x0400, 0x0460)))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("  BAE\t Systems\n", "bae systems"),
        ("Nexter\u00a0Systems", "nexter systems"),
        ("Škoda", "skoda"),
        ("S\u030ckoda", "skoda"),
        ("Türkiye", "turkiye"),
        ("İstanbul", "istanbul"),
        ("Rheinmetall Straße", "rheinmetall strasse"),
        ("\uff22\uff21\uff25", "bae"),
        ("№ 5", "no 5"),
        ("Україна", "украіна"),
        ("ΔΊΑΣ", "διασ"),
        ("Διάς", "διασ"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी", "हिनदी"),
        ("防衛省", "防衛省"),
        ("Łódź", "łodz"),
    ],
)
def test_fold_known_answer(text, folded):
    assert fold(text) == folded


def test_fold_composed_and_decomposed_scripts_meet():
    assert fold("한국") == fold("\u1112\u1161\u11ab\u1100\u116e\u11a8")


@deterministic
@given(st.text())
def test_fold_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@deterministic
@given(st.text(string.ascii_letters + CYRILLIC + " "))
def test_fold_ignores_case_and_surrounding_space(text):
    assert fold(f" {text.swapcase()} ") == fold(text)
