"""What sort of instrument a treaty is, by the words of its title."""

import re

from records.enums import AgreementKind

_RULES: tuple[tuple[AgreementKind, str], ...] = (
    (AgreementKind.MEMORANDUM_OF_UNDERSTANDING, r"memorand(um|a) of understanding"),
    (AgreementKind.AMENDMENT, r"(amending|modifying)|to amend|^amendments?|amendments? (to|of)"),
    (AgreementKind.RENEWAL, r"prolonging|renewing|(prolongation|renewal) of"),
    (AgreementKind.PROTOCOL, r"^(\w+ )?protocol"),
    (AgreementKind.JOINT_DECLARATION, r"^joint (declaration|statement|communique)"),
    (AgreementKind.LOAN, r"loans? (agreements?|by|to)|(interest-free|development) loans?"),
    (AgreementKind.DEFENSE_COOPERATION_AGREEMENT,
     r"(defence|military) co-?operation|co-?operation in (the field of )?defence"),
    (AgreementKind.SECURITY_AGREEMENT,
     r"treaty of (\w+ )*alliance|mutual (assistance|defence|security)|collective defence"),
    (AgreementKind.SECTOR_AGREEMENT,
     r"agreements?|treaty|conventions?|exchanges? of (notes|letters)|arrangements?|accord"),
)  # fmt: skip
"""Words in the order in which they decide."""

_WORDS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _RULES)


def kind_of(title: str) -> AgreementKind:
    """Return the nearest kind; `other` for a title without any of the words."""
    return next((kind for kind, words in _WORDS if words.search(title)), AgreementKind.OTHER)
