"""Claims that say nearly the same, beside the one whose proposals are decided on."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from records.admin.review_shown import address_of
from records.models import Claim, Reading

_TAGS = {"delete": "del", "insert": "ins"}


@dataclass(frozen=True, slots=True)
class Compared:
    """Another claim with its similarity, and how its words differ from this one's."""

    claim: Claim
    title: str
    similarity: int
    difference: SafeString

    @property
    def address(self) -> str:
        """Where the desk shows it."""
        return address_of(self.claim)


def compared_with(reading: Reading) -> list[Compared]:
    """List the earlier claim and those that are near, the earlier one first; one query."""
    near = {each["claim"]: each["similarity"] for each in reading.near}
    if reading.earlier_id:
        near = {reading.earlier_id: reading.similarity, **near}
    claims = Claim.objects.defer("document").in_bulk(near)
    return [
        Compared(
            claims[number],
            "It seems to replace" if number == reading.earlier_id else "Nearly the same",
            similarity,
            difference(claims[number].text, reading.claim.text),
        )
        for number, similarity in near.items()
        if number in claims
    ]


def difference(old: str, new: str) -> SafeString:
    """Write a text with the words that went and the words that came."""
    return format_html_join(" ", "{}", ((part,) for part in _parts(old.split(), new.split())))


def _parts(old: list[str], new: list[str]) -> Iterator[SafeString | str]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for action, start, end, begin, stop in matcher.get_opcodes():
        if action == "equal":
            yield " ".join(old[start:end])
            continue
        if end > start:
            yield format_html("<del>{}</del>", " ".join(old[start:end]))
        if stop > begin:
            yield format_html("<ins>{}</ins>", " ".join(new[begin:stop]))
