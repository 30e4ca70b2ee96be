"""Agreements: what they are, where they stand, how they relate."""

from records.enums.base import Vocabulary


class AgreementKind(Vocabulary):
    """What sort of instrument an agreement is."""

    FRAMEWORK_AGREEMENT = (
        "framework_agreement",
        "Sets the general terms on which later agreements or contracts are made.",
        "Framework agreement",
    )
    SECURITY_AGREEMENT = (
        "security_agreement",
        "States commit themselves to assist each other's security over several years.",
        "Security agreement",
    )
    DEFENSE_COOPERATION_AGREEMENT = (
        "defense_cooperation_agreement",
        "Sets the terms of defense cooperation between states in several areas at once.",
        "Defense cooperation agreement",
    )
    SECTOR_AGREEMENT = (
        "sector_agreement",
        "Sets binding terms between states or ministries in one area, such as training.",
        "Sector agreement",
    )
    MEMORANDUM_OF_UNDERSTANDING = (
        "memorandum_of_understanding",
        "Records what the parties intend to do together, as a rule without binding them in law.",
        "Memorandum of understanding",
    )
    LETTER_OF_INTENT = (
        "letter_of_intent",
        "Declares that its signatories mean to conclude a particular agreement later.",
        "Letter of intent",
    )
    JOINT_DECLARATION = (
        "joint_declaration",
        "States a common political position or aim in public, without binding terms.",
        "Joint declaration",
    )
    PROTOCOL = (
        "protocol",
        "Supplements an earlier agreement with further terms of the same legal rank.",
        "Protocol",
    )
    IMPLEMENTING_ARRANGEMENT = (
        "implementing_arrangement",
        "Settles how an earlier agreement is carried out, at a lower legal rank than it.",
        "Implementing arrangement",
    )
    AMENDMENT = (
        "amendment",
        "Changes terms of an earlier agreement, which otherwise goes on.",
        "Amendment",
    )
    RENEWAL = (
        "renewal",
        "Extends an earlier agreement for a further term, in essence unchanged.",
        "Renewal",
    )
    PROCUREMENT_CONTRACT = (
        "procurement_contract",
        "Buys equipment, ammunition or services from a supplier, other than their upkeep.",
        "Procurement contract",
    )
    MAINTENANCE_CONTRACT = (
        "maintenance_contract",
        "Buys the maintenance, repair or overhaul of equipment.",
        "Maintenance contract",
    )
    LICENCE_PRODUCTION = (
        "licence_production",
        "Lets one party make a product to another's design, under licence.",
        "Licence production",
    )
    CO_PRODUCTION = (
        "co_production",
        "Divides the making of a product between parties from two or more states.",
        "Co-production",
    )
    JOINT_VENTURE = (
        "joint_venture",
        "Founds or enlarges a legal entity that the parties own and control together.",
        "Joint venture",
    )
    RESEARCH_DEVELOPMENT = (
        "research_development",
        "Shares or pays for research on, or design and testing of, new equipment.",
        "Research and development",
    )
    TRAINING_PROGRAMME = (
        "training_programme",
        "Arranges the training or education of one party's people by another.",
        "Training programme",
    )
    AID_PACKAGE = (
        "aid_package",
        "Announces several items or sums of military aid as one named commitment.",
        "Aid package",
    )
    DONATION = (
        "donation",
        "Gives particular goods or money without payment, outside a named aid package.",
        "Donation",
    )
    LOAN = "loan", "Lends money that is to be repaid, or equipment that is to be returned.", "Loan"
    SALE_NOTIFICATION = (
        "sale_notification",
        "A government gives formal notice of a possible arms sale, before any contract.",
        "Sale notification",
    )
    OTHER = "other", "An instrument that none of the other kinds describes.", "Other"


class AgreementStatus(Vocabulary):
    """Where an agreement stands in its own life, as last reported."""

    ANNOUNCED = (
        "announced",
        "It is publicly said to be coming, and negotiations are not reported to have begun.",
        "Announced",
    )
    UNDER_NEGOTIATION = (
        "under_negotiation",
        "Its text or terms are being negotiated.",
        "Under negotiation",
    )
    INITIALLED = (
        "initialled",
        "The negotiators initialled the text as agreed, and it is not signed yet.",
        "Initialled",
    )
    SIGNED = "signed", "It is signed, and its entry into force is not reported.", "Signed"
    PROVISIONALLY_APPLIED = (
        "provisionally_applied",
        "Its parties apply it before its entry into force (VCLT, article 25).",
        "Provisionally applied",
    )
    IN_FORCE = (
        "in_force",
        "It binds its parties or, where it is not legally binding, is in operation.",
        "In force",
    )
    SUSPENDED = (
        "suspended",
        "Its operation is interrupted for a time (VCLT, articles 57 and 58).",
        "Suspended",
    )
    EXPIRED = "expired", "Its agreed term ended and was not extended.", "Expired"
    TERMINATED = (
        "terminated",
        "Its parties, or one of them, ended it, and no other agreement took its place.",
        "Terminated",
    )
    SUPERSEDED = "superseded", "It ended because a later agreement took its place.", "Superseded"
    CANCELLED = "cancelled", "It was given up before it took effect.", "Cancelled"
    UNKNOWN = "unknown", "No source on record says where it stands.", "Unknown"


class AgreementRelationKind(Vocabulary):
    """How this agreement stands to another one."""

    IMPLEMENTS = (
        "implements",
        "This agreement carries out the other one, as a contract does a framework.",
        "Implements",
    )
    AMENDS = (
        "amends",
        "This agreement changes terms of the other one, which otherwise goes on.",
        "Amends",
    )
    RENEWS = "renews", "This agreement extends the other one for a further term.", "Renews"
    REPLACES = (
        "replaces",
        "This agreement takes the place of the other one, which ends.",
        "Replaces",
    )
    PRIOR = (
        "prior",
        "The other agreement came earlier and led to this one, which does not carry it out.",
        "Prior",
    )
    SUBCONTRACT_OF = (
        "subcontract_of",
        "This agreement passes on part of the work agreed in the other one.",
        "Subcontract of",
    )
    RELATED = (
        "related",
        "They share parties, items or purpose, and no other relation fits.",
        "Related",
    )


PART_OF = (
    AgreementRelationKind.IMPLEMENTS,
    AgreementRelationKind.SUBCONTRACT_OF,
    AgreementRelationKind.AMENDS,
)
"""Relations of an agreement to one whose value and figures, as a rule, hold its own."""
