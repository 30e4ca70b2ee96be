"""Shows figures with what they have in common."""

from typing import Any

from records.analysis.figures.comparing import Measured
from records.analysis.figures.replacing import Related
from records.analysis.figures.reported import Reported
from records.analysis.figures.subjects import Subject, SubjectKind
from records.api.serializers.days import shown_date
from records.api.views.research.named import Named
from records.values.decimals import plain

_UNDATED = (None, "", None, None, False)


def shown_subject(subject: Subject, named: Named) -> dict[str, Any]:
    """Show whose figures these are."""
    agreements, organizations, countries = (
        subject.keys if subject.kind == kind else ()
        for kind in (SubjectKind.AGREEMENT, SubjectKind.ORGANIZATION, SubjectKind.COUNTRY)
    )
    return {
        "agreements": [named.agreements[int(key)] for key in agreements],
        "organizations": [named.organizations[int(key)] for key in organizations],
        "countries": list(countries),
    }


def subject_keys(shown: dict[str, Any]) -> list[str]:
    """Name a subject that is shown in a few words: ids, or codes of countries."""
    records = (*shown["agreements"], *shown["organizations"])
    return [*(each["id"] for each in records), *shown["countries"]]


def shown_measured(measured: Measured, figure: Reported, named: Named) -> dict[str, Any]:
    """Show what figures have in common, of which `figure` is one."""
    thing = measured.thing
    coded = figure.currency or figure.unit_code
    return {
        "metric": measured.metric,
        "weapon_system": _system(thing.weapon_system, named),
        "category": thing.category or None,
        "words": thing.words or None,
        "unit_code": figure.unit_code or None,
        "unit_words": None if coded else figure.unit_words or None,
        "currency": figure.currency or None,
        "temporal_mode": measured.temporal_mode,
        "firmness": measured.firmness,
        "period_length": measured.period_length or None,
    }


def shown_figure(figure: Reported, named: Named) -> dict[str, Any]:
    """Show a figure as reported."""
    return {
        "claim": named.claims[figure.claim],
        "position": figure.position,
        "object_words": figure.object_words or None,
        "mode": figure.mode,
        "qualifier": figure.qualifier,
        "value": _plain(figure.value),
        "value_min": _plain(figure.value_min),
        "value_max": _plain(figure.value_max),
        "period": shown_period(figure),
        "basis": figure.when.basis if figure.when else None,
        "modality": figure.modality,
        "credibility": figure.credibility,
        "said_by": None if figure.said_by is None else named.organizations[figure.said_by],
        "speaker_name": figure.speaker_name or None,
        "sources": named.grades[figure.claim].sources,
    }


def shown_period(figure: Reported) -> dict[str, Any] | None:
    """Show when a figure holds, with what the source says of its period."""
    _, edtf, earliest, latest, _ = figure.when or _UNDATED
    words, unresolved = figure.period_words, figure.period_unresolved
    return shown_date(edtf, earliest, latest, words=words, unresolved=unresolved)


def shown_replacement(replaced: Related | None, named: Named) -> dict[str, Any] | None:
    """Show the claim that replaces a figure."""
    return replaced and {"claim": named.claims[replaced.claim], "kind": replaced.kind}


def _system(number: int | None, named: Named) -> dict[str, Any] | None:
    return None if number is None else named.weapon_systems[number]


def _plain(value: Any) -> str | None:
    return None if value is None else plain(value)
