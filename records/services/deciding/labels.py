"""What people confirmed of a sentence, in the form of a labelled line."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from records.models import Reading
from records.services.deciding.finals import (
    AgreementFinal,
    CategoryFinal,
    CountryFinal,
    DateFinal,
    Final,
    MeasureFinal,
    ModalityFinal,
    OrganizationFinal,
    SpeakerFinal,
    WeaponSystemFinal,
)

SomeFinal = TypeVar("SomeFinal", bound=Final)


def labels_of(reading: Reading, finals: Mapping[str, Final]) -> dict[str, Any]:
    """Write the line that somebody who labels the sentence from nothing would have written."""
    agreement = _one(AgreementFinal, finals)
    modality = _one(ModalityFinal, finals)
    speaker = _one(SpeakerFinal, finals)
    return {
        "text": reading.text,
        "date": reading.published or None,
        "countries": sorted({each.country for each in _all(CountryFinal, finals)}),
        "organizations": _surfaces(_all(OrganizationFinal, finals)),
        "weapon_systems": _surfaces(_all(WeaponSystemFinal, finals)),
        "categories": sorted(
            {each.category.partition(".")[0] for each in _all(CategoryFinal, finals)}
        ),
        "agreement": agreement.kind if agreement else None,
        "agreement_status": agreement.status if agreement else None,
        "modality": modality.modality if modality else None,
        "speaker": (speaker.name or None) if speaker else None,
        "measures": [_measure(each) for each in _all(MeasureFinal, finals)],
        "dates": [{"surface": each.words, "edtf": each.edtf or None}
                  for each in _all(DateFinal, finals)],
    }  # fmt: skip


def _all(kind: type[SomeFinal], finals: Mapping[str, Final]) -> list[SomeFinal]:
    return [final for final in finals.values() if isinstance(final, kind)]


def _one(kind: type[SomeFinal], finals: Mapping[str, Final]) -> SomeFinal | None:
    return next(iter(_all(kind, finals)), None)


def _surfaces(finals: Iterable[OrganizationFinal | WeaponSystemFinal]) -> list[str]:
    return list(dict.fromkeys(each.words for each in finals))


def _measure(final: MeasureFinal) -> dict[str, Any]:
    return {
        "surface": final.words,
        "mode": final.mode,
        "value": _number(final.value),
        "value_min": _number(final.value_min),
        "value_max": _number(final.value_max),
        "qualifier": final.qualifier,
        "unit": final.unit or None,
        "currency": final.currency or None,
        "direction": final.direction or None,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
