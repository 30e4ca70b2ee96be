"""A form of names in which spelling variants of one name meet."""

import unicodedata


def fold(text: str) -> str:
    """Return the form of `text` in which names are matched, in any script.

    Compatibility variants, accents, case and the amount of white space are lost; letters that
    only look accented (ø, ł) stay. Vowel signs, which Unicode gives no combining class, stay
    too. The steps are those of Unicode's compatibility caseless match (D146, chapter 3.13),
    with accents left out. Folding twice changes nothing.
    """
    unaccented = _without_accents(text).casefold()
    return " ".join(_without_accents(unaccented).split())


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
