"""What people decided about records that may be one."""

from records.enums.base import Vocabulary


class DuplicateDecision(Vocabulary):
    """Whether two records that look alike are one."""

    POSITIVE = "positive", "The two are one; they can be merged.", "Same"
    NEGATIVE = "negative", "The two are different, however alike they look.", "Different"
    UNSURE = "unsure", "Somebody has looked and could not tell.", "Unsure"


class DuplicateReason(Vocabulary):
    """Why two records may be one, or why that is less likely."""

    SAME_IDENTIFIER = "same_identifier", "Another register gives both one id.", "Same identifier"
    SAME_NAME = (
        "same_name",
        "Their names are equal but for script, accents, case, order and legal form.",
        "Same name",
    )
    SIMILAR_SPELLING = (
        "similar_spelling",
        "Their names differ by a few letters.",
        "Similar spelling",
    )
    SHARED_WORDS = "shared_words", "Their names share words that few others have.", "Shared words"
    SAME_COUNTRY = "same_country", "Both belong to one country.", "Same country"
    OTHER_COUNTRY = "other_country", "They belong to different countries.", "Other country"
    SAME_SITE = "same_site", "Both have one website.", "Same website"
    OTHER_IDENTIFIER = (
        "other_identifier",
        "Another register gives them different ids.",
        "Other identifier",
    )
    SHARED_ORGANIZATIONS = (
        "shared_organizations",
        "Both name the same organization.",
        "Shared organizations",
    )
    OTHERS_NAMED = "others_named", "They name different organizations.", "Other organizations"
    SAME_TIME = "same_time", "Their dates touch.", "Same time"
    OTHER_TIME = "other_time", "Their dates do not touch.", "Other time"
