"""A treaty as the register lists it."""

from dataclasses import dataclass

from records.enums import AgreementKind, AgreementStatus, MilestoneKind


@dataclass(frozen=True, slots=True)
class Treaty:
    """An agreement and its claim to be made.

    `number` is the register's identifier of the treaty. `states` are country codes and
    `organizations` names of the other parties. `milestones` have EDTF dates, and `occurred` is the
    first of these, or empty. `passed_over` counts names that became no party, by reason.
    """

    number: str
    title: str
    text: str
    kind: AgreementKind
    status: AgreementStatus
    occurred: str
    milestones: tuple[tuple[MilestoneKind, str], ...]
    states: tuple[str, ...]
    organizations: tuple[str, ...]
    passed_over: tuple[tuple[str, int], ...]
