"""Weapon systems and how classifications relate."""

from records.enums.base import Vocabulary


class DevelopmentStatus(Vocabulary):
    """How far a weapon system has come."""

    CONCEPT = (
        "concept",
        "It exists as a study, design or mock-up, and its development has not begun.",
        "Concept",
    )
    DEVELOPMENT = (
        "development",
        "It is being designed and built, and no complete prototype is in trials yet.",
        "In development",
    )
    TESTING = (
        "testing",
        "A complete prototype or pre-series item is in trials, before series production.",
        "In testing",
    )
    PRODUCTION = (
        "production",
        "Series production has begun, at a low rate included, and has not ended.",
        "In production",
    )
    OUT_OF_PRODUCTION = (
        "out_of_production",
        "Series production has ended, whether or not it is still in service.",
        "Out of production",
    )
    CANCELLED = "cancelled", "It was given up before series production began.", "Cancelled"
    UNKNOWN = "unknown", "No source on record says how far it has come.", "Unknown"


class Scheme(Vocabulary):
    """A classification of weapons that categories are mapped to."""

    UNROCA = (
        "unroca",
        "The categories in which states report arms transfers to the United Nations.",
        "UN Register of Conventional Arms, categories I-VII and SALW",
    )
    SIPRI = (
        "sipri",
        "The categories of major arms in SIPRI's database of international transfers.",
        "SIPRI Arms Transfers Database categories",
    )
    EU_ML = (
        "eu_ml",
        "The entries ML1 to ML22 of the European Union's list of goods under export control.",
        "Common Military List of the European Union",
    )


class MappingMatch(Vocabulary):
    """How our category relates to the scheme's, as SKOS mapping properties do."""

    EXACT = (
        "exact",
        "Both categories cover the same things, so that either can replace the other.",
        "Exact match",
    )
    CLOSE = (
        "close",
        "Both cover nearly the same things, and either can replace the other in most uses.",
        "Close match",
    )
    BROADER = (
        "broader",
        "The scheme's category covers all that ours covers, and more.",
        "The scheme's category is broader",
    )
    NARROWER = (
        "narrower",
        "Our category covers all that the scheme's covers, and more.",
        "The scheme's category is narrower",
    )
