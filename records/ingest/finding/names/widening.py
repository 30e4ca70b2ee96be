"""Lets the name of a weapon system go on to its end, and back to its maker."""

from collections.abc import Sequence
from dataclasses import replace

from records.ingest.finding.names.atoms import Atom
from records.ingest.finding.names.designations import makers, system_words
from records.ingest.finding.names.scene import Scene
from records.ingest.finding.names.spans import Span, without_overlap

_LONGEST_NAME = 4  # words, and capitals of a variant
_LONGEST_MAKER = 3  # words
_VARIANTS = frozenset("BCDEFGM")
"""Letters after a proper name that tell its variant: Gripen E."""
_MARKS = frozenset({"block", "mk", "mark", "mod", "increment", "tranche"})
"""Words before the number of a variant: Block 70, Mk1."""


def widened(scene: Scene, span: Span) -> Span:
    """Let a name go on to its end: marks and variants, a proper name, and the maker before it."""
    after = _variant_end(scene.atoms, span)
    after = _name_end(scene, span, after)
    first = maker_before(scene.atoms, span.first)
    return replace(span, first=first, after=after)


def _variant_end(atoms: Sequence[Atom], span: Span) -> int:
    after = span.after
    while after < len(atoms):
        atom = atoms[after]
        plural = atom.key == "s" and atom.text == "s"
        part = atom.digits or (atom.text.isupper() and len(atom.text) <= _LONGEST_NAME)
        if (atom.gap == "" and not plural and (part or len(atom.text) == 1)) or (
            atom.gap in {"-", "/"} and part
        ):
            after += 1
        else:
            break
    return after


def _name_end(scene: Scene, span: Span, after: int) -> int:
    """Take in the capitalized words that go on with the name."""
    atoms, taken = scene.atoms, 0
    built = any(atom.digits for atom in atoms[span.first : after])
    if scene.text[atoms[after - 1].start : atoms[after - 1].end] == "class":
        return after
    while after < len(atoms) and taken < _LONGEST_NAME:
        atom = atoms[after]
        if atom.gap != " " or not atom.capital or scene.is_other(after):
            break
        if not built and atom.text in _VARIANTS:
            return after + 1
        if not (built or atom.key in system_words()):
            break
        after += 1
        taken += 1
        if (
            after < len(atoms)
            and atom.key in _MARKS
            and atoms[after].digits
            and atoms[after].gap in {"", " "}
        ):
            after = _variant_end(atoms, replace(span, after=after + 1))
        while after < len(atoms) and atoms[after].gap == "-" and atoms[after].capital:
            after += 1
    return after


def maker_before(atoms: Sequence[Atom], first: int) -> int:
    """Return where the maker starts that stands before a name, else where the name does."""
    for length in range(_LONGEST_MAKER, 0, -1):
        start = first - length
        if start < 0 or atoms[first].gap != " ":
            continue
        named = atoms[start:first]
        if tuple(atom.key for atom in named) in makers() and named[0].capital:
            return start
    return first


def joined(atoms: Sequence[Atom], spans: Sequence[Span]) -> list[Span]:
    """Make one of names that follow each other without a break: “Patriot GEM-T”."""
    whole: list[Span] = []
    for span in without_overlap(spans):
        last = whole[-1] if whole else None
        if last and last.after == span.first and atoms[span.first].gap == " ":
            whole[-1] = replace(last, after=span.after)
        else:
            whole.append(span)
    return whole
