"""Reads one sentence with every finder, in the order in which they need each other."""

from records.ingest.finding.dates.finder import find_dates
from records.ingest.finding.events.finder import find_event
from records.ingest.finding.measures.finder import find_measures
from records.ingest.finding.names.finder import find_names
from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.findings import Findings
from records.ingest.sentence import Sentence, Spans


def read_sentence(sentence: Sentence, lexicon: Lexicon) -> Findings:
    """Find everything that the sentence says. Asks the database nothing."""
    names = find_names(sentence, lexicon)
    dates = find_dates(sentence)
    measures = find_measures(
        sentence, designations=Spans.of(names.weapon_systems), dates=Spans.of(dates)
    )
    event = find_event(sentence, names, measures)
    return Findings(
        kind=event.kind,
        modality=event.modality,
        countries=names.countries,
        organizations=names.organizations,
        weapon_systems=names.weapon_systems,
        categories=names.categories,
        measures=measures,
        dates=dates,
        speaker=event.speaker,
        agreement=event.agreement,
        subjects=event.subjects,
    )
