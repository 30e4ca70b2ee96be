"""Every coded vocabulary of the register. Imports nothing of the app.

Codes are what the API, the database and the fixtures speak; labels are what people read.
"""

from django.db.models import TextChoices


class ReviewStatus(TextChoices):
    """Where a record stands on its way to the public. Only published records are public."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    CHANGES_REQUESTED = "changes_requested", "Changes requested"
    PUBLISHED = "published", "Published"
    REJECTED = "rejected", "Rejected"
    RETRACTED = "retracted", "Retracted"


class OrganizationKind(TextChoices):
    """What sort of actor an organization is."""

    STATE = "state", "State"
    MINISTRY = "ministry", "Ministry"
    AGENCY = "agency", "Agency"
    ARMED_SERVICE = "armed_service", "Armed service"
    STATE_OWNED_ENTERPRISE = "state_owned_enterprise", "State-owned enterprise"
    COMPANY = "company", "Company"
    JOINT_VENTURE = "joint_venture", "Joint venture"
    CONSORTIUM = "consortium", "Consortium"
    INTERNATIONAL_ORGANIZATION = "international_organization", "International organization"
    ALLIANCE = "alliance", "Alliance"
    WORKING_GROUP = "working_group", "Working group"
    RESEARCH_INSTITUTE = "research_institute", "Research institute"
    EDUCATIONAL_INSTITUTION = "educational_institution", "Educational institution"
    NGO = "ngo", "Non-governmental organization"
    MEDIA = "media", "Media"
    OTHER = "other", "Other"


class NameKind(TextChoices):
    """How another name relates to the record it names."""

    OFFICIAL = "official", "Official"
    SHORT = "short", "Short"
    ACRONYM = "acronym", "Acronym"
    NATIVE = "native", "Native"
    FORMER = "former", "Former"
    TRANSLITERATION = "transliteration", "Transliteration"
    MISSPELLING = "misspelling", "Misspelling"
    ADJECTIVE = "adjective", "Adjective"
    DEMONYM = "demonym", "Demonym"


class IdentifierScheme(TextChoices):
    """Whose identifier it is."""

    ISO3166 = "iso3166", "ISO 3166-1 alpha-2"
    LEI = "lei", "Legal Entity Identifier (ISO 17442)"
    CAGE = "cage", "NATO Commercial and Government Entity code"
    WIKIDATA = "wikidata", "Wikidata item"
    EDRPOU = "edrpou", "EDRPOU, Ukrainian register of enterprises"
    COMPANIES_HOUSE = "companies_house", "Companies House, United Kingdom"
    NSN = "nsn", "NATO Stock Number"
    OTHER = "other", "Other"


class DevelopmentStatus(TextChoices):
    """How far a weapon system has come."""

    CONCEPT = "concept", "Concept"
    DEVELOPMENT = "development", "In development"
    TESTING = "testing", "In testing"
    PRODUCTION = "production", "In production"
    OUT_OF_PRODUCTION = "out_of_production", "Out of production"
    CANCELLED = "cancelled", "Cancelled"
    UNKNOWN = "unknown", "Unknown"


class Scheme(TextChoices):
    """A classification of weapons that categories are mapped to."""

    UNROCA = "unroca", "UN Register of Conventional Arms, categories I-VII and SALW"
    SIPRI = "sipri", "SIPRI Arms Transfers Database categories"
    EU_ML = "eu_ml", "Common Military List of the European Union"


class MappingMatch(TextChoices):
    """How our category relates to the scheme's, as SKOS mapping properties do."""

    EXACT = "exact", "Exact match"
    CLOSE = "close", "Close match"
    BROADER = "broader", "The scheme's category is broader"
    NARROWER = "narrower", "The scheme's category is narrower"


