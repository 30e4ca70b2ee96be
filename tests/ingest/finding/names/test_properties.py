from hypothesis import example, given
from hypothesis import strategies as st

from records.ingest.finding.names.finder import find_names
from records.ingest.sentence import Sentence

PIECES = st.sampled_from(
    """
    The Ministry of Defence Finland Finnish 's F-16 F 16 MiG -29 s Leopard 2 A6 Lockheed Martin
    missile missiles tanks Boeing 737 jets Air Force Base Navy and ( IAEA ) , . “ ” - / US$ U.S. UK
    Jordan Michael parliament military army aid People class -class Abukuma train trained soldiers
    defence firm Naval Group reports that \u200f \u0301 \u2019s 1,600 14. 5 AN/TPQ-36
    \U0001f6e9 \x00
    """.split()  # noqa: SIM905
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join))


@given(text=TEXTS)
@example(text="")
@example(text="S")
@example(text="U.S.")
def test_names_stand_in_the_text_without_overlap(lists, text):
    found = find_names(Sentence(text), lists)
    for kind in (found.countries, found.organizations, found.weapon_systems):
        ends = [0]
        for one in kind:
            assert ends[-1] <= one.start < one.end <= len(text)
            assert 0 < one.confidence <= 1
            ends.append(one.end)
    assert all(one.name == text[one.start : one.end] for one in found.organizations)
    assert all(0 <= one.start < one.end <= len(text) for one in found.categories)
