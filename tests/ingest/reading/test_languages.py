"""Languages of short sentences."""

import pytest

from records.ingest.reading import read_digest
from records.ingest.reading.languages import guess_language, may_be_english

ENGLISH = "Rheinmetall plans to open a new ammunition plant in Ukraine to produce shells."
UKRAINIAN = "Rheinmetall планує відкрити в Україні завод боєприпасів."


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", ENGLISH),
        ("en", "Helsing GmbH and Ukrzaliznytsia sign a Memorandum, said Oleksandr Kamyshyn."),
        ("uk", UKRAINIAN),
        ("ru", "Ростех объявил о поставке танков Т-90 в Индию."),
        ("ru", "Танки, которые были на параде, что стоят за мостом."),
        ("bg", "България ще купи осем самолета от САЩ."),
        ("be", "Беларусь купляе ў Расіі самалёты."),
        ("sr", "Србија купује авионе од Француске и још њих."),
        ("de", "Rheinmetall will in der Ukraine eine Fabrik für Munition eröffnen."),
        ("fr", "La France a livré des canons à l’Ukraine pour la défense du pays."),
        ("es", "España ha firmado un acuerdo con Ucrania para la entrega de los tanques."),
        ("it", "L'Italia ha firmato un accordo con il governo per la difesa della costa."),
        ("pl", "Polska podpisała umowę z rządem USA, która jest warta miliardy."),
        ("nl", "Nederland heeft een overeenkomst met het bedrijf voor de levering van tanks."),
        ("tr", "Türkiye ile Ukrayna yeni bir anlaşma için görüştü ve imzaladı."),
        ("el", "Η Ελλάδα αγοράζει αεροσκάφη."),
        ("he", "ישראל מוכרת טנקים."),
        ("ar", "وقعت مصر اتفاقية دفاع."),
        ("fa", "ایران پهپاد جدید ساخت."),
        ("zh", "中国出口无人机。"),
        ("ja", "日本は新しい戦闘機を開発する。"),
        ("ko", "한국은 폴란드에 전차를 수출한다."),
        ("ka", "საქართველო იარაღს ყიდულობს."),
        ("und", "Rheinmetall, Leopard 2A7, Kyiv"),
        ("und", "Танки на параде в Москве и не только."),
        ("und", "155 / 2024"),
    ],
)
def test_language_is_told_from_one_sentence(tag, text):
    assert guess_language(text).tag == tag


def test_statement_has_its_own_language_where_it_differs():
    lines = [UKRAINIAN, "Ukraine signs.", ENGLISH, "155 / 2024", "Уряд Канади дав.", "Танки тут."]
    found = read_digest("\n".join([*lines, *[UKRAINIAN] * 3]).encode())
    assert found.language == "uk"
    assert [each.language for each in found.statements] == [
        "uk", "und", "en", "uk", "uk", "uk", "uk", "uk", "uk"
    ]  # fmt: skip
    assert found.statements[0].text == UKRAINIAN


def test_statement_that_does_not_tell_has_the_language_of_the_digest():
    found = read_digest(f"{ENGLISH}\nRheinmetall delivers Leopards.\n155 / 2024".encode())
    assert [each.language for each in found.statements] == ["en", "en", "en"]


def test_given_language_wins():
    found = read_digest(f"{ENGLISH}\n{UKRAINIAN}".encode(), language="uk-Latn")
    assert found.language == "uk-Latn"
    assert [each.language for each in found.statements] == ["uk-Latn", "uk-Latn"]


def test_declared_language_serves_where_no_word_tells():
    page = b'<html lang="pl"><body><p>Rheinmetall, Leopard 2A7</p></body></html>'
    assert read_digest(page).language == "pl"
    assert read_digest(page.replace(b"pl", b"x-")).language == "und"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Poland bought 12 K2 tanks.", "und", True),
        ("Anything at all", "en-GB", True),
        ("Poland bought 12 K2 tanks.", "pl", False),
        ("Танки на параде в Москве и не только.", "und", False),
        ("155 / 2024", "und", False),
    ],
)
def test_short_text_in_latin_letters_may_be_english(text, language, expected):
    assert may_be_english(text, language) is expected
