"""What is found is stored, and what is decided stays decided."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from records.enums import Channel, DuplicateReason
from records.models import Candidate, Organization
from records.services.accounts import ROLES
from records.services.authorship import Authorship
from records.services.duplicates.deciding import decide
from records.services.duplicates.searching import Searched, search_duplicates
from records.services.errors import NotPermittedError
from records.services.merging import merge_records, unmerge
from tests.factories import (
    CandidateFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    UserFactory,
)
from tests.support.writing import AUTHORSHIP, store

pytestmark = pytest.mark.django_db


def by(role):
    return Authorship(actor=UserFactory(role=role), channel=Channel.ADMIN, reason=" Looked. ")


def search():
    return search_duplicates(model=Organization)


@pytest.fixture
def pair(db):
    for name in ("Antonov", "Baykar", "Cockerill", "Damen", "Elbit", "Fincantieri"):
        OrganizationFactory(name=name)
    return OrganizationFactory(name="Укроборонпром"), OrganizationFactory(name="UKROBORONPROM")


def test_search_stores_pairs_with_score_and_reasons(pair):
    assert search() == Searched(new=1, again=0, gone=0)

    candidate = Candidate.objects.get()
    assert candidate.public_ids == (pair[0].public_id, pair[1].public_id)
    assert (candidate.score, candidate.reasons, candidate.decision) == (90, ["same_name"], "")
    assert set(candidate.reasons) <= set(DuplicateReason)


def test_search_renews_what_is_open_and_drops_what_is_not_alike(pair):
    search()
    one = pair[0]
    one.country = "UA"
    store(record=one, owned={"names": [OrganizationNameFactory.build(text="Kvitka")]})
    assert search() == Searched(new=0, again=1, gone=0)

    one.name = "Kvitka"
    store(record=one, owned={"names": []})

    assert search() == Searched(new=0, again=0, gone=1)
    assert not Candidate.objects.exists()


@pytest.mark.parametrize("decision", ["positive", "negative", "unsure"])
def test_decision_is_kept_and_nobody_is_asked_twice(pair, decision):
    search()
    decide(candidate=Candidate.objects.get(), decision=decision, authorship=by("reviewer"))
    one = pair[0]
    one.name = "Kvitka"
    store(record=one, owned={})

    assert search() == Searched(new=0, again=0, gone=0)

    candidate = Candidate.objects.get()
    assert (candidate.decision, candidate.score, candidate.note) == (decision, 90, "Looked.")
    assert candidate.decided_by is not None
    assert candidate.decided_at is not None
    assert not Candidate.objects.undecided().exists()


def test_decision_can_be_taken_back(pair):
    search()
    candidate = Candidate.objects.get()
    decide(candidate=candidate, decision="negative", authorship=by("reviewer"))

    decide(candidate=candidate, decision="", authorship=by("admin"))

    candidate.refresh_from_db()
    assert (candidate.decision, candidate.decided_by, candidate.decided_at, candidate.note) == (
        "", None, None, "",
    )  # fmt: skip
    assert Candidate.objects.undecided().get() == candidate


@pytest.mark.parametrize("role", ["", *ROLES])
def test_deciding_is_for_those_who_merge(role):
    candidate = CandidateFactory()

    if role in {"reviewer", "admin"}:
        assert decide(candidate=candidate, decision="unsure", authorship=by(role)) == candidate
    else:
        with pytest.raises(NotPermittedError, match="merge_organization"):
            decide(candidate=candidate, decision="unsure", authorship=by(role))
        candidate.refresh_from_db()
        assert candidate.decision == ""


def test_unknown_decision_is_refused():
    with pytest.raises(ValidationError) as raised:
        decide(candidate=CandidateFactory(), decision="maybe", authorship=by("reviewer"))

    assert raised.value.error_dict["decision"][0].code == "invalid_choice"


def test_pair_with_a_merged_record_is_not_open(pair):
    search()
    merge_records(survivor=pair[0], merged=pair[1], choices={}, authorship=AUTHORSHIP)
    assert not Candidate.objects.standing().exists()

    unmerge(record=pair[1], authorship=AUTHORSHIP)

    assert Candidate.objects.standing().count() == 1


def test_likeliest_pair_comes_first():
    low, high = CandidateFactory(score=70), CandidateFactory(score=90)

    assert list(Candidate.objects.likeliest_first()) == [high, low]


def test_command_searches_every_type_or_some(pair):
    out = io.StringIO()
    call_command("find_duplicates", stdout=out)
    lines = out.getvalue().splitlines()
    assert [line.split(" (")[0] for line in lines] == [
        "organizations: 1 new, 0 again, 0 gone",
        "weapon-systems: 0 new, 0 again, 0 gone",
        "agreements: 0 new, 0 again, 0 gone",
        "claims: 0 new, 0 again, 0 gone",
    ]

    out = io.StringIO()
    call_command("find_duplicates", "--type", "organizations", stdout=out)
    assert out.getvalue().startswith("organizations: 0 new, 1 again, 0 gone (")
    assert len(out.getvalue().splitlines()) == 1
