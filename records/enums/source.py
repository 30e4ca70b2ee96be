"""Sources and how they are graded."""

from records.enums.base import Vocabulary


class SourceKind(Vocabulary):
    """Where a source comes from."""

    OFFICIAL = (
        "official",
        "Published by a government, armed service, public body or international organization.",
        "Official",
    )
    PARLIAMENTARY = (
        "parliamentary",
        "Published by a parliament, such as a record, question, report, bill or hearing.",
        "Parliamentary",
    )
    COMPANY = (
        "company",
        "Published by a company on its own business, such as a press release or report.",
        "Company",
    )
    WIRE = "wire", "A news agency's report, written for other media to take over.", "Wire service"
    NEWSPAPER = (
        "newspaper",
        "A general news outlet's own report, in print, on air or online.",
        "Newspaper",
    )
    TRADE_PRESS = (
        "trade_press",
        "A report in a medium for people who work in defense, security or industry.",
        "Trade press",
    )
    THINK_TANK = (
        "think_tank",
        "A study, data set or comment by a research institute or university.",
        "Think tank",
    )
    SOCIAL = (
        "social",
        "A post on a social network or messaging channel, whoever holds the account.",
        "Social media",
    )
    DIGEST = "digest", "A compilation that retells news from other sources.", "Digest"


class Reliability(Vocabulary):
    """How far a source is trusted (STANAG 2511). F is not a low grade but no grade."""

    A = (
        "A",
        "Its authenticity, trustworthiness and competence are beyond doubt, and so is its record.",
        "Completely reliable",
    )
    B = (
        "B",
        "There are minor doubts about it, and it has mostly given valid information.",
        "Usually reliable",
    )
    C = (
        "C",
        "There are some doubts about it, and it has given valid information at times.",
        "Fairly reliable",
    )
    D = (
        "D",
        "There are significant doubts about it, and it has given valid information seldom.",
        "Not usually reliable",
    )
    E = (
        "E",
        "It lacks authenticity, trustworthiness or competence, or has given invalid information.",
        "Unreliable",
    )
    F = (
        "F",
        "There is no basis to grade it, as with a source not used before.",
        "Reliability cannot be judged",
    )


class Credibility(Vocabulary):
    """How far a statement is believed (STANAG 2511). 6 is not a low grade but no grade."""

    CONFIRMED = (
        "1",
        "Independent sources confirm it, and it is logical and fits what else is known.",
        "Confirmed by other sources",
    )
    PROBABLY_TRUE = (
        "2",
        "It is not confirmed, but it is logical and fits most of what else is known.",
        "Probably true",
    )
    POSSIBLY_TRUE = (
        "3",
        "It is not confirmed, but it is fairly logical and fits some of what else is known.",
        "Possibly true",
    )
    DOUBTFUL = (
        "4",
        "It is not confirmed and possible but not logical, and nothing else known supports it.",
        "Doubtful",
    )
    IMPROBABLE = (
        "5",
        "It is not confirmed and not logical, and what else is known contradicts it.",
        "Improbable",
    )
    CANNOT_BE_JUDGED = (
        "6",
        "There is no basis to judge whether it is true.",
        "Truth cannot be judged",
    )
