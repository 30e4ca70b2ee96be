"""Creates the states of ISO 3166-1 as organizations."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from records.enums import Channel, IdentifierScheme, OrganizationKind, ReviewStatus
from records.models import Organization, OrganizationIdentifier, OrganizationName
from records.services.authorship import Authorship
from records.services.loading.errors import LoadError
from records.services.loading.files import Entry, check_fields
from records.services.loading.messages import refused
from records.services.saving import save_record

LANGUAGE = "en"
AUTHORSHIP = Authorship(channel=Channel.COMMAND, reason="A state of ISO 3166-1.")


def create_missing_states(entries: Sequence[Entry]) -> int:
    """Create each state that is not there yet, in the order of the file; return how many."""
    for entry in entries:
        check_fields(entry, ("code", "name"), ("names",))
    known = _known_codes()
    missing = [entry for entry in entries if entry.values["code"] not in known]
    for entry in missing:
        _create(entry)
    return len(missing)


def _known_codes() -> set[str]:
    """Collect codes by identifier, and by country for states that have lost theirs."""
    identified = Organization.objects.filter(identifiers__scheme=IdentifierScheme.ISO3166)
    states = Organization.objects.filter(kind=OrganizationKind.STATE)
    return {
        *identified.values_list("identifiers__value", flat=True),
        *states.values_list("country", flat=True),
    }


def _create(entry: Entry) -> None:
    code = str(entry.values["code"])
    record = Organization(
        name=entry.values["name"],
        kind=OrganizationKind.STATE,
        country=code,
        review_status=ReviewStatus.PUBLISHED,
    )
    identifier = OrganizationIdentifier(scheme=IdentifierScheme.ISO3166, value=code)
    try:
        save_record(
            record=record,
            owned={"names": _names(entry), "identifiers": [identifier]},
            authorship=AUTHORSHIP,
        )
    except ValidationError as error:
        raise LoadError(refused(entry, error)) from error


def _names(entry: Entry) -> list[OrganizationName]:
    names = entry.values.get("names") or {}
    if not isinstance(names, dict) or not all(isinstance(texts, list) for texts in names.values()):
        raise LoadError([entry.problem("names", "must be “kind: [name, name]” pairs.")])
    return [
        OrganizationName(text=text, language=LANGUAGE, kind=kind)
        for kind, texts in names.items()
        for text in texts
    ]