class AgreementKind(TextChoices):
    """What sort of instrument an agreement is."""

    FRAMEWORK_AGREEMENT = "framework_agreement", "Framework agreement"
    SECURITY_AGREEMENT = "security_agreement", "Security agreement"
    DEFENSE_COOPERATION_AGREEMENT = "defense_cooperation_agreement", "Defense cooperation agreement"
    SECTOR_AGREEMENT = "sector_agreement", "Sector agreement"
    MEMORANDUM_OF_UNDERSTANDING = "memorandum_of_understanding", "Memorandum of understanding"
    LETTER_OF_INTENT = "letter_of_intent", "Letter of intent"
    JOINT_DECLARATION = "joint_declaration", "Joint declaration"
    PROTOCOL = "protocol", "Protocol"
    IMPLEMENTING_ARRANGEMENT = "implementing_arrangement", "Implementing arrangement"
    AMENDMENT = "amendment", "Amendment"
    RENEWAL = "renewal", "Renewal"
    PROCUREMENT_CONTRACT = "procurement_contract", "Procurement contract"
    MAINTENANCE_CONTRACT = "maintenance_contract", "Maintenance contract"
    LICENCE_PRODUCTION = "licence_production", "Licence production"
    CO_PRODUCTION = "co_production", "Co-production"
    JOINT_VENTURE = "joint_venture", "Joint venture"
    RESEARCH_DEVELOPMENT = "research_development", "Research and development"
    TRAINING_PROGRAMME = "training_programme", "Training programme"
    AID_PACKAGE = "aid_package", "Aid package"
    DONATION = "donation", "Donation"
    LOAN = "loan", "Loan"
    SALE_NOTIFICATION = "sale_notification", "Sale notification"
    OTHER = "other", "Other"


class AgreementStatus(TextChoices):
    """Where an agreement stands in its own life, as last reported."""

    ANNOUNCED = "announced", "Announced"
    UNDER_NEGOTIATION = "under_negotiation", "Under negotiation"
    INITIALLED = "initialled", "Initialled"
    SIGNED = "signed", "Signed"
    PROVISIONALLY_APPLIED = "provisionally_applied", "Provisionally applied"
    IN_FORCE = "in_force", "In force"
    SUSPENDED = "suspended", "Suspended"
    EXPIRED = "expired", "Expired"
    TERMINATED = "terminated", "Terminated"
    SUPERSEDED = "superseded", "Superseded"
    CANCELLED = "cancelled", "Cancelled"
    UNKNOWN = "unknown", "Unknown"


class AgreementAreaCode(TextChoices):
    """A field of cooperation that an agreement covers."""

    POLICY_COORDINATION = "policy_coordination", "Policy coordination"
    PROCUREMENT = "procurement", "Procurement"
    INDUSTRIAL_PRODUCTION = "industrial_production", "Industrial production"
    MAINTENANCE = "maintenance", "Maintenance"
    RESEARCH_DEVELOPMENT = "research_development", "Research and development"
    TRAINING_EDUCATION = "training_education", "Training and education"
    JOINT_EXERCISES = "joint_exercises", "Joint exercises"
    CLASSIFIED_INFORMATION = "classified_information", "Classified information"
    INTELLIGENCE_SHARING = "intelligence_sharing", "Intelligence sharing"
    LOGISTICS = "logistics", "Logistics"
    PEACEKEEPING = "peacekeeping", "Peacekeeping"
    DEMINING = "demining", "Demining"
    CYBER = "cyber", "Cyber"
    FINANCE = "finance", "Finance"


class PartyRole(TextChoices):
    """What an organization is or does under an agreement."""

    SIGNATORY = "signatory", "Signatory"
    SUPPLIER = "supplier", "Supplier"
    BUYER = "buyer", "Buyer"
    FUNDER = "funder", "Funder"
    DONOR = "donor", "Donor"
    RECIPIENT = "recipient", "Recipient"
    LENDER = "lender", "Lender"
    PERFORMER = "performer", "Performer"
    MANUFACTURER = "manufacturer", "Manufacturer"
    LICENSOR = "licensor", "Licensor"
    LICENSEE = "licensee", "Licensee"
    MAINTAINER = "maintainer", "Maintainer"
    TRAINER = "trainer", "Trainer"
    HOST = "host", "Host"
    BENEFICIARY = "beneficiary", "Beneficiary"
    END_USER = "end_user", "End user"
    INVESTOR = "investor", "Investor"
    SUBCONTRACTOR = "subcontractor", "Subcontractor"
    INTERMEDIARY = "intermediary", "Intermediary"
    GUARANTOR = "guarantor", "Guarantor"


class Activity(TextChoices):
    """What an agreement has done with its item."""

    SUPPLY = "supply", "Supply"
    PRODUCTION = "production", "Production"
    CO_PRODUCTION = "co_production", "Co-production"
    ASSEMBLY = "assembly", "Assembly"
    MAINTENANCE_REPAIR = "maintenance_repair", "Maintenance and repair"
    MODERNIZATION = "modernization", "Modernization"
    DEVELOPMENT = "development", "Development"
    TRAINING = "training", "Training"
    FINANCING = "financing", "Financing"
    LICENSING = "licensing", "Licensing"
    LOGISTICS = "logistics", "Logistics"
    OTHER = "other", "Other"


