"""What an agreement covers and who does what under it."""

from records.enums.base import Vocabulary


class AgreementAreaCode(Vocabulary):
    """A field of cooperation that an agreement covers."""

    POLICY_COORDINATION = (
        "policy_coordination",
        "Consultation and joint planning on defense and security policy.",
        "Policy coordination",
    )
    PROCUREMENT = (
        "procurement",
        "Purchase, sale or gift of equipment, ammunition or services.",
        "Procurement",
    )
    INDUSTRIAL_PRODUCTION = (
        "industrial_production",
        "Making of equipment or ammunition, alone, together or under licence.",
        "Industrial production",
    )
    MAINTENANCE = "maintenance", "Repair, overhaul and upkeep of equipment.", "Maintenance"
    RESEARCH_DEVELOPMENT = (
        "research_development",
        "Research, design and testing of equipment, and transfer of technology.",
        "Research and development",
    )
    TRAINING_EDUCATION = (
        "training_education",
        "Training and education of military or civilian personnel.",
        "Training and education",
    )
    JOINT_EXERCISES = (
        "joint_exercises",
        "Exercises in which forces of several parties take part.",
        "Joint exercises",
    )
    CLASSIFIED_INFORMATION = (
        "classified_information",
        "Protection and exchange of classified information.",
        "Classified information",
    )
    INTELLIGENCE_SHARING = (
        "intelligence_sharing",
        "Exchange of intelligence and of warning of threats.",
        "Intelligence sharing",
    )
    LOGISTICS = "logistics", "Transport, storage, transit and mutual logistic support.", "Logistics"
    PEACEKEEPING = "peacekeeping", "Preparation of and part in peace operations.", "Peacekeeping"
    DEMINING = "demining", "Clearance of mines and explosive remnants of war.", "Demining"
    CYBER = "cyber", "Defense of networks and data, and operations in cyberspace.", "Cyber"
    FINANCE = "finance", "Grants, loans, guarantees and investment for defense.", "Finance"


class PartyRole(Vocabulary):
    """What an organization is or does under an agreement."""

    SIGNATORY = (
        "signatory",
        "Signs the instrument in its own name or, before signature, is to sign it.",
        "Signatory",
    )
    SUPPLIER = (
        "supplier",
        "Provides the goods or services to another party, whoever makes them.",
        "Supplier",
    )
    BUYER = (
        "buyer",
        "Orders and acquires the goods or services under a contract, whoever pays.",
        "Buyer",
    )
    FUNDER = (
        "funder",
        "Bears the cost, wholly or in part, whether or not it receives anything.",
        "Funder",
    )
    DONOR = "donor", "Gives goods, services or money without payment or repayment.", "Donor"
    RECIPIENT = (
        "recipient",
        "Is given or lent goods, services or money by another party.",
        "Recipient",
    )
    LENDER = (
        "lender",
        "Lends money that is to be repaid, or equipment that is to be returned.",
        "Lender",
    )
    PERFORMER = "performer", "Carries out the agreed work or service itself.", "Performer"
    MANUFACTURER = "manufacturer", "Makes the equipment or ammunition concerned.", "Manufacturer"
    LICENSOR = (
        "licensor",
        "Holds the rights to a design or technology and licenses them to another party.",
        "Licensor",
    )
    LICENSEE = (
        "licensee",
        "Receives the right to make or use another party's design or technology.",
        "Licensee",
    )
    MAINTAINER = (
        "maintainer",
        "Maintains, repairs or overhauls the equipment concerned.",
        "Maintainer",
    )
    TRAINER = "trainer", "Trains or teaches another party's people.", "Trainer"
    HOST = (
        "host",
        "Is the state or body on whose territory or premises the work takes place.",
        "Host",
    )
    BENEFICIARY = (
        "beneficiary",
        "Gains from what is done, whether or not it signs, pays or receives it directly.",
        "Beneficiary",
    )
    END_USER = (
        "end_user",
        "Holds and uses the equipment in the end, as an end-user certificate states.",
        "End user",
    )
    INVESTOR = (
        "investor",
        "Puts in capital in return for a share of ownership or profit.",
        "Investor",
    )
    SUBCONTRACTOR = (
        "subcontractor",
        "Does part of the work under contract to a supplier or performer.",
        "Subcontractor",
    )
    INTERMEDIARY = (
        "intermediary",
        "Brokers, mediates or passes on, without making, using or paying in the end.",
        "Intermediary",
    )
    GUARANTOR = (
        "guarantor",
        "Answers for another party's obligation, such as the repayment of a loan.",
        "Guarantor",
    )


class Activity(Vocabulary):
    """What an agreement has done with its item."""

    SUPPLY = (
        "supply",
        "It is sold, given, lent or otherwise handed over to another party.",
        "Supply",
    )
    PRODUCTION = (
        "production",
        "It is made by one party, or by several from the same state.",
        "Production",
    )
    CO_PRODUCTION = (
        "co_production",
        "Parties from two or more states each make a share of it.",
        "Co-production",
    )
    ASSEMBLY = (
        "assembly",
        "It is put together from components or kits that are made elsewhere.",
        "Assembly",
    )
    MAINTENANCE_REPAIR = (
        "maintenance_repair",
        "It is kept in or brought back to working order, to its existing standard.",
        "Maintenance and repair",
    )
    MODERNIZATION = (
        "modernization",
        "It is raised above its existing standard by new parts or software.",
        "Modernization",
    )
    DEVELOPMENT = (
        "development",
        "It is researched, designed, prototyped or tested before series production.",
        "Development",
    )
    TRAINING = "training", "People are taught to operate, maintain or command it.", "Training"
    FINANCING = (
        "financing",
        "Money is provided for it and nothing else is agreed on it.",
        "Financing",
    )
    LICENSING = (
        "licensing",
        "The right to make it or to use its technology is granted.",
        "Licensing",
    )
    LOGISTICS = "logistics", "It is transported, stored or distributed.", "Logistics"
    OTHER = (
        "other",
        "Something is done with it that none of the other activities describes.",
        "Other",
    )
