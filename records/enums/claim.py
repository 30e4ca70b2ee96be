"""Claims: what they report, how firmly, how they relate."""

from records.enums.base import Vocabulary


class ClaimKind(Vocabulary):
    """What a claim reports."""

    AGREEMENT_EVENT = (
        "agreement_event",
        "A step was taken in the life of an agreement, such as signature or expiry.",
        "Agreement event",
    )
    INTENT = (
        "intent",
        "Somebody means to do something that is not agreed with anybody yet.",
        "Intent",
    )
    CONSULTATION = (
        "consultation",
        "Parties met, spoke or wrote to each other to discuss something.",
        "Consultation",
    )
    AID = "aid", "Goods, services or money were promised or assigned without payment.", "Aid"
    ORDER = "order", "Goods or services were ordered or contracted for payment.", "Order"
    DELIVERY = (
        "delivery",
        "Goods were handed over to whom they are for, whether sold, lent or given.",
        "Delivery",
    )
    PRODUCTION_OUTPUT = (
        "production_output",
        "Something is made, or more or less of it is made than before.",
        "Production output",
    )
    PRODUCTION_CAPACITY = (
        "production_capacity",
        "So much can be made in a period, whether or not it is made.",
        "Production capacity",
    )
    SERVICE_REPAIR = (
        "service_repair",
        "Equipment is maintained, repaired, overhauled or modernized.",
        "Service and repair",
    )
    FINANCING = (
        "financing",
        "Money is provided, lent, guaranteed or invested, other than as aid.",
        "Financing",
    )
    TRAINING = (
        "training",
        "People are trained or taught, or a course for them is set up.",
        "Training",
    )
    FACILITY = (
        "facility",
        "A plant, workshop or other site is planned, built, opened, moved or closed.",
        "Facility",
    )
    TRADE_OR_LOGISTICS_VOLUME = (
        "trade_or_logistics_volume",
        "An amount of goods was traded, carried or stored.",
        "Trade or logistics volume",
    )
    LOSSES = "losses", "Equipment or people were destroyed, captured, killed or wounded.", "Losses"
    CAPABILITY = (
        "capability",
        "Equipment or forces can do something, or were shown, tested or put to use.",
        "Capability",
    )
    POLICY_OR_ORGANIZATION = (
        "policy_or_organization",
        "A law, policy, budget, body, office or appointment was made or changed.",
        "Policy or organization",
    )
    COMMEMORATION = (
        "commemoration",
        "A ceremony, award, holiday or commemorative issue marked something.",
        "Commemoration",
    )
    ASSESSMENT = (
        "assessment",
        "Somebody judges a state of affairs, its causes or its prospects.",
        "Assessment",
    )
    DENIAL = "denial", "Somebody says that what others reported is not so.", "Denial"
    CORRECTION = "correction", "Somebody replaces an earlier statement of their own.", "Correction"
    OTHER = "other", "Something that none of the other kinds describes.", "Other"


class Modality(Vocabulary):
    """How firmly a claim is stated."""

    REPORTED = (
        "reported",
        "Told as fact by the source or by somebody who does not speak for the actor.",
        "Reported as fact",
    )
    OFFICIAL_STATEMENT = (
        "official_statement",
        "Told as fact by somebody who speaks for the state or organization concerned.",
        "Official statement",
    )
    PLAN = "plan", "Intended by those who are to act, without a promise to anybody.", "Plan"
    COMMITMENT = (
        "commitment",
        "Promised to somebody by those who are to act, so that it can be kept or broken.",
        "Commitment",
    )
    TARGET = "target", "Set as a level or a date to be reached.", "Target"
    FORECAST = "forecast", "Expected to come about, by whoever says so.", "Forecast"
    POSSIBILITY = (
        "possibility",
        "Said to be possible, and neither expected nor intended.",
        "Possibility",
    )
    CONDITIONAL = (
        "conditional",
        "Said to come about only if a named condition is met.",
        "Conditional",
    )
    DENIAL = "denial", "Said not to be so, or not to come about.", "Denial"


class ClaimRelationKind(Vocabulary):
    """How this claim stands to another one."""

    CORROBORATES = (
        "corroborates",
        "This claim states the same facts from an independent source.",
        "Corroborates",
    )
    CONTRADICTS = "contradicts", "The two claims cannot both be true.", "Contradicts"
    UPDATES = (
        "updates",
        "This claim reports a later state of the matter, and the other was right in its time.",
        "Updates",
    )
    CORRECTS = (
        "corrects",
        "This claim states rightly what the other one states wrongly.",
        "Corrects",
    )
    NARROWS = (
        "narrows",
        "This claim states the same fact more precisely, such as an exact for a round figure.",
        "Narrows",
    )
    DERIVES_FROM = (
        "derives_from",
        "This claim was made from the other one, by quoting, translating or computing.",
        "Derives from",
    )
    DUPLICATES = (
        "duplicates",
        "This claim repeats the same statement by the same speaker and adds nothing.",
        "Duplicates",
    )
    RETRACTS = (
        "retracts",
        "This claim takes the other one back, on behalf of whoever made it.",
        "Retracts",
    )


FACTS = (Modality.REPORTED, Modality.OFFICIAL_STATEMENT)
"""Modalities of claims that tell what has happened."""

RESTATING = (
    ClaimRelationKind.DUPLICATES,
    ClaimRelationKind.DERIVES_FROM,
    ClaimRelationKind.CORROBORATES,
)
"""Relations of claims that say again what the other one says."""

REPLACING = (
    ClaimRelationKind.RETRACTS,
    ClaimRelationKind.CORRECTS,
    ClaimRelationKind.NARROWS,
    ClaimRelationKind.UPDATES,
)
"""Relations of claims that replace the other one; where there are several, the first counts."""
