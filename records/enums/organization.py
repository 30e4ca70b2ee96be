"""Actors, and how anything is named and identified."""

from records.enums.base import Vocabulary


class OrganizationKind(Vocabulary):
    """What sort of actor an organization is."""

    STATE = (
        "state",
        "A country or territory of ISO 3166-1, standing for its government as a whole.",
        "State",
    )
    MINISTRY = (
        "ministry",
        "A department of a national government, headed by a minister or secretary.",
        "Ministry",
    )
    AGENCY = (
        "agency",
        "A public body with a task of its own, such as a procurement agency or a regulator.",
        "Agency",
    )
    ARMED_SERVICE = (
        "armed_service",
        "The armed forces of a state, or one of their services, branches or staffs.",
        "Armed service",
    )
    STATE_OWNED_ENTERPRISE = (
        "state_owned_enterprise",
        "A commercial enterprise that a state controls through ownership.",
        "State-owned enterprise",
    )
    COMPANY = (
        "company",
        "A commercial enterprise that neither a state nor partners in a joint venture control.",
        "Company",
    )
    JOINT_VENTURE = (
        "joint_venture",
        "A legal entity that two or more organizations own and control together.",
        "Joint venture",
    )
    CONSORTIUM = (
        "consortium",
        "Organizations joined by contract to bid or work, without a jointly owned entity.",
        "Consortium",
    )
    INTERNATIONAL_ORGANIZATION = (
        "international_organization",
        "A body that states set up by treaty, other than an alliance.",
        "International organization",
    )
    ALLIANCE = (
        "alliance",
        "States bound by treaty to defend each other, with the bodies that act for them.",
        "Alliance",
    )
    WORKING_GROUP = (
        "working_group",
        "Officials or experts who meet on a task, without legal personality of their own.",
        "Working group",
    )
    RESEARCH_INSTITUTE = (
        "research_institute",
        "A body whose main work is research, think tanks and laboratories included.",
        "Research institute",
    )
    EDUCATIONAL_INSTITUTION = (
        "educational_institution",
        "A school, university or academy, military ones included.",
        "Educational institution",
    )
    NGO = (
        "ngo",
        "A non-profit body outside government whose main work is not research or teaching.",
        "Non-governmental organization",
    )
    MEDIA = "media", "A publisher, broadcaster or news agency.", "Media"
    OTHER = "other", "An actor that none of the other kinds describes.", "Other"


class NameKind(Vocabulary):
    """How another name relates to the record it names."""

    OFFICIAL = (
        "official",
        "The full formal name, as in a constitution, statute, register or type designation.",
        "Official",
    )
    SHORT = "short", "A shorter form in common use that is not an acronym.", "Short"
    ACRONYM = "acronym", "A form made of initial letters or syllables, such as OCCAR.", "Acronym"
    NATIVE = "native", "The name in its bearer's own language and script.", "Native"
    FORMER = "former", "A name that was borne in the past and was given up.", "Former"
    TRANSLITERATION = (
        "transliteration",
        "The native name written in another script, by its letters or its sounds.",
        "Transliteration",
    )
    MISSPELLING = (
        "misspelling",
        "A wrong form that occurs in sources, kept so that a search finds the record.",
        "Misspelling",
    )
    ADJECTIVE = (
        "adjective",
        "The adjective made from the name of a state, such as Ukrainian.",
        "Adjective",
    )
    DEMONYM = "demonym", "The word for a person from a state, such as Briton.", "Demonym"


class IdentifierScheme(Vocabulary):
    """Whose identifier it is."""

    ISO3166 = (
        "iso3166",
        "The two-letter code of a country or territory in ISO 3166-1, such as UA.",
        "ISO 3166-1 alpha-2",
    )
    LEI = (
        "lei",
        "The twenty-character code of a legal entity under ISO 17442.",
        "Legal Entity Identifier (ISO 17442)",
    )
    CAGE = (
        "cage",
        "The five-character code of a supplier or manufacturer in NATO codification.",
        "NATO Commercial and Government Entity code",
    )
    WIKIDATA = "wikidata", "The identifier of a Wikidata item: Q and a number.", "Wikidata item"
    EDRPOU = (
        "edrpou",
        "The eight-digit code of a legal entity in Ukraine's unified state register.",
        "EDRPOU, Ukrainian register of enterprises",
    )
    COMPANIES_HOUSE = (
        "companies_house",
        "The eight-character company number in the United Kingdom's register.",
        "Companies House, United Kingdom",
    )
    NSN = (
        "nsn",
        "The thirteen-digit number of an item of supply in NATO codification.",
        "NATO Stock Number",
    )
    OTHER = "other", "An identifier under any other scheme.", "Other"
