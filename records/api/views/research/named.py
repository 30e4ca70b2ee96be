"""Records in brief, read together for everything that an answer shows."""

from collections.abc import Collection, Iterable
from typing import Any

from records.analysis.figures.reported import Reported
from records.analysis.figures.subjects import Subject, SubjectKind
from records.models import Agreement, Claim, Organization, Record, WeaponSystem
from records.representations.briefs import BRIEF_COLUMNS, BRIEFS
from records.representations.support import read_grades

Brief = dict[str, Any]


def briefs(model: type[Record], numbers: Collection[int]) -> dict[int, Brief]:
    """Read records in brief by number; one query, none for no numbers."""
    show = BRIEFS[model]().to_representation
    records = model.objects.filter(pk__in=numbers).only(*BRIEF_COLUMNS[model])
    return {record.pk: show(record) for record in records}


class Named:
    """The records that figures and their subjects name, and the sources of the claims."""

    def __init__(
        self,
        figures: Collection[Reported],
        subjects: Iterable[Subject],
        claims: Iterable[int],
        cited: Iterable[int] = (),
    ) -> None:
        """Read them: one query for each type of record, and one for the sources.

        `claims` are named beside those of the figures, and so are those `cited`, with sources.
        """
        of_subjects = list(subjects)
        cited = {figure.claim for figure in figures} | {*cited}
        speakers = {figure.said_by for figure in figures if figure.said_by is not None}
        systems = {each.weapon_system for each in figures if each.weapon_system is not None}
        self.claims = briefs(Claim, cited | {*claims})
        self.agreements = briefs(Agreement, _keys(of_subjects, SubjectKind.AGREEMENT))
        organizations = _keys(of_subjects, SubjectKind.ORGANIZATION)
        self.organizations = briefs(Organization, organizations | speakers)
        self.weapon_systems = briefs(WeaponSystem, systems)
        self.grades = read_grades(cited, drafts=False)


def _keys(subjects: Iterable[Subject], kind: SubjectKind) -> set[int]:
    return {int(key) for each in subjects if each.kind == kind for key in each.keys}
