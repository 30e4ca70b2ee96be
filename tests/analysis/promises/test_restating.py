"""Claims that restate promises, compared with following what each of them says."""

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.promises.restating import restating
from records.models import Claim
from tests.analysis.promises.drawn import RESTATING, DrawnClaim, DrawnFigure, store
from tests.analysis.promises.plain import is_restating, promises_something, said_of_others

pytestmark = pytest.mark.django_db

figures = st.builds(
    DrawnFigure, st.sampled_from(["plan", "actual"]), *[st.just("")] * 3
)  # fmt: skip
drawn = st.lists(
    st.builds(
        DrawnClaim,
        review_status=st.sampled_from(["published"] * 5 + ["draft"]),
        modality=st.sampled_from(["plan"] * 3 + ["reported", "denial"]),
        kind=st.just("order"),
        said_by=st.none(),
        organizations=st.just([]),
        countries=st.just([]),
        due=st.just(""),
        due_words=st.just(""),
        outcome=st.just(""),
        occurred=st.just(""),
        figures=st.lists(figures, max_size=1),
        relations=st.lists(
            st.tuples(
                st.sampled_from([*RESTATING * 3, "retracts", "updates"]), st.integers(0, 4)
            ),
            min_size=1, max_size=2, unique=True,
        ),
    ),
    min_size=4, max_size=5,
)  # fmt: skip


@given(drawn)
@settings(derandomize=True, database=None, deadline=None, max_examples=25)
def test_restatements_are_what_leads_to_another_promise(claims):
    with transaction.atomic():
        store(claims)
        relations = said_of_others()
        published = Claim.objects.published()

        assert restating(published) == {
            each.pk
            for each in published
            if promises_something(each) and is_restating(each, relations)
        }
        transaction.set_rollback(True)