class MilestoneKind(TextChoices):
    """A dated step in the life of an agreement."""

    ANNOUNCEMENT = "announcement", "Announcement"
    NEGOTIATION_START = "negotiation_start", "Start of negotiations"
    INITIALLING = "initialling", "Initialling"
    SIGNATURE = "signature", "Signature"
    RATIFICATION = "ratification", "Ratification"
    PROVISIONAL_APPLICATION = "provisional_application", "Provisional application"
    ENTRY_INTO_FORCE = "entry_into_force", "Entry into force"
    CONTRACTING = "contracting", "Contracting"
    FUNDING = "funding", "Funding"
    PRODUCTION_START = "production_start", "Start of production"
    FIRST_DELIVERY = "first_delivery", "First delivery"
    DELIVERY = "delivery", "Delivery"
    COMPLETION = "completion", "Completion"
    EXTENSION = "extension", "Extension"
    SUSPENSION = "suspension", "Suspension"
    WITHDRAWAL = "withdrawal", "Withdrawal"
    TERMINATION = "termination", "Termination"
    EXPIRY = "expiry", "Expiry"


class AgreementRelationKind(TextChoices):
    """How this agreement stands to another one."""

    IMPLEMENTS = "implements", "Implements"
    AMENDS = "amends", "Amends"
    RENEWS = "renews", "Renews"
    REPLACES = "replaces", "Replaces"
    PRIOR = "prior", "Prior"
    SUBCONTRACT_OF = "subcontract_of", "Subcontract of"
    RELATED = "related", "Related"


class SourceKind(TextChoices):
    """Where a source comes from."""

    OFFICIAL = "official", "Official"
    PARLIAMENTARY = "parliamentary", "Parliamentary"
    COMPANY = "company", "Company"
    WIRE = "wire", "Wire service"
    NEWSPAPER = "newspaper", "Newspaper"
    TRADE_PRESS = "trade_press", "Trade press"
    THINK_TANK = "think_tank", "Think tank"
    SOCIAL = "social", "Social media"
    DIGEST = "digest", "Digest"


class Reliability(TextChoices):
    """How far a source is trusted (STANAG 2511). F is not a low grade but no grade."""

    A = "A", "Completely reliable"
    B = "B", "Usually reliable"
    C = "C", "Fairly reliable"
    D = "D", "Not usually reliable"
    E = "E", "Unreliable"
    F = "F", "Reliability cannot be judged"


class Credibility(TextChoices):
    """How far a statement is believed (STANAG 2511). 6 is not a low grade but no grade."""

    CONFIRMED = "1", "Confirmed by other sources"
    PROBABLY_TRUE = "2", "Probably true"
    POSSIBLY_TRUE = "3", "Possibly true"
    DOUBTFUL = "4", "Doubtful"
    IMPROBABLE = "5", "Improbable"
    CANNOT_BE_JUDGED = "6", "Truth cannot be judged"


class ClaimKind(TextChoices):
    """What a claim reports."""

    AGREEMENT_EVENT = "agreement_event", "Agreement event"
    INTENT = "intent", "Intent"
    CONSULTATION = "consultation", "Consultation"
    AID = "aid", "Aid"
    ORDER = "order", "Order"
    DELIVERY = "delivery", "Delivery"
    PRODUCTION_OUTPUT = "production_output", "Production output"
    PRODUCTION_CAPACITY = "production_capacity", "Production capacity"
    SERVICE_REPAIR = "service_repair", "Service and repair"
    FINANCING = "financing", "Financing"
    TRAINING = "training", "Training"
    FACILITY = "facility", "Facility"
    TRADE_OR_LOGISTICS_VOLUME = "trade_or_logistics_volume", "Trade or logistics volume"
    LOSSES = "losses", "Losses"
    CAPABILITY = "capability", "Capability"
    POLICY_OR_ORGANIZATION = "policy_or_organization", "Policy or organization"
    COMMEMORATION = "commemoration", "Commemoration"
    ASSESSMENT = "assessment", "Assessment"
    DENIAL = "denial", "Denial"
    CORRECTION = "correction", "Correction"
    OTHER = "other", "Other"


class Modality(TextChoices):
    """How firmly a claim is stated."""

    REPORTED = "reported", "Reported as fact"
    OFFICIAL_STATEMENT = "official_statement", "Official statement"
    PLAN = "plan", "Plan"
    COMMITMENT = "commitment", "Commitment"
    TARGET = "target", "Target"
    FORECAST = "forecast", "Forecast"
    POSSIBILITY = "possibility", "Possibility"
    CONDITIONAL = "conditional", "Conditional"
    DENIAL = "denial", "Denial"


class ClaimRelationKind(TextChoices):
    """How this claim stands to another one."""

    CORROBORATES = "corroborates", "Corroborates"
    CONTRADICTS = "contradicts", "Contradicts"
    UPDATES = "updates", "Updates"
    CORRECTS = "corrects", "Corrects"
    NARROWS = "narrows", "Narrows"
    DERIVES_FROM = "derives_from", "Derives from"
    DUPLICATES = "duplicates", "Duplicates"
    RETRACTS = "retracts", "Retracts"


class Unresolved(TextChoices):
    """Why words about a date were not turned into a date."""

    ANCHOR_UNKNOWN = "anchor_unknown", "Relative to a day that is not known"
    NOT_STATED = "not_stated", "The source does not say"
    AMBIGUOUS = "ambiguous", "More than one reading"


class Metric(TextChoices):
    """What a measure counts or compares."""

    PRODUCTION_OUTPUT = "production_output", "Production output"
    PRODUCTION_CAPACITY = "production_capacity", "Production capacity"
    PRODUCTION_POTENTIAL = "production_potential", "Production potential"
    ORDERED_QUANTITY = "ordered_quantity", "Ordered quantity"
    DELIVERED_QUANTITY = "delivered_quantity", "Delivered quantity"
    PLEDGED_QUANTITY = "pledged_quantity", "Pledged quantity"
    EQUIPMENT_LOSSES = "equipment_losses", "Equipment losses"
    PERSONNEL_LOSSES = "personnel_losses", "Personnel losses"
    CARGO_VOLUME = "cargo_volume", "Cargo volume"
    TRADE_VALUE = "trade_value", "Trade value"
    FUNDING = "funding", "Funding"
    CONTRACT_VALUE = "contract_value", "Contract value"
    ISSUED_QUANTITY = "issued_quantity", "Issued quantity"
    PERSONNEL = "personnel", "Personnel"
    TRAINED_PERSONNEL = "trained_personnel", "Trained personnel"
    FACILITIES = "facilities", "Facilities"
    PROJECTS = "projects", "Projects"
    REGIONS = "regions", "Regions"
    OTHER = "other", "Other"


class MeasureMode(TextChoices):
    """How a measure's figure is to be read."""

    ABSOLUTE = "absolute", "Absolute amount"
    DIFFERENCE = "difference", "Difference from the baseline, in the unit"
    RATIO = "ratio", "Multiple of the baseline"
    PERCENT_CHANGE = "percent_change", "Change in percent of the baseline"
    PP_CHANGE = "pp_change", "Change in percentage points"
    SHARE = "share", "Share in percent"
    RANK = "rank", "Rank, 1 is first"


class Qualifier(TextChoices):
    """How exactly the figure was stated."""

    EXACT = "exact", "Exact"
    ABOUT = "about", "About"
    AT_LEAST = "at_least", "At least"
    MORE_THAN = "more_than", "More than"
    AT_MOST = "at_most", "At most"
    LESS_THAN = "less_than", "Less than"
    BETWEEN = "between", "Between"
    ORDER_OF_MAGNITUDE = "order_of_magnitude", "Order of magnitude"


class Superlative(TextChoices):
    """What the source says makes the figure stand out."""

    RECORD = "record", "Record"
    FIRST = "first", "First"
    LARGEST = "largest", "Largest"


class TemporalMode(TextChoices):
    """Whether the figure happened or is to come."""

    ACTUAL = "actual", "Actual"
    PLAN = "plan", "Plan"
    FORECAST = "forecast", "Forecast"
    TARGET = "target", "Target"


class Outcome(TextChoices):
    """What became of a plan, commitment, target or forecast."""

    OPEN = "open", "Open"
    KEPT = "kept", "Kept"
    LATE = "late", "Late"
    PARTLY = "partly", "Partly"
    MISSED = "missed", "Missed"
    UNKNOWN = "unknown", "Unknown"


class DerivedNullReason(TextChoices):
    """Why no absolute figure could be derived from a relative one."""

    BASELINE_UNKNOWN = "baseline_unknown", "No figure for the baseline or the result is on record"
    NOT_COMPARABLE = "not_comparable", "The figures do not share metric, object and unit"
    UNBOUNDED = "unbounded", "The figure has no finite bounds"
    NOT_DERIVABLE = "not_derivable", "A figure of this mode has no absolute counterpart"
